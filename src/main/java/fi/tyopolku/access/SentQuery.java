package fi.tyopolku.access;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;

/** What a page sends to the engine's interface, looked at before the engine reads it. */
final class SentQuery {

    private static final String EXPRESSION = "expression";

    private final ObjectMapper json;
    private final byte[] body;

    SentQuery(ObjectMapper json, byte[] body) {
        this.json = json;
        this.body = body;
    }

    /**
     * Whether the engine would evaluate something of it. A query key such as {@code assigneeExpression} is code; the
     * engine refuses it at the top of a query and overlooks it in {@code orQueries}. Read token by token, because of
     * a key that is there twice the engine may take the other one.
     *
     * @throws IOException when it is not JSON
     */
    boolean holdsExpression() throws IOException {
        try (JsonParser parser = json.getFactory().createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isExpression(parser.currentName())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it names exactly this person as {@code userId}. */
    boolean names(String userId) throws IOException {
        JsonNode named = json.readTree(body).path("userId");
        return named.isTextual() && named.textValue().equals(userId);
    }

    static boolean holdsExpression(Collection<String> parameterNames) {
        return parameterNames.stream().anyMatch(SentQuery::isExpression);
    }

    private static boolean isExpression(String key) {
        return key.toLowerCase(Locale.ROOT).endsWith(EXPRESSION);
    }
}
