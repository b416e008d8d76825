package fi.tyopolku.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import fi.tyopolku.testing.ApplicationTest;
import fi.tyopolku.testing.IdentityCodes;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class BrowserSmokeTest {

    @LocalServerPort
    private int port;

    @Test
    void aCoachStartsAPathAndHandlesTheReferralInTasklist() {
        try (Playwright playwright = Browsers.playwright(); Browser browser = Browsers.launch(playwright);
                TasklistPage coach = new TasklistPage(browser, port, "coach")) {
            coach.startProcess("Client path");
            coach.picture("start-form");
            coach.fill("Personal identity code", IdentityCodes.next());
            coach.date("Registered as a jobseeker on", LocalDate.now().minusDays(10));
            coach.fill("Given name", "Aino");
            coach.fill("Family name", "Koskela");
            coach.choose("Language of service", "Finnish");
            coach.fill("Municipality of residence", "Kemijärvi");
            coach.choose("Where does the referral come from?", "Rehabilitative work activity");
            coach.fill("What is the client looking for", "Wants to work with wood.");
            coach.picture("start-form-filled");
            coach.pressStart();
            coach.picture("started");
            assertThat(coach.page().content()).isNotEmpty();
        }
    }
}
