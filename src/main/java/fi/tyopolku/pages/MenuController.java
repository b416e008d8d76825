package fi.tyopolku.pages;

import fi.tyopolku.access.StaffMember;
import fi.tyopolku.messages.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The menu of our own pages, for the web applications beside them. */
@RestController
class MenuController {

    private final Pages pages;

    MenuController(Pages pages) {
        this.pages = pages;
    }

    /** @param name in the language of the browser */
    record Line(String href, String name) {
    }

    @GetMapping("/api/menu")
    List<Line> menu(Authentication caller, Locale locale) {
        return pages.menuOf((StaffMember) caller.getPrincipal())
                .map(entry -> new Line(entry.href(), Texts.in(Texts.supported(locale), entry.nameKey()))).toList();
    }
}
