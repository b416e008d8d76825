package fi.tyopolku.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.forms.FormRefused.Fault;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Judges a submission against the form it was filled in on. Hidden fields are dropped, computed ones are not trusted,
 * keys that the form does not have are refused. All faults are reported at once.
 */
@Component
public class FormGuard {

    /** Longer than any answer that a person types; the document store is no place for files. */
    static final int LONGEST_TEXT = 10_000;
    private static final Pattern EMAIL = Pattern.compile("^[^\\s@\"<>,;]+@[^\\s@\"<>,;]+\\.[^\\s@\"<>,;]+$");
    private static final Pattern PHONE = Pattern.compile("^\\+?[0-9][0-9 ()-]{4,18}$");
    private static final Set<String> MULTIPLE_CHOICE = Set.of("checklist", "taglist");
    private static final Set<String> SINGLE_CHOICE = Set.of("radio", "select");
    private static final Object ABSENT = new Object();

    private final FeelConditions feel;
    private final Map<String, FieldFormat> formats;
    private final Clock clock;
    private final ObjectMapper json;

    FormGuard(FeelConditions feel, List<FieldFormat> formats, Clock clock, ObjectMapper json) {
        this.feel = feel;
        this.formats = formats.stream().collect(Collectors.toMap(FieldFormat::name, format -> format));
        this.clock = clock;
        this.json = json;
    }

    /**
     * @param submitted what came from the browser, as one JSON object
     * @param shown what the form was opened with: variables, documents, lists of options
     * @return the submission without hidden, computed and read-only fields
     * @throws FormRefused with every fault
     */
    public ObjectNode check(FormSchema schema, ObjectNode submitted, Map<String, Object> shown) {
        List<Fault> faults = new ArrayList<>();
        refuseUnknownKeys(schema, submitted, faults);
        Map<String, Object> context = context(schema, submitted, shown);
        JsonNode shownJson = json.valueToTree(shown);
        ObjectNode clean = json.createObjectNode();
        for (FormFieldSchema field : schema.fields()) {
            JsonNode value = valueIn(submitted, field);
            if (isHidden(field, context) || field.isComputed() || field.isDisabled()) {
                continue;
            }
            if (field.isReadOnly()) {
                refuseChange(field, value, valueIn(shownJson, field), faults);
                continue;
            }
            int before = faults.size();
            judge(field, value, context, faults);
            if (faults.size() == before) {
                put(clean, field, normal(field, value));
            }
        }
        if (!faults.isEmpty()) {
            throw new FormRefused(faults);
        }
        return clean;
    }

    private void refuseUnknownKeys(FormSchema schema, ObjectNode submitted, List<Fault> faults) {
        Set<String> documents = schema.documentKinds();
        Set<String> rootKeys = schema.routingFacts().stream().map(FormFieldSchema::key).collect(Collectors.toSet());
        submitted.fieldNames().forEachRemaining(key -> {
            if (documents.contains(key)) {
                refuseUnknownKeysIn(schema, key, submitted.get(key), faults);
            } else if (!rootKeys.contains(key)) {
                faults.add(new Fault(key, shortened(key), "forms.unknown"));
            }
        });
    }

