package fi.tyopolku.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import fi.tyopolku.forms.FormRefused.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** One or several of the options offered. form-js itself never refuses another; it only empties what it shows. */
class ChoiceRule implements FieldRule {

    private final boolean isMultiple;

    ChoiceRule(boolean isMultiple) {
        this.isMultiple = isMultiple;
    }

    @Override
    public Optional<Fault> fault(FormFieldSchema field, JsonNode value, FormState state) {
        Set<JsonNode> options = state.options(field);
        if (!isMultiple) {
            return options.contains(JsonValues.withPlainNumbers(value)) ? Optional.empty()
                    : FieldRule.fault(field, "forms.option");
        }
        if (!value.isArray()) {
            return FieldRule.fault(field, "forms.type");
        }
        Set<JsonNode> chosen = new HashSet<>();
        for (JsonNode item : value) {
            JsonNode choice = JsonValues.withPlainNumbers(item);
            if (!options.contains(choice) || !chosen.add(choice)) {
                return FieldRule.fault(field, "forms.option");
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean isMissing(JsonNode value) {
        return JsonValues.isMissing(value) || isMultiple && value.isArray() && value.isEmpty();
    }

    @Override
    public JsonNode opened(FormFieldSchema field, JsonNode shown, FormState state) {
        if (field.component().hasNonNull("valuesExpression")) {
            return shown;
        }
        Set<JsonNode> options = state.options(field);
        if (!isMultiple) {
            return options.contains(JsonValues.withPlainNumbers(shown)) ? shown : empty();
        }
        return JsonNodeFactory.instance.arrayNode().addAll(shown.isArray()
                ? StreamSupport.stream(shown.spliterator(), false)
                        .filter(item -> options.contains(JsonValues.withPlainNumbers(item))).toList()
                : List.of());
    }

    @Override
    public JsonNode empty() {
        return isMultiple ? JsonNodeFactory.instance.arrayNode() : NullNode.getInstance();
    }

    @Override
    public JsonNode normal(FormFieldSchema field, JsonNode value) {
        return JsonValues.isAbsent(value) ? empty() : JsonValues.withPlainNumbers(value);
    }
}
