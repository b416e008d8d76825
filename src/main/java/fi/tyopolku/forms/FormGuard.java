package fi.tyopolku.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.forms.FormRefused.Fault;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Judges a submission against the form it was filled in on: whatever form-js 1.8.7 refuses in the browser, and what it
 * lets through although it cannot come from the form. Hidden fields are dropped, computed ones are not trusted, keys that
 * the form does not have are refused. All faults are reported at once, the first of each field.
 */
@Component
public class FormGuard {

    private static final int LONGEST_KEY_TOLD = 60;

    private final FieldRules rules;
    private final FeelConditions feel;
    private final ObjectMapper json;

    FormGuard(FeelConditions feel, List<FieldFormat> formats, Clock clock, ObjectMapper json) {
        this.feel = feel;
        this.rules = new FieldRules(formats.stream().collect(Collectors.toMap(FieldFormat::name, format -> format)), clock);
        this.json = json;
    }

    /**
     * @param submitted what came from the browser, as one JSON object
     * @param shown what the form was opened with: variables, documents, lists of options
     * @return the submission without hidden, computed and read-only fields, with one form for values that mean the same:
     *         null for what is empty, false for what is not ticked, whole numbers as longs, no blanks around texts. A field
     *         that a condition made read-only keeps what was shown
     * @throws FormRefused with every fault
     */
    public ObjectNode check(FormSchema schema, ObjectNode submitted, Map<String, Object> shown) {
        List<Fault> faults = new ArrayList<>();
        refuseUnknownKeys(schema, submitted, List.of(), faults);
        FormState state = new FormState(schema, submitted, shown, rules, feel, json);
        JsonNode shownJson = json.valueToTree(shown);
        ObjectNode clean = json.createObjectNode();
        for (FormFieldSchema field : schema.fields()) {
            if (field.isComputed() || field.isDisabled() || state.isHidden(field)) {
                continue;
            }
            JsonNode value = JsonValues.at(submitted, field.path());
            JsonNode before = JsonValues.at(shownJson, field.path());
            if (field.isReadOnly() || state.isReadOnlyNow(field)) {
                changed(field, value, before, state).ifPresent(faults::add);
                if (!field.isReadOnly()) {
                    JsonValues.put(clean, field.path(), rules.of(field).normal(field, before));
                }
            } else {
                fault(field, value, state).ifPresentOrElse(faults::add,
                        () -> JsonValues.put(clean, field.path(), rules.of(field).normal(field, value)));
            }
        }
        if (!faults.isEmpty()) {
            throw new FormRefused(faults);
        }
        return clean;
    }

    private static void refuseUnknownKeys(FormSchema schema, JsonNode content, List<String> place, List<Fault> faults) {
        content.fields().forEachRemaining(entry -> {
            List<String> path = Stream.concat(place.stream(), Stream.of(entry.getKey())).toList();
            boolean isField = schema.fields().stream().anyMatch(field -> field.path().equals(path));
            boolean isGroup = schema.fields().stream().anyMatch(field -> field.path().size() > path.size()
                    && field.path().subList(0, path.size()).equals(path));
            if (isGroup && entry.getValue().isObject()) {
                refuseUnknownKeys(schema, entry.getValue(), path, faults);
            } else if (isGroup && !entry.getValue().isNull()) {
                faults.add(new Fault(entry.getKey(), entry.getKey(), "forms.type"));
            } else if (!isField && !isGroup) {
                faults.add(new Fault(entry.getKey(), shortened(entry.getKey()), "forms.unknown"));
            }
        });
    }

    private static String shortened(String key) {
        return key.length() > LONGEST_KEY_TOLD ? key.substring(0, LONGEST_KEY_TOLD) : key;
    }

    private Optional<Fault> fault(FormFieldSchema field, JsonNode value, FormState state) {
        FieldRule rule = rules.of(field);
        if (field.isRequired() && rule.isMissing(value)) {
            return FieldRule.fault(field, field.type().equals("checkbox") ? "forms.mustBeTicked" : "forms.required");
        }
        return JsonValues.isAbsent(value) ? Optional.empty() : rule.fault(field, value, state);
    }

    /** The browser sends what is read-only back: as it was shown, or as form-js made it fit the field. */
    private Optional<Fault> changed(FormFieldSchema field, JsonNode value, JsonNode shown, FormState state) {
        FieldRule rule = rules.of(field);
        JsonNode sent = rule.normal(field, value);
        boolean isSame = JsonValues.isMissing(value) || value.isArray() && value.isEmpty() || sent.equals(rule.normal(field, shown))
                || sent.equals(rule.normal(field, state.opened(field)));
        return isSame ? Optional.empty() : FieldRule.fault(field, "forms.readOnly");
    }
}