    private void refuseUnknownKeysIn(FormSchema schema, String document, JsonNode content, List<Fault> faults) {
        if (content.isNull()) {
            return;
        }
        if (!content.isObject()) {
            faults.add(new Fault(document, document, "forms.type"));
            return;
        }
        Set<String> known = schema.fieldsOf(document).stream().map(FormFieldSchema::key).collect(Collectors.toSet());
        content.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                faults.add(new Fault(key, shortened(key), "forms.unknown"));
            }
        });
    }

    private static String shortened(String key) {
        return key.length() > 60 ? key.substring(0, 60) : key;
    }

    private boolean isHidden(FormFieldSchema field, Map<String, Object> context) {
        return field.hiddenBy().stream().anyMatch(condition -> feel.isTrue(condition, context));
    }

    /**
     * What the form's expressions see, as in form-js from the root: what was shown, overlaid with what was submitted.
     * What the person cannot change is taken from what was shown.
     */
    private Map<String, Object> context(FormSchema schema, ObjectNode submitted, Map<String, Object> shown) {
        Map<String, Object> context = new HashMap<>(shown);
        submitted.fields().forEachRemaining(field -> {
            Object value = json.convertValue(field.getValue(), Object.class);
            context.merge(field.getKey(), value == null ? ABSENT : value, FormGuard::overlaid);
        });
        schema.fields().stream().filter(FormFieldSchema::isReadOnly).forEach(field -> restore(field, shown, context));
        context.values().removeIf(value -> value == ABSENT);
        return context;
    }

    private static Object overlaid(Object shown, Object submitted) {
        if (shown instanceof Map<?, ?> before && submitted instanceof Map<?, ?> after) {
            Map<Object, Object> both = new HashMap<>(before);
            both.putAll(after);
            return both;
        }
        return submitted;
    }

    @SuppressWarnings("unchecked")
    private static void restore(FormFieldSchema field, Map<String, Object> shown, Map<String, Object> context) {
        if (field.document() == null) {
            context.put(field.key(), shown.get(field.key()));
        } else if (context.get(field.document()) instanceof Map<?, ?> document) {
            Map<String, Object> restored = new HashMap<>((Map<String, Object>) document);
            restored.put(field.key(), shown.get(field.document()) instanceof Map<?, ?> before ? before.get(field.key()) : null);
            context.put(field.document(), restored);
        }
    }

    private void refuseChange(FormFieldSchema field, JsonNode value, JsonNode shown, List<Fault> faults) {
        if (!isEmpty(value) && !normal(field, value).equals(normal(field, shown))) {
            faults.add(fault(field, "forms.readOnly"));
        }
    }

    private void judge(FormFieldSchema field, JsonNode value, Map<String, Object> context, List<Fault> faults) {
        if (isMissing(field, value)) {
            if (field.isRequired()) {
                faults.add(fault(field, field.type().equals("checkbox") ? "forms.mustBeTicked" : "forms.required"));
            }
            return;
        }
        switch (field.type()) {
            case "textfield", "textarea" -> judgeText(field, value, context, faults);
            case "number" -> judgeNumber(field, value, context, faults);
            case "checkbox" -> {
                if (!value.isBoolean()) {
                    faults.add(fault(field, "forms.type"));
                }
            }
            case "radio", "select" -> judgeChoice(field, value, context, faults);
            case "checklist", "taglist" -> judgeChoices(field, value, context, faults);
            case "datetime" -> judgeDate(field, value, faults);
            default -> faults.add(fault(field, "forms.unknown"));
        }
    }

    private static boolean isMissing(FormFieldSchema field, JsonNode value) {
        if (field.type().equals("checkbox")) {
            return isEmpty(value) || value.isBoolean() && !value.asBoolean() && field.isRequired();
        }
        return isEmpty(value);
    }

    private static boolean isEmpty(JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode()
                || value.isTextual() && value.asText().isBlank()
                || value.isArray() && value.isEmpty();
    }

    private void judgeText(FormFieldSchema field, JsonNode value, Map<String, Object> context, List<Fault> faults) {
        if (!value.isTextual()) {
            faults.add(fault(field, "forms.type"));
            return;
        }
        String text = value.asText().strip();
        BigDecimal longest = limit(field, "maxLength", context);
        int most = longest == null ? LONGEST_TEXT : longest.intValue();
        BigDecimal shortest = limit(field, "minLength", context);
        String pattern = field.validation("pattern").asText("");
        if (text.length() > most) {
            faults.add(fault(field, "forms.tooLong", most));
        } else if (shortest != null && text.length() < shortest.intValue()) {
            faults.add(fault(field, "forms.tooShort", shortest.intValue()));
        } else if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(text).find()) {
            faults.add(fault(field, "forms.pattern"));
        }
        String kind = field.validation("validationType").asText("");
        if (kind.equals("email") && !EMAIL.matcher(text).matches()) {
            faults.add(fault(field, "forms.email"));
        } else if (kind.equals("phone") && !PHONE.matcher(text).matches()) {
            faults.add(fault(field, "forms.phone"));
        }
        FieldFormat format = formats.get(field.format());
        if (format != null && !format.accepts(text)) {
            faults.add(fault(field, "forms.format." + format.name()));
        }
    }

    private void judgeNumber(FormFieldSchema field, JsonNode value, Map<String, Object> context, List<Fault> faults) {
        BigDecimal number = numberIn(value);
        if (number == null) {
            faults.add(fault(field, "forms.number"));
            return;
        }
        BigDecimal least = limit(field, "min", context);
        BigDecimal most = limit(field, "max", context);
        int decimals = field.component().path("decimalDigits").asInt(Integer.MAX_VALUE);
        if (least != null && number.compareTo(least) < 0) {
            faults.add(fault(field, "forms.tooSmall", least.toPlainString()));
        } else if (most != null && number.compareTo(most) > 0) {
            faults.add(fault(field, "forms.tooLarge", most.toPlainString()));
        } else if (number.stripTrailingZeros().scale() > decimals) {
            faults.add(fault(field, decimals == 0 ? "forms.wholeNumber" : "forms.decimals", decimals));
        }
    }

    private static BigDecimal numberIn(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        return null;
    }

    private BigDecimal limit(FormFieldSchema field, String name, Map<String, Object> context) {
        JsonNode limit = field.validation(name);
        if (limit.isNumber()) {
            return limit.decimalValue();
        }
        if (limit.isTextual() && limit.asText().startsWith("=")) {
            Object value = feel.evaluate(limit.asText(), context);
            return value instanceof Number number ? new BigDecimal(number.toString()) : null;
        }
        return limit.isTextual() && !limit.asText().isBlank() ? new BigDecimal(limit.asText()) : null;
    }

    private void judgeChoice(FormFieldSchema field, JsonNode value, Map<String, Object> context, List<Fault> faults) {
        if (!options(field, context).contains(value)) {
            faults.add(fault(field, "forms.option"));
        }
    }

    private void judgeChoices(FormFieldSchema field, JsonNode value, Map<String, Object> context, List<Fault> faults) {
        if (!value.isArray()) {
            faults.add(fault(field, "forms.type"));
            return;
        }
        Set<JsonNode> options = options(field, context);
        Set<JsonNode> chosen = new HashSet<>();
        for (JsonNode choice : value) {
            if (!options.contains(choice) || !chosen.add(choice)) {
                faults.add(fault(field, "forms.option"));
                return;
            }
        }
    }

    private Set<JsonNode> options(FormFieldSchema field, Map<String, Object> context) {
        JsonNode component = field.component();
        JsonNode values = component.path("values");
        if (component.hasNonNull("valuesKey")) {
            values = json.valueToTree(context.get(component.get("valuesKey").asText()));
        } else if (component.hasNonNull("valuesExpression")) {
            values = json.valueToTree(feel.evaluate(component.get("valuesExpression").asText(), context));
        }
        Set<JsonNode> options = new HashSet<>();
        for (JsonNode option : values == null ? NullNode.getInstance() : values) {
            options.add(option.isObject() ? option.path("value") : option);
        }
        return options;
    }

    private void judgeDate(FormFieldSchema field, JsonNode value, List<Fault> faults) {
        if (!value.isTextual()) {
            faults.add(fault(field, "forms.date"));
            return;
        }
        String text = value.asText();
        try {
            switch (field.component().path("subtype").asText("date")) {
                case "time" -> readTime(text);
                case "datetime" -> readDateTime(text);
                default -> judgeDay(field, LocalDate.parse(text), faults);
            }
        } catch (DateTimeParseException e) {
            faults.add(fault(field, "forms.date"));
        }
    }

    private void judgeDay(FormFieldSchema field, LocalDate day, List<Fault> faults) {
        LocalDate today = LocalDate.now(clock);
        if (field.component().path("disallowPassedDates").asBoolean(false) && day.isBefore(today)) {
            faults.add(fault(field, "forms.pastDate"));
        } else if (field.format().equals("notInFuture") && day.isAfter(today)) {
            faults.add(fault(field, "forms.futureDate"));
        } else if (day.getYear() < 1900 || day.getYear() > today.getYear() + 20) {
            faults.add(fault(field, "forms.date"));
        }
    }

    private static void readTime(String text) {
        if (text.length() > 8) {
            OffsetTime.parse(text);
        } else {
            LocalTime.parse(text);
        }
    }

    private static void readDateTime(String text) {
        if (text.endsWith("Z") || text.matches(".*[+-]\\d{2}:\\d{2}$")) {
            OffsetDateTime.parse(text);
        } else {
            LocalDateTime.parse(text);
        }
    }

    private static Fault fault(FormFieldSchema field, String key, Object... arguments) {
        return new Fault(field.key(), field.label(), key, arguments);
    }

    private static JsonNode valueIn(JsonNode data, FormFieldSchema field) {
        JsonNode parent = field.document() == null ? data : data.path(field.document());
        return parent.path(field.key());
    }

    /** One form for values that mean the same: no empty texts, no blanks around, numbers without drifting types. */
    private JsonNode normal(FormFieldSchema field, JsonNode value) {
        if (isEmpty(value)) {
            if (field.type().equals("checkbox")) {
                return json.getNodeFactory().booleanNode(false);
            }
            return MULTIPLE_CHOICE.contains(field.type()) ? json.createArrayNode() : NullNode.getInstance();
        }
        if (value.isTextual() && !SINGLE_CHOICE.contains(field.type())) {
            return json.getNodeFactory().textNode(value.asText().strip());
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue().stripTrailingZeros();
            return number.scale() <= 0 && number.precision() - number.scale() < 19
                    ? json.getNodeFactory().numberNode(number.longValueExact())
                    : json.getNodeFactory().numberNode(number);
        }
        return value;
    }

    private void put(ObjectNode clean, FormFieldSchema field, JsonNode value) {
        ObjectNode parent = clean;
        if (field.document() != null) {
            parent = clean.has(field.document()) ? (ObjectNode) clean.get(field.document())
                    : clean.putObject(field.document());
        }
        parent.set(field.key(), value);
    }
}
