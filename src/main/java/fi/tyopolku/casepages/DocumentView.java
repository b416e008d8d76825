package fi.tyopolku.casepages;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.casepages.ModelWords.Field;
import fi.tyopolku.documents.Document;
import fi.tyopolku.messages.Dates;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A document as people read it: labels for keys, words for options, dates as they are written here. */
final class DocumentView {

    private final ModelWords models;
    private final CaseWords words;

    DocumentView(ModelWords models, CaseWords words) {
        this.models = models;
        this.words = words;
    }

    /** Label and value of each field that says something, in the order of the form. */
    List<Map<String, Object>> fields(Document document) {
        List<Map<String, Object>> shown = new ArrayList<>();
        for (Field field : models.fields(document.kind())) {
            String value = value(field, document.content().path(field.key()));
            if (!value.isEmpty()) {
                shown.add(Map.of("label", field.label(words.locale()), "value", value));
            }
        }
        return shown;
    }

    /** One field as text; empty where nothing is said. */
    String value(String kind, JsonNode content, String key) {
        return models.field(kind, key).map(field -> value(field, content.path(key))).orElse("");
    }

    String label(String kind, String key) {
        return models.field(kind, key).map(field -> field.label(words.locale())).orElse(key);
    }

    /** What became of a version against the one before, newest first. */
    List<Map<String, Object>> history(List<Document> versions) {
        List<Map<String, Object>> history = new ArrayList<>();
        for (int i = versions.size() - 1; i >= 0; i--) {
            Document version = versions.get(i);
            List<Map<String, Object>> changes = i == 0 ? List.of() : changes(versions.get(i - 1), version);
            history.add(Map.of("version", version.version(), "at", Dates.shown(version.savedAt()),
                    "by", words.person(version.author()), "isFirst", i == 0, "changes", changes,
                    "isSame", i > 0 && changes.isEmpty()));
        }
        return history;
    }

    private List<Map<String, Object>> changes(Document before, Document after) {
        List<Map<String, Object>> changes = new ArrayList<>();
        for (Field field : models.fields(after.kind())) {
            String old = value(field, before.content().path(field.key()));
            String now = value(field, after.content().path(field.key()));
            if (!Objects.equals(old, now)) {
                changes.add(Map.of("label", field.label(words.locale()), "old", old.isEmpty() ? words.text("empty") : old,
                        "now", now.isEmpty() ? words.text("empty") : now));
            }
        }
        return changes;
    }

    private String value(Field field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            List<String> all = new ArrayList<>();
            value.forEach(each -> all.add(value(field, each)));
            return String.join(", ", all);
        }
        if (value.isBoolean()) {
            return words.text(value.asBoolean() ? "yes" : "no");
        }
        if (value.isObject()) {
            List<String> all = new ArrayList<>();
            value.forEach(each -> all.add(value(field, each)));
            return String.join(" · ", all);
        }
        if (field.schema().type().equals("datetime")) {
            return day(value.asText());
        }
        if (value.isNumber()) {
            return value.asText().replace('.', words.locale().getLanguage().equals("en") ? '.' : ',');
        }
        return field.option(words.locale(), value.asText());
    }

    private static String day(String text) {
        try {
            return Dates.shown(LocalDate.parse(text));
        } catch (DateTimeParseException notADate) {
            return text;
        }
    }
}
