package fi.tyopolku.pages;

import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The accessibility statement (Act 306/2019, 9 §): open to everybody. */
@RestController
class AccessibilityPage {

    private final Pages pages;
    private final String feedback;

    /** @param feedback the address for feedback (10 §), of mail or a form; the municipality's own contacts where empty */
    AccessibilityPage(Pages pages, @Value("${tyopolku.accessibility-feedback:}") String feedback) {
        this.pages = pages;
        this.feedback = feedback.strip();
    }

    @GetMapping(path = "/accessibility", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String statement(Locale locale) {
        return pages.page("accessibility", "pages.accessibility", null, locale,
                Map.of("feedback", feedback, "isMail", feedback.contains("@")));
    }
}
