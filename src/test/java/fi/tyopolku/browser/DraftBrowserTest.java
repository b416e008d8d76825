package fi.tyopolku.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.SampleForms;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Unfinished forms in Tasklist: they are kept on the server, and the browser forgets them. */
@BrowserTest
class DraftBrowserTest {

    private static final String TASK = "Handle the referral";
    private static final String TYPED = "Which language, and is there a driving licence?";
    private static final String QUESTION = "What should the referrer tell?";

    private Browser browser;
    @LocalServerPort
    private int port;
    @Autowired
    private PathDriver path;

    private String caseId;

    @BeforeEach
    void aReferralWaits(Browser browser) {
        this.browser = browser;
        Map<String, Object> referral = SampleForms.referral(IdentityCodes.next());
        caseId = path.start("coach", "clientPath", referral);
    }

    @Test
    void whatIsTypedIsFoundOnAnyMachineAndAfterTheSessionEndedAndNeverInTheBrowser() {
        try (TasklistPage here = tasklist("coach")) {
            here.take(TASK, caseId);
            here.pick("What do you decide?", "Ask the referrer for more");
            here.fill(QUESTION, TYPED);
            here.draftSays("Draft saved");
            assertThat(here.keptByBrowser()).doesNotContain("camunda-form", TYPED);
            here.picture("draft-saved");

            try (TasklistPage there = tasklist("coach")) {
                there.open(TASK, caseId);
                there.draftSays("The form shows your draft");
                assertThat(there.valueOf(QUESTION)).isEqualTo(TYPED);
                there.logOut();
                assertThat(there.keptByBrowser()).doesNotContain("camunda-form", TYPED);
            }

            assertThat(here.loseSession()).contains("Your log-in has ended.", "is safe on the server");
            assertThat(here.keptByBrowser()).doesNotContain("camunda-form", TYPED);
            here.picture("log-in-has-ended");
            here.logInAgain();
            assertThat(here.valueOf(QUESTION)).isEqualTo(TYPED);
            here.complete();
            path.runJobs(caseId);
            assertThat(path.openTasks(caseId)).contains("userTask_addInformation");
        }
    }

    @Test
    void whatTheServerFindsWrongStandsAtItsField() {
        try (TasklistPage coach = tasklist("coach")) {
            coach.take(TASK, caseId);
            coach.pick("What do you decide?", "Accept");
            assertThat(coach.completeAndBeRefused()).contains("Personal coach: ").doesNotContain("Cannot submit");
            assertThat(coach.faultAt("Personal coach")).isEqualTo("Please fill this in.");
        }
    }

    private TasklistPage tasklist(String user) {
        return new TasklistPage(browser, port, "drafts", user);
    }
}
