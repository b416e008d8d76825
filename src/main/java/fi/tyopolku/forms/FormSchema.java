package fi.tyopolku.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A form as its JSON declares it: fields at the root (routing facts) and groups with a path (documents).
 *
 * @param id the form's id
 * @param fields every input field, in order, each with the path of the group it stands in
 */
public record FormSchema(String id, List<FormFieldSchema> fields) {

    private static final Set<String> SHOWN_ONLY =
            Set.of("text", "html", "table", "image", "iframe", "separator", "spacer", "button");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, FormSchema> PARSED = new ConcurrentHashMap<>();

    public static FormSchema parse(String schema) {
        return PARSED.computeIfAbsent(schema, FormSchema::read);
    }

    /** The kinds of documents that the form opens: the paths of its groups. */
    public Set<String> documentKinds() {
        Set<String> kinds = new LinkedHashSet<>();
        fields.stream().filter(field -> field.document() != null).forEach(field -> kinds.add(field.document()));
        return kinds;
    }

    public List<FormFieldSchema> routingFacts() {
        return fields.stream().filter(field -> field.document() == null).toList();
    }

    public List<FormFieldSchema> fieldsOf(String document) {
        return fields.stream().filter(field -> document.equals(field.document())).toList();
    }

    private static FormSchema read(String schema) {
        try {
            JsonNode form = JSON.readTree(schema);
            List<FormFieldSchema> fields = new ArrayList<>();
            collect(form, List.of(), List.of(), fields);
            return new FormSchema(form.path("id").asText(), List.copyOf(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The form is not JSON", e);
        }
    }

    private static void collect(JsonNode parent, List<String> path, List<String> hiddenBy, List<FormFieldSchema> fields) {
        for (JsonNode component : parent.path("components")) {
            List<String> conditions = hiddenBy;
            String hide = component.path("conditional").path("hide").asText("");
            if (hide.startsWith("=")) {
                conditions = joined(hiddenBy, List.of(hide));
            }
            String type = component.path("type").asText();
            if (type.equals("group")) {
                collect(component, joined(path, segments(component.path("path"))), conditions, fields);
            } else if (component.hasNonNull("key") && !SHOWN_ONLY.contains(type)) {
                fields.add(new FormFieldSchema(component, joined(path, segments(component.path("key"))), conditions));
            }
        }
    }

    private static List<String> segments(JsonNode path) {
        return path.asText("").isEmpty() ? List.of() : List.of(path.asText().split("\\."));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
