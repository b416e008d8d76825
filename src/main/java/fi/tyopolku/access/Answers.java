package fi.tyopolku.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.engine.web.WebappLogin;
import fi.tyopolku.messages.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Says no over HTTP as {@code {"type","message"}}, the shape Tasklist shows, in the language of the person. */
@Component
class Answers {

    private final WebappLogin login;
    private final Staff staff;
    private final ObjectMapper json;

    Answers(WebappLogin login, Staff staff, ObjectMapper json) {
        this.login = login;
        this.staff = staff;
        this.json = json;
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, int status, String key, Object... arguments)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), Map.of(
                "type", key.substring(key.indexOf('.') + 1),
                "message", Texts.in(languageOf(request), key, arguments)));
    }

    private Locale languageOf(HttpServletRequest request) {
        return login.of(request)
                .flatMap(person -> staff.member(person.userId()))
                .map(StaffMember::locale)
                .orElseGet(request::getLocale);
    }
}
