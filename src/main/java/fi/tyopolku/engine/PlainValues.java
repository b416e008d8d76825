package fi.tyopolku.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.value.JsonValue;

/** The engine's variables as plain Java values: texts, numbers, booleans, maps and lists. */
class PlainValues {

    private final ObjectMapper json;

    PlainValues(ObjectMapper json) {
        this.json = json;
    }

    Map<String, Object> of(VariableMap variables) {
        Map<String, Object> values = new HashMap<>();
        variables.keySet().forEach(name -> values.put(name, plain(variables.getValueTyped(name))));
        return values;
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
