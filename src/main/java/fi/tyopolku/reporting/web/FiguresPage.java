package fi.tyopolku.reporting.web;

import fi.tyopolku.access.StaffMember;
import fi.tyopolku.pages.MenuEntry;
import fi.tyopolku.pages.Pages;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The figures on a page of ours, by the same module as in Cockpit. */
@RestController
class FiguresPage {

    private static final String TITLE = "reporting.page.title";

    private final Pages pages;

    FiguresPage(Pages pages) {
        this.pages = pages;
    }

    @GetMapping(path = "/app/figures", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String figures(Authentication caller, Locale browser) {
        return pages.page("figures", TITLE, (StaffMember) caller.getPrincipal(), browser, Map.of());
    }

    @Configuration
    static class InTheMenu {

        @Bean
        MenuEntry figuresEntry() {
            return new MenuEntry(80, "/app/figures", TITLE, Set.of("manager"));
        }
    }
}
