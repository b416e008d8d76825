package fi.tyopolku.forms;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.forms.FormRefused.Fault;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The rule for each kind of component that takes an answer; any other takes none. */
final class FieldRules {

    private static final FieldRule NO_ANSWER = new FieldRule() {
        @Override
        public Optional<Fault> fault(FormFieldSchema field, JsonNode value, FormState state) {
            return FieldRule.fault(field, "forms.unknown");
        }
    };

    private final Map<String, FieldRule> byType;

    FieldRules(Map<String, FieldFormat> formats, Clock clock) {
        byType = Map.of(
                "textfield", new TextRule(false, formats),
                "textarea", new TextRule(true, formats),
                "number", new NumberRule(),
                "checkbox", new CheckboxRule(),
                "radio", new ChoiceRule(false),
                "select", new ChoiceRule(false),
                "checklist", new ChoiceRule(true),
                "taglist", new ChoiceRule(true),
                "datetime", new DateTimeRule(clock));
    }

    FieldRule of(FormFieldSchema field) {
        return byType.getOrDefault(field.type(), NO_ANSWER);
    }
}
