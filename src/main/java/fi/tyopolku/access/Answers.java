package fi.tyopolku.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.messages.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Says no over HTTP as {@code {"type","message"}}, the shape Tasklist shows, in the language of the browser. */
@Component
class Answers {

    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, int status, String key, Object... arguments)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), Map.of(
                "type", key.substring(key.indexOf('.') + 1),
                "message", Texts.in(request.getLocale(), key, arguments)));
    }
}
