package fi.tyopolku.forms;

import static fi.tyopolku.forms.FormJs.JSON;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Forms over the allowed set of components with every validation that form-js knows. */
final class RandomForms {

    static final List<String> PATTERNS = List.of("^[A-Z]{2}\\d+$", "\\bab\\b", "^\\S+$", "\\s", "^.{3}$", "^[^]$", "[]", "a|^b$",
            "^\\d{5}$", "^[a-zåäö ]+$", "[\\w-]+@", "(?=.*\\d)a", "(?<!a)b", "\\/", "[[]", "[a&&b]", "x{", "^$", "😀", "^.$",
            "[😀]", "\\x41\\u0042", "^(?<year>\\d{4})-\\d\\d$", "a.b", "\\Bb", "[^\\s\\d]", "^[\\W]", "(ab){2,}", "]", "[\\b]");
    private static final List<String> TYPES = List.of("textfield", "textfield", "textarea", "number", "number", "checkbox",
            "radio", "select", "checklist", "taglist", "datetime");
    private static final List<String> SHOWN_ONLY = List.of("text", "html", "separator", "spacer", "table");

    private final Random random;
    private int count;

    RandomForms(Random random) {
        this.random = random;
    }

    /** What every form is opened with: limits, lists, a flag; and values for some of its fields. */
    static ObjectNode shown() {
        ObjectNode shown = JSON.createObjectNode();
        shown.put("small", 2).put("large", 6).put("flag", true).put("word", "A");
        shown.putArray("letters").add("A").add("B").add("C");
        ArrayNode choices = shown.putArray("choices");
        choices.addObject().put("label", "One").put("value", 1);
        choices.addObject().put("label", "Two").put("value", "A");
        choices.addObject().put("value", "B");
        choices.addObject().put("label", "Nothing");
        choices.addObject().put("label", "Both").putObject("value").put("id", 7);
        shown.putArray("rows").addObject().put("a", 1);
        return shown;
    }

    ObjectNode form() {
        count = 0;
        ObjectNode form = JSON.createObjectNode().put("type", "default").put("id", "random").put("schemaVersion", 16);
        components(form.putArray("components"), 3 + random.nextInt(5), 2, new ArrayList<>(List.of(new Name("word", "text"), new Name("flag", "checkbox"))), "");
        return form;
    }

    ObjectNode formOfOne() {
        count = 0;
        ObjectNode form = JSON.createObjectNode().put("type", "default").put("id", "single").put("schemaVersion", 16);
        form.putArray("components").add(field());
        return form;
    }

    private void components(ArrayNode components, int number, int depth, List<Name> names, String place) {
        for (int i = 0; i < number; i++) {
            ObjectNode component;
            Name name = null;
            if (depth > 0 && chance(5)) {
                component = group(depth, names, place);
            } else if (chance(8)) {
                component = shownOnly();
            } else if (chance(10)) {
                component = expression(names);
                name = new Name(place + component.path("key").asText(), kind(component));
            } else {
                component = field();
                name = new Name(place + component.path("key").asText(), kind(component));
            }
            if (chance(3)) {
                component.putObject("conditional").put("hide", condition(names));
            }
            if (name != null) {
                names.add(name);
            }
            components.add(component);
        }
    }

    private ObjectNode group(int depth, List<Name> names, String place) {
        ObjectNode group = component("group").put("label", "Group");
        String path = chance(3) ? "" : "group" + count;
        if (!path.isEmpty()) {
            group.put("path", path);
        }
        components(group.putArray("components"), 1 + random.nextInt(4), depth - 1, names, path.isEmpty() ? place : place + path + ".");
        return group;
    }

    private ObjectNode shownOnly() {
        String type = one(SHOWN_ONLY);
        ObjectNode component = component(type);
        switch (type) {
            case "text" -> component.put("text", "Read {{word}}");
            case "html" -> component.put("content", "<p>{{word}}</p>");
            case "table" -> component.put("dataSource", "=rows").putArray("columns").addObject().put("label", "A").put("key", "a");
            default -> { }
        }
        return component;
    }

    private ObjectNode expression(List<Name> names) {
        ObjectNode field = component("expression");
        return field.put("key", "computed" + count).put("computeOn", chance(4) ? "presubmit" : "change")
                .put("expression", one(List.of("=small + 1", "=count(letters)", "=" + one(names).path(), "=if flag then \"A\" else \"B\"",
                        "=" + one(names).path() + " != null")));
    }

    /** A name that conditions can use, and the kind of its value. */
    private record Name(String path, String kind) {
    }

    /** Values of several kinds are compared with nothing: there feelin says unequal and feel-scala null. */
    private static String kind(ObjectNode component) {
        boolean isMixed = component.path("serializeToString").asBoolean() || component.has("valuesKey")
                || component.has("valuesExpression") || component.path("values").size() > 3;
        return isMixed && !component.path("type").asText().endsWith("list") ? "mixed" : component.path("type").asText();
    }

