package fi.tyopolku.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** A Camunda Form with its texts in a person's language. Keys, values and conditions stay as they are. */
public final class FormTexts {

    private static final List<String> SHOWN = List.of("label", "description", "text", "dateLabel", "timeLabel", "content", "alt");
    private static final List<String> ADORNERS = List.of("prefixAdorner", "suffixAdorner");

    private FormTexts() {
    }

    /** Translates the form's JSON in place. */
    public static void translate(Locale locale, JsonNode form) {
        translate(locale, form.path("id").asText(), form.path("components"));
    }

    private static void translate(Locale locale, String formId, JsonNode components) {
        for (JsonNode component : components) {
            SHOWN.forEach(name -> translate(locale, formId, component, name));
            ADORNERS.forEach(name -> translate(locale, formId, component.path("appearance"), name));
            component.path("values").forEach(option -> translate(locale, formId, option, "label"));
            component.path("columns").forEach(column -> translate(locale, formId, column, "label"));
            translate(locale, formId, component.path("components"));
        }
    }

    private static void translate(Locale locale, String formId, JsonNode holder, String name) {
        if (holder.path(name).isTextual()) {
            String text = holder.get(name).asText();
            ((ObjectNode) holder).put(name, text.startsWith("=")
                    ? Literals.translated(text, sentence -> Catalogues.in(locale, formId, sentence))
                    : Catalogues.in(locale, formId, text));
        }
    }
}
