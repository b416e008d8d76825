package fi.tyopolku.casepages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.forms.FormFieldSchema;
import fi.tyopolku.forms.FormSchema;
import fi.tyopolku.messages.BundledFile;
import fi.tyopolku.messages.Catalogues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The words of models and forms for what the product keeps under codes: kinds of documents, fields, options, decisions.
 * Reads what the product was built with; a field that a newer form no longer has keeps its key as its name.
 */
@Component
class ModelWords {

    private static final Pattern PROCESS = Pattern.compile("<bpmn:process id=\"([^\"]+)\"(?: name=\"([^\"]+)\")?");
    private static final Pattern WITH_FORM = Pattern.compile(
            "<bpmn:(?:userTask|startEvent) id=\"[^\"]+\" name=\"([^\"]+)\"[^>]*camunda:formRef=\"([^\"]+)\"");
    private static final Pattern DECISION = Pattern.compile("<decision id=\"([^\"]+)\" name=\"([^\"]+)\"");
    /** A heading that says nothing outside its form. */
    private static final String FOR_THE_RECORD = "For the record";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<String, FormFieldSchema> facts = new HashMap<>();
    private final Map<String, String> formOfFact = new HashMap<>();
    private final Map<String, String> decisions = new HashMap<>();
    private final Map<String, String> bundleOfProcess = new HashMap<>();
    private final Map<String, Use> useOfForm = new HashMap<>();

    /** Where a form stands: the process, and the task or start that shows it. */
    private record Use(String process, String processName, String element) {
    }

    /** A field of a document as one of its forms has it. */
    record Field(String form, FormFieldSchema schema) {

        String key() {
            return schema.key();
        }

        String label(Locale locale) {
            String label = schema.component().path("label").asText(schema.component().path("dateLabel").asText(""));
            return label.isBlank() || label.startsWith("=") ? schema.key() : withoutMark(Catalogues.in(locale, form, label));
        }

        String option(Locale locale, String value) {
            for (JsonNode option : schema.component().path("values")) {
                if (option.path("value").asText().equals(value)) {
                    return Catalogues.in(locale, form, option.path("label").asText());
                }
            }
            return value;
        }
    }

    private record Kind(String form, String heading, Map<String, Field> fields, Set<String> bundles) {
    }

    ModelWords() {
        BundledFile.matching("bpmn/*/*.bpmn").forEach(this::readModel);
        BundledFile.matching("bpmn/*/*.dmn").forEach(this::readTable);
        BundledFile.matching("forms/*/*.form").forEach(this::readForm);
    }

    /** The bundles that the processes belong to. */
    Set<String> bundlesOf(Collection<String> processes) {
        Set<String> bundles = new HashSet<>();
        processes.forEach(process -> bundles.add(bundleOfProcess.getOrDefault(process, "")));
        return bundles;
    }

    boolean isOfBundles(String kind, Set<String> bundles) {
        return kinds.containsKey(kind) && kinds.get(kind).bundles().stream().anyMatch(bundles::contains);
    }

    /** What people call a kind of document; its own name when no form collects it. */
    String kind(Locale locale, String kind) {
        Kind known = kinds.get(kind);
        if (known == null) {
            return kind;
        }
        Use use = useOfForm.get(known.form());
        return use != null && known.heading().equals(FOR_THE_RECORD) ? Catalogues.in(locale, use.process(), use.element())
                : Catalogues.in(locale, known.form(), known.heading());
    }

    boolean isKind(String kind) {
        return kinds.containsKey(kind);
    }

    /** The process whose form collects the kind. */
    String processOf(Locale locale, String kind) {
        Kind known = kinds.get(kind);
        Use use = known == null ? null : useOfForm.get(known.form());
        return use == null ? "" : Catalogues.in(locale, use.process(), use.processName());
    }

    /** The fields of a kind in the order of its forms. */
    List<Field> fields(String kind) {
        return kinds.containsKey(kind) ? List.copyOf(kinds.get(kind).fields().values()) : List.of();
    }