    private String condition(List<Name> names) {
        Name name = one(names);
        List<String> conditions = new ArrayList<>(List.of("=%s = null", "=missing = null", "=%s = null or missing.inside = \"A\"",
                "=%s != null and flag"));
        conditions.addAll(switch (name.kind()) {
            case "text", "textfield", "textarea", "datetime", "radio", "select" -> List.of("=%s != \"A\"", "=%s = \"A\"", "=%s = \"\"",
                    "=%s = null or %s != \"A\"", "=not(list contains([\"A\", \"B\"], %s))", "=missing.inside != \"A\" and %s != \"B\"");
            case "number" -> List.of("=%s > 3", "=%s = null or %s < 2", "=%s = 5", "=not(%s >= small)");
            case "checkbox" -> List.of("=%s", "=%s = true", "=%s != true", "=not(%s)", "=%s or flag = false");
            case "checklist", "taglist" -> List.of("=count(%s) = 0", "=list contains(%s, \"A\") = false", "=not(list contains(%s, \"B\"))",
                    "=(%s = null or count(%s) = 0)");
            default -> List.of("=%s = null");
        });
        return one(conditions).replace("%s", name.path());
    }

    private ObjectNode field() {
        String type = one(TYPES);
        ObjectNode field = component(type);
        field.put("key", "field" + count);
        ObjectNode validate = JSON.createObjectNode();
        if (chance(3)) {
            validate.put("required", true);
        }
        switch (type) {
            case "textfield", "textarea" -> text(field, type, validate);
            case "number" -> number(field, validate);
            case "datetime" -> dateTime(field);
            case "checkbox" -> field.put("label", "Tick");
            default -> options(field, type);
        }
        if (!validate.isEmpty()) {
            field.set("validate", validate);
        }
        if (chance(10)) {
            field.put("disabled", true);
        } else if (chance(10)) {
            field.put("readonly", true);
        } else if (chance(12)) {
            field.put("readonly", one(List.of("=flag", "=missing", "=word = \"A\"", "=word = \"B\"")));
        }
        if (chance(6)) {
            ObjectNode properties = field.putObject("properties");
            properties.put("required", "true");
        }
        return field;
    }

    private void text(ObjectNode field, String type, ObjectNode validate) {
        field.put("label", "Text");
        if (chance(2)) {
            limit(validate, "maxLength", List.of("3", "8", "=large", "=large + 1", "=missing", "=word", "=small / 2"));
        }
        if (chance(2)) {
            limit(validate, "minLength", List.of("1", "2", "=small", "=missing", "=count(letters)"));
        }
        if (type.equals("textfield") && chance(3)) {
            validate.put("validationType", one(List.of("email", "phone", "")));
        } else if (type.equals("textfield") && chance(3)) {
            validate.put("pattern", one(PATTERNS));
        }
    }

    private void number(ObjectNode field, ObjectNode validate) {
        field.put("label", "Number");
        if (chance(2)) {
            limit(validate, "min", List.of("0", "-3", "2.5", "=small", "=missing", "=flag", "=small - 5"));
        }
        if (chance(2)) {
            limit(validate, "max", List.of("8", "100", "0", "=large", "=large * 1.5", "=missing"));
        }
        if (chance(2)) {
            field.put("decimalDigits", random.nextInt(4));
        }
        if (chance(3)) {
            String step = one(List.of("1", "0.5", "0.25", "3", "10"));
            if (chance(2)) {
                field.put("increment", step);
            } else {
                field.put("increment", new java.math.BigDecimal(step));
            }
        }
        if (chance(4)) {
            field.put("serializeToString", true);
        }
    }

    private void limit(ObjectNode validate, String name, List<String> values) {
        String value = one(values);
        if (value.startsWith("=") || chance(4) && !name.startsWith("m" + "in") && !name.equals("max")) {
            validate.put(name, value);
        } else {
            validate.put(name, new java.math.BigDecimal(value));
        }
    }

    private void options(ObjectNode field, String type) {
        field.put("label", "Choice");
        switch (random.nextInt(5)) {
            case 0 -> field.put("valuesKey", one(List.of("letters", "choices", "missing")));
            case 1 -> field.put("valuesExpression", one(List.of("=letters", "=choices", "=missing", "=[\"A\", \"B\"]")));
            default -> {
                ArrayNode values = field.putArray("values");
                List.of("A", "B", "C").forEach(value -> values.addObject().put("label", "Option " + value).put("value", value));
                if (chance(3)) {
                    values.addObject().put("label", "Five").put("value", 5);
                }
            }
        }
    }

    private void dateTime(ObjectNode field) {
        String kind = one(List.of("date", "date", "time", "datetime"));
        field.put("subtype", kind).put("dateLabel", "Day");
        if (!kind.equals("time") && chance(3)) {
            field.put("disallowPassedDates", true);
        }
        if (!kind.equals("date")) {
            field.put("timeLabel", "Time").put("use24h", true).put("timeInterval", List.of(1, 5, 15, 30, 60).get(random.nextInt(5)));
            field.put("timeSerializingFormat", one(List.of("utc_offset", "utc_normalized", "no_timezone")));
        }
    }

    private ObjectNode component(String type) {
        count++;
        return JSON.createObjectNode().put("type", type).put("id", "Component_" + count);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
