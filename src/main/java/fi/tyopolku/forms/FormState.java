package fi.tyopolku.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the form held in the browser when it was sent, and what its expressions see there.
 *
 * <p>As form-js builds it: every field starts with the shown value, else with its own empty one; what was sent lies over
 * that; then the values of hidden fields are taken out, where the conditions still see them. Fields that the person cannot
 * change keep what was shown, and computed ones are computed here, so nothing sent can steer a condition that way.
 */
final class FormState {

    private static final JsonNode DEFAULT_OPTION = new ObjectMapper().createArrayNode().add("value");

    private final FormSchema schema;
    private final FeelConditions feel;
    private final ObjectMapper json;
    private final ObjectNode opened;
    private final Map<String, Object> seen;
    private final Map<String, Boolean> conditions = new HashMap<>();

    FormState(FormSchema schema, ObjectNode submitted, Map<String, Object> shown, FieldRules rules, FeelConditions feel,
            ObjectMapper json) {
        this.schema = schema;
        this.feel = feel;
        this.json = json;
        this.opened = json.valueToTree(shown);
        open(rules);
        ObjectNode filled = opened.deepCopy();
        schema.fields().stream().filter(field -> !field.isReadOnly() && !field.isDisabled() && !field.isComputed())
                .forEach(field -> fill(filled, field, JsonValues.at(submitted, field.path())));
        this.seen = computed(filled);
    }

    private void open(FieldRules rules) {
        ObjectNode shown = opened.deepCopy();
        for (FormFieldSchema field : schema.fields()) {
            FieldRule rule = rules.of(field);
            JsonNode value = JsonValues.at(shown, field.path());
            JsonNode usual = field.component().path("defaultValue");
            JsonNode first = !value.isMissingNode() ? rule.opened(field, value, this)
                    : usual.isMissingNode() ? rule.empty() : usual;
            JsonValues.put(opened, field.path(), first);
        }
    }

    private static void fill(ObjectNode filled, FormFieldSchema field, JsonNode sent) {
        if (!sent.isMissingNode()) {
            JsonValues.put(filled, field.path(), sent);
        }
    }

    /** Computed fields may build on each other, so they are computed until nothing changes any more. */
    private Map<String, Object> computed(ObjectNode filled) {
        List<FormFieldSchema> computed = schema.fields().stream().filter(FormState::isComputedOnChange).toList();
        Map<String, Object> context = withoutHidden(filled);
        boolean isChanged = !computed.isEmpty();
        for (int round = 0; isChanged && round <= computed.size(); round++) {
            isChanged = false;
            for (FormFieldSchema field : computed) {
                if (field.hiddenBy().isEmpty() || !isHiddenIn(field, context)) {
                    JsonNode value = asJson(feel.evaluate(field.component().path("expression").asText(), context));
                    isChanged |= !value.equals(JsonValues.at(filled, field.path()));
                    JsonValues.put(filled, field.path(), value);
                }
            }
            context = withoutHidden(filled);
        }
        return context;
    }

    private static boolean isComputedOnChange(FormFieldSchema field) {
        return field.isComputed() && field.component().path("computeOn").asText("change").equals("change");
    }

    /** A value at the root that is taken out uncovers what was shown under its name. */
    private Map<String, Object> withoutHidden(ObjectNode filled) {
        Map<String, Object> everything = asMap(filled);
        ObjectNode rest = filled.deepCopy();
        Map<String, Boolean> hidden = new HashMap<>();
        for (FormFieldSchema field : schema.fields()) {
            if (field.hiddenBy().stream().anyMatch(condition -> hidden.computeIfAbsent(condition, key -> isTrue(key, everything)))) {
                JsonValues.remove(rest, field.path());
            }
        }
        ObjectNode all = opened.deepCopy();
        all.setAll(rest);
        return asMap(all);
    }

    boolean isHidden(FormFieldSchema field) {
        return field.hiddenBy().stream()
                .anyMatch(condition -> conditions.computeIfAbsent(condition, key -> isTrue(key, seen)));
    }

    private boolean isHiddenIn(FormFieldSchema field, Map<String, Object> context) {
        return field.hiddenBy().stream().anyMatch(condition -> isTrue(condition, context));
    }

    /** form-js asks a condition as a unary test: a list counts when it holds true. */
    private boolean isTrue(String condition, Map<String, Object> context) {
        Object value = feel.evaluate(condition, context);
        return value instanceof Collection<?> values ? values.contains(Boolean.TRUE) : Boolean.TRUE.equals(value);
    }

    /** Read-only by a condition; what is always read-only the field says itself. */
    boolean isReadOnlyNow(FormFieldSchema field) {
        String condition = field.component().path("readonly").asText("");
        return condition.startsWith("=") && conditions.computeIfAbsent(condition, key -> isTrue(key, seen));
    }

    /** What the field held when the form was opened. */
    JsonNode opened(FormFieldSchema field) {
        return JsonValues.at(opened, field.path());
    }

    /** A limit of a validation, given as a number or by FEEL; empty where there is none. */
    Optional<BigDecimal> limit(FormFieldSchema field, String name) {
        JsonNode limit = field.validation(name);
        boolean isExpression = limit.isTextual() && limit.asText().startsWith("=");
        return JsNumber.of(isExpression ? asJson(feel.evaluate(limit.asText(), seen)) : limit);
    }

    /** The values that the field offers, from the first of the sources that form-js looks at. */
    Set<JsonNode> options(FormFieldSchema field) {
        JsonNode component = field.component();
        JsonNode offered;
        if (component.has("valuesKey")) {
            offered = opened.path(component.path("valuesKey").asText());
        } else if (component.has("values")) {
            offered = component.path("values");
        } else if (component.has("valuesExpression")) {
            offered = asJson(feel.evaluate(component.path("valuesExpression").asText(), seen));
        } else {
            offered = DEFAULT_OPTION;
        }
        Set<JsonNode> options = new HashSet<>();
        if (offered.isArray()) {
            offered.forEach(option -> optionValue(option).ifPresent(options::add));
        }
        return options;
    }

    /** An option is a plain value, or an object with a value and, where that is no plain one, a label. */
    private static Optional<JsonNode> optionValue(JsonNode option) {
        JsonNode value = option.isObject() ? option.path("value") : option;
        boolean hasLabel = option.path("label").isTextual() && !option.path("label").asText().isEmpty();
        boolean isPlain = value.isTextual() && !value.asText().isEmpty() || value.isBoolean() || value.isNumber();
        boolean isOption = isPlain || hasLabel && value.isContainerNode() && !value.isEmpty();
        return isOption ? Optional.of(JsonValues.withPlainNumbers(value)) : Optional.empty();
    }

    private Map<String, Object> asMap(ObjectNode data) {
        Map<String, Object> map = new LinkedHashMap<>();
        data.fields().forEachRemaining(field -> map.put(field.getKey(), json.convertValue(field.getValue(), Object.class)));
        return map;
    }

    private JsonNode asJson(Object value) {
        if (value == null) {
            return NullNode.getInstance();
        }
        return json.valueToTree(value instanceof TemporalAccessor || value instanceof TemporalAmount ? value.toString() : value);
    }
}
