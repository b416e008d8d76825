package fi.tyopolku.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.engine.RefusalOfRequest;
import fi.tyopolku.messages.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Tells why a form was refused in our own sentence alone, where the engine's interface writes a technical line before it,
 * and with a sentence for each field ({@code fields}, by key), so that Tasklist can show it where the field is.
 */
class RefusedForms extends RewrittenAnswers {

    private static final Pattern SUBMISSION = Pattern.compile(".*/(task|process-definition)/[^/]+/submit-form/?");

    private final ObjectMapper json;

    RefusedForms(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !SUBMISSION.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected Optional<byte[]> rewritten(HttpServletRequest request, ContentCachingResponseWrapper answer)
            throws IOException {
        Optional<Refusal> refusal = RefusalOfRequest.of(request);
        if (answer.getStatus() == HttpServletResponse.SC_BAD_REQUEST && refusal.isPresent()
                && json.readTree(answer.getContentAsByteArray()) instanceof ObjectNode told) {
            explain(told, refusal.get(), request.getLocale());
            return Optional.of(json.writeValueAsBytes(told));
        }
        return Optional.empty();
    }

    private void explain(ObjectNode told, Refusal refusal, Locale locale) {
        told.put("message", refusal.in(locale));
        JsonNode fields = json.valueToTree(refusal.fieldsIn(locale));
        if (!fields.isEmpty()) {
            told.set("fields", fields);
        }
    }
}
