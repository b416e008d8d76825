package fi.tyopolku.notifications.web;

import fi.tyopolku.access.StaffMember;
import fi.tyopolku.notifications.DigestItems;
import fi.tyopolku.pages.MenuEntry;
import fi.tyopolku.pages.Pages;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /app/settings}: whether a person wants each mail by itself or one in the morning. */
@RestController
class MailSettingsPage {

    private static final String PATH = "/app/settings";
    private static final String TITLE = "notifications.settings";

    private final Pages pages;
    private final DigestItems digest;

    MailSettingsPage(Pages pages, DigestItems digest) {
        this.pages = pages;
        this.digest = digest;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String settings(Authentication caller, Locale locale, @RequestParam(required = false) String saved) {
        StaffMember person = (StaffMember) caller.getPrincipal();
        boolean wanted = digest.isWantedBy(person.userId());
        return pages.page("mail-settings", TITLE, person, locale,
                Map.of("wanted", wanted, "each", !wanted, "saved", saved != null));
    }

    @PostMapping(PATH)
    ResponseEntity<Void> save(Authentication caller, @RequestParam String mail) {
        digest.wish(((StaffMember) caller.getPrincipal()).userId(), mail.equals("DIGEST"));
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(PATH + "?saved=1")).build();
    }

    @Configuration
    static class Menu {

        @Bean
        MenuEntry settings() {
            return new MenuEntry(80, PATH, TITLE, Set.of("coach", "trainer", "service-advisor", "employer-liaison",
                    "funding-officer", "manager"));
        }
    }
}
