package fi.tyopolku.pages;

import fi.tyopolku.messages.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** What people see in the browser where there is no page or it fails: a sentence, never the product's insides. */
@Component("error")
class ErrorPage implements View {

    private static final Map<Integer, String> KNOWN = Map.of(
            HttpServletResponse.SC_UNAUTHORIZED, "pages.logInAgain",
            HttpServletResponse.SC_FORBIDDEN, "pages.notForYou",
            HttpServletResponse.SC_NOT_FOUND, "pages.notFound");

    private final Pages pages;

    ErrorPage(Pages pages) {
        this.pages = pages;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = request.getLocale();
        String key = KNOWN.getOrDefault(model.get("status"), "pages.failed");
        boolean isLoggedOut = key.equals(KNOWN.get(HttpServletResponse.SC_UNAUTHORIZED));
        response.setContentType(getContentType());
        response.getWriter().write(pages.page("error", key, null, locale,
                Map.of("what", Texts.in(locale, key + ".what"), "isLoggedOut", isLoggedOut)));
    }
}
