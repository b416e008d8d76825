package fi.tyopolku.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A filled-in form as Tasklist sends it to the engine's interface, which itself answers odd ones with a server error:
 * variables by name, each with a plain value or JSON as text. Files, bytes and serialised objects come from no form.
 */
final class SentForm {

    private static final Pattern PATH = Pattern.compile(".*/submit-form/?");
    private static final int LONGEST_NAME_TOLD = 60;
    private static final Map<String, Predicate<JsonNode>> KINDS = Map.of(
            "", value -> true,
            "null", JsonNode::isNull,
            "string", JsonNode::isTextual,
            "json", JsonNode::isTextual,
            "boolean", JsonNode::isBoolean,
            "short", value -> value.isIntegralNumber() && value.canConvertToInt() && value.intValue() == value.shortValue(),
            "integer", value -> value.isIntegralNumber() && value.canConvertToInt(),
            "long", value -> value.isIntegralNumber() && value.canConvertToLong(),
            "double", JsonNode::isNumber);

    private final JsonNode body;

    /** @throws IOException when it is not JSON */
    SentForm(ObjectMapper json, byte[] body) throws IOException {
        this.body = json.readTree(body);
    }

    static boolean isSentTo(String path) {
        return PATH.matcher(path).matches();
    }

    boolean isForm() {
        return body.isObject() && (isNothing(body.path("variables")) || body.path("variables").isObject())
                && (isNothing(body.path("businessKey")) || body.path("businessKey").isTextual())
                && (isNothing(body.path("withVariablesInReturn")) || body.path("withVariablesInReturn").isBoolean());
    }

    /** The name of the first variable of a kind that no form sends. */
    Optional<String> oddVariable() {
        Iterable<Map.Entry<String, JsonNode>> variables = () -> body.path("variables").fields();
        return StreamSupport.stream(variables.spliterator(), false).filter(variable -> !isPlain(variable.getValue()))
                .map(variable -> shortened(variable.getKey())).findFirst();
    }

    private static boolean isPlain(JsonNode variable) {
        JsonNode type = variable.path("type");
        if (!variable.isObject() || !isNothing(type) && !type.isTextual()) {
            return false;
        }
        JsonNode value = variable.path("value");
        Predicate<JsonNode> kind = KINDS.get(isNothing(type) ? "" : type.asText().toLowerCase(Locale.ROOT));
        return kind != null && (isNothing(value) || kind.test(value))
                && (isNothing(variable.path("valueInfo")) || variable.path("valueInfo").isObject());
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME_TOLD ? name.substring(0, LONGEST_NAME_TOLD) : name;
    }
}
