package fi.tyopolku.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.messages.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Says no over HTTP as {@code {"type","message"}}, the shape Tasklist shows, in the language of the browser. */
@Component
class Answers {

    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    /** The same for people who opened one of our pages: a page that says what is wrong and what to do. */
    void refusePage(HttpServletRequest request, HttpServletResponse response, int status, String key) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        Locale locale = Texts.supported(request.getLocale());
        String title = HtmlUtils.htmlEscape(Texts.in(locale, key));
        response.getWriter().write("""
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s – Työpolku</title><link rel="stylesheet" href="/tyopolku/assets/tyopolku.css"></head>
                <body><main id="main"><h1>%s</h1><p>%s</p><p><a href="/camunda/app/tasklist/default/" target="_blank">%s</a></p></main></body></html>
                """.formatted(locale.getLanguage(), title, title, HtmlUtils.htmlEscape(Texts.in(locale, key + ".what")),
                HtmlUtils.htmlEscape(Texts.in(locale, "access.page.tasklist"))));
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
