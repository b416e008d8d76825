package fi.tyopolku.pages;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The accessibility statement (Act 306/2019): open to everybody. */
@RestController
class AccessibilityPage {

    private final Pages pages;

    AccessibilityPage(Pages pages) {
        this.pages = pages;
    }

    @GetMapping(path = "/accessibility", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String statement(Locale locale) {
        return pages.page("accessibility", "pages.accessibility", null, locale, Map.of());
    }
}
