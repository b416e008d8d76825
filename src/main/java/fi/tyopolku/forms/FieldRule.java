package fi.tyopolku.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import fi.tyopolku.forms.FormRefused.Fault;
import java.util.Optional;

/** What one kind of component takes for an answer. */
interface FieldRule {

    /**
     * The first thing that is wrong with a value that was sent.
     *
     * @param value never {@link JsonValues#isAbsent absent}
     */
    Optional<Fault> fault(FormFieldSchema field, JsonNode value, FormState state);

    /** No answer to a required question. */
    default boolean isMissing(JsonNode value) {
        return JsonValues.isMissing(value);
    }

    /** What form-js makes of a value that the form is opened with. */
    default JsonNode opened(FormFieldSchema field, JsonNode shown, FormState state) {
        return shown;
    }

    /** What form-js holds for a field before anything is filled in. */
    default JsonNode empty() {
        return NullNode.getInstance();
    }

    /** One form for values that mean the same; the one that is stored. */
    default JsonNode normal(FormFieldSchema field, JsonNode value) {
        return JsonValues.isMissing(value) ? NullNode.getInstance() : JsonValues.withPlainNumbers(value);
    }

    static Optional<Fault> fault(FormFieldSchema field, String key, Object... arguments) {
        return Optional.of(new Fault(field.key(), field.label(), key, arguments));
    }
}
