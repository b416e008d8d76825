package fi.tyopolku.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import fi.tyopolku.forms.FormRefused.Fault;
import java.util.Optional;

/** Ticked or not; never anything else, and what was not sent is not ticked. */
class CheckboxRule implements FieldRule {

    @Override
    public Optional<Fault> fault(FormFieldSchema field, JsonNode value, FormState state) {
        return value.isBoolean() ? Optional.empty() : FieldRule.fault(field, "forms.type");
    }

    @Override
    public boolean isMissing(JsonNode value) {
        return JsonValues.isMissing(value) || value.isBoolean() && !value.asBoolean();
    }

    @Override
    public JsonNode opened(FormFieldSchema field, JsonNode shown, FormState state) {
        return BooleanNode.valueOf(shown.isBoolean() && shown.asBoolean());
    }

    @Override
    public JsonNode empty() {
        return BooleanNode.FALSE;
    }

    @Override
    public JsonNode normal(FormFieldSchema field, JsonNode value) {
        return JsonValues.isMissing(value) ? BooleanNode.FALSE : value;
    }
}
