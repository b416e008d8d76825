package fi.tyopolku.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One input field of a form.
 *
 * @param path where its value stands in a submission: the paths of the groups around it, then its key
 * @param hiddenBy FEEL conditions; the field is hidden, and not submitted, when any of them is true
 */
public record FormFieldSchema(JsonNode component, List<String> path, List<String> hiddenBy) {

    private static final Pattern REQUIRED_MARK = Pattern.compile("\\s*\\*$");

    public String key() {
        return component.path("key").asText();
    }

    public String type() {
        return component.path("type").asText();
    }

    /** The document that the field belongs to: the path of the outermost group around it, null at the root. */
    public String document() {
        return path.size() > 1 ? path.get(0) : null;
    }

    public String label() {
        String label = component.path("label").asText(component.path("dateLabel").asText(component.path("timeLabel").asText("")));
        return label.isBlank() || label.startsWith("=") ? key() : REQUIRED_MARK.matcher(label).replaceFirst("");
    }

    /**
     * A field that can be hidden says so in its custom properties: form-js keeps the fault of a required field after
     * hiding it, and Tasklist then never lets the form be completed.
     */
    public boolean isRequired() {
        return validation("required").asBoolean(false) || property("required").equals("true");
    }

    public boolean isDisabled() {
        return component.path("disabled").asBoolean(false);
    }

    /** Read-only whatever the person fills in; a condition in FEEL is the form's state, see {@link FormState}. */
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
        return property("format");
    }

    private String property(String name) {
        return component.path("properties").path(name).asText("");
    }
}
