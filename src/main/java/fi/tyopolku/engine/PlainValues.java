package fi.tyopolku.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.messages.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.value.JsonValue;

/** The engine's variables as plain Java values: texts, numbers, booleans, maps and lists. */
class PlainValues {

    private static final int LONGEST_NAME = 60;

    private final ObjectMapper json;

    PlainValues(ObjectMapper json) {
        this.json = json;
    }

    Map<String, Object> of(VariableMap variables) {
        Map<String, Object> values = new HashMap<>();
        variables.keySet().forEach(name -> values.put(name, plain(variables.getValueTyped(name))));
        return values;
    }

    /** What a person sent: texts, numbers, yes or no, and JSON; nothing else can come from a form. */
    Map<String, Object> submitted(VariableMap variables) {
        Map<String, Object> values = new HashMap<>();
        variables.keySet().forEach(name -> {
            TypedValue typed = variables.getValueTyped(name);
            boolean isPlain = typed == null || typed.getValue() == null || typed.getValue() instanceof String
                    || typed.getValue() instanceof Boolean || typed.getValue() instanceof Number
                    || typed.getValue() instanceof Map || typed.getValue() instanceof List
                    || typed.getValue() instanceof SpinJsonNode;
            if (!isPlain) {
                throw new Refusal("engine.valueKind", shortened(name));
            }
            try {
                values.put(name, plain(typed));
            } catch (RuntimeException e) {
                throw new Refusal("engine.valueKind", shortened(name));
            }
        });
        return values;
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private Object plain(TypedValue typed) {
        if (typed == null) {
            return null;
        }
        if (typed instanceof JsonValue jsonValue) {
            return parsed(jsonValue.getValueSerialized() != null ? jsonValue.getValueSerialized()
                    : jsonValue.getValue().toString());
        }
        return typed.getValue() instanceof SpinJsonNode node ? parsed(node.toString()) : typed.getValue();
    }

    private Object parsed(String text) {
        try {
            return json.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A variable is not JSON");
        }
    }
}