    Optional<Field> field(String kind, String key) {
        return kinds.containsKey(kind) ? Optional.ofNullable(kinds.get(kind).fields().get(key)) : Optional.empty();
    }

    /** What the option of a routing fact is called, whichever form asks it; empty when none does. */
    Optional<String> option(Locale locale, String fact, String value) {
        return Optional.ofNullable(facts.get(fact + "=" + value))
                .map(field -> new Field(formOfFact.get(fact + "=" + value), field).option(locale, value));
    }

    /** As {@link #option}, where only the value is known. */
    Optional<String> anyResult(Locale locale, String value) {
        return facts.keySet().stream().filter(fact -> fact.endsWith("Result=" + value)).sorted().findFirst()
                .flatMap(fact -> option(locale, fact.substring(0, fact.indexOf('=')), value));
    }

    String decision(Locale locale, String key) {
        return Catalogues.in(locale, key, decisions.getOrDefault(key, key));
    }

    private static String withoutMark(String label) {
        return label.endsWith(" *") ? label.substring(0, label.length() - 2) : label;
    }

    private void readModel(BundledFile file) {
        String xml = file.text();
        Matcher process = PROCESS.matcher(xml);
        if (!process.find()) {
            return;
        }
        bundleOfProcess.put(process.group(1), file.bundle());
        Matcher element = WITH_FORM.matcher(xml);
        while (element.find()) {
            useOfForm.putIfAbsent(element.group(2),
                    new Use(process.group(1), plain(process.group(2)), plain(element.group(1))));
        }
    }

    private void readTable(BundledFile file) {
        Matcher decision = DECISION.matcher(file.text());
        while (decision.find()) {
            decisions.put(decision.group(1), plain(decision.group(2)));
        }
    }

    private void readForm(BundledFile file) {
        String source = file.text();
        FormSchema form = FormSchema.parse(source);
        Map<String, String> headings = new LinkedHashMap<>();
        try {
            headings(JSON.readTree(source).path("components"), headings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(file.name() + " is not JSON", e);
        }
        for (FormFieldSchema field : form.routingFacts()) {
            field.component().path("values").forEach(option -> {
                facts.putIfAbsent(field.key() + "=" + option.path("value").asText(), field);
                formOfFact.putIfAbsent(field.key() + "=" + option.path("value").asText(), form.id());
            });
        }
        headings.forEach((kind, heading) -> {
            Kind known = kinds.get(kind);
            long writable = form.fieldsOf(kind).stream().filter(field -> !field.isReadOnly()).count();
            boolean isMain = known == null || writable > known.fields().values().stream()
                    .filter(field -> field.form().equals(known.form()) && !field.schema().isReadOnly()).count();
            Map<String, Field> fields = new LinkedHashMap<>();
            Set<String> bundles = new HashSet<>(Set.of(file.bundle()));
            List<Field> own = form.fieldsOf(kind).stream().filter(field -> !field.isComputed())
                    .map(field -> new Field(form.id(), field)).toList();
            List<Field> others = known == null ? List.of() : new ArrayList<>(known.fields().values());
            (isMain ? own : others).forEach(field -> fields.putIfAbsent(field.key(), field));
            (isMain ? others : own).forEach(field -> fields.putIfAbsent(field.key(), field));
            if (known != null) {
                bundles.addAll(known.bundles());
            }
            kinds.put(kind, new Kind(isMain ? form.id() : known.form(), isMain ? heading : known.heading(), fields, bundles));
        });
    }

    private static void headings(JsonNode components, Map<String, String> headings) {
        for (JsonNode component : components) {
            String path = component.path("path").asText("");
            if (!path.isEmpty()) {
                headings.putIfAbsent(path, component.path("label").asText(path));
            }
            headings(component.path("components"), headings);
        }
    }

    private static String plain(String inXml) {
        return inXml == null ? "" : inXml.replace("&#39;", "'").replace("&quot;", "\"").replace("&lt;", "<")
                .replace("&gt;", ">").replace("&amp;", "&");
    }
}
