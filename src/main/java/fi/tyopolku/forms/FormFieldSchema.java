package fi.tyopolku.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One input field of a form.
 *
 * @param document the path of the group that it stands in, null at the root
 * @param hiddenBy FEEL conditions; the field is hidden, and not submitted, when any of them is true
 */
public record FormFieldSchema(JsonNode component, String document, List<String> hiddenBy) {

    public String key() {
        return component.path("key").asText();
    }

    public String type() {
        return component.path("type").asText();
    }

    public String label() {
        String label = component.path("label").asText(component.path("dateLabel").asText(""));
        return label.isBlank() || label.startsWith("=") ? key() : label;
    }

    public boolean isRequired() {
        return validation("required").asBoolean(false);
    }

    public boolean isDisabled() {
        return component.path("disabled").asBoolean(false);
    }

    public boolean isReadOnly() {
        return component.path("readonly").asBoolean(false);
    }

    public boolean isComputed() {
        return type().equals("expression");
    }

    JsonNode validation(String name) {
        return component.path("validate").path(name);
    }

    /** A format of ours beyond what form-js knows, named in the field's custom properties. */
    public String format() {
        return component.path("properties").path("format").asText("");
    }
}
