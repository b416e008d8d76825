package fi.tyopolku.path.worktrial;

import static fi.tyopolku.path.worktrial.TrialForms.START;
import static fi.tyopolku.path.worktrial.TrialForms.TODAY;
import static fi.tyopolku.path.worktrial.TrialForms.agreement;
import static fi.tyopolku.path.worktrial.TrialForms.cancellation;
import static fi.tyopolku.path.worktrial.TrialForms.cancelled;
import static fi.tyopolku.path.worktrial.TrialForms.match;
import static fi.tyopolku.path.worktrial.TrialForms.signed;
import static fi.tyopolku.testing.SampleForms.referral;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.StageForms;
import fi.tyopolku.testing.TestMail;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A workplace that expects a client hears when nobody comes, and its calendar follows. */
@DatabaseTest
class TrialCalledOffTest {

    private static final String HOST = "puutarha@example.fi";
    private static final String CLIENT = "aino@example.fi";
    private static final String CALLED_OFF = "Sovittu jakso peruuntuu tai päättyy";

    @Autowired
    private PathDriver path;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private GreenMail mail;

    @BeforeEach
    void today() {
        itIs(TODAY);
        mail.reset();
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void itHearsOfACancellationBeforeTheFirstDay() {
        String caseId = agreed();

        path.submit("coach", caseId, "userTask_awaitStart", Map.of("trialCancellation", cancellation()));

        assertThat(subjects()).containsExactly("Työpaikkajaksosta on sovittu", CALLED_OFF);
        assertThat(calendarOf(HOST)).contains("METHOD:CANCEL", "STATUS:CANCELLED", "DTSTART;VALUE=DATE:20261130");
    }

    @Test
    void itHearsThatTheClientHasWithdrawnButNotWhy() {
        String caseId = agreed();

        report(caseId, Map.of("reportedChange", "WITHDRAWAL"));

        assertThat(subjects()).containsExactly("Työpaikkajaksosta on sovittu", CALLED_OFF);
        assertThat(calendarOf(HOST)).contains("METHOD:CANCEL");
        assertThat(Arrays.stream(mail.getReceivedMessages()).map(GreenMailUtil::getWholeMessage))
                .noneMatch(text -> text.contains("muualla"));
    }

    @Test
    void itHearsOfAnInterruptionInTheMiddleOfThePeriod() {
        String caseId = agreed();
        itIs(START.plusDays(2));
        path.fireTimer(caseId, "boundaryEvent_firstDay");

        report(caseId, Map.of("reportedChange", "INTERRUPTION", "resumeOn", START.plusDays(60).toString()));

        assertThat(subjects()).containsExactly("Työpaikkajaksosta on sovittu", CALLED_OFF);
    }

    @Test
    void itHearsWhenTheClientMovesAndTheClientsCalendarFollows() {
        String caseId = agreed();

        report(caseId, Map.of("reportedChange", "MOVE"));
        assertThat(subjects()).as("until the other municipality accepts the path goes on").hasSize(1);
        path.submit("coach2", caseId, "userTask_acceptClient",
                Map.of("moveDecision", "ACCEPT", "newCoach", "coach2", "moveAnswer", Map.of()));

        assertThat(subjects()).containsExactly("Työpaikkajaksosta on sovittu", CALLED_OFF);
        assertThat(calendarOf(CLIENT)).contains("METHOD:CANCEL", "DTSTART;VALUE=DATE:20261130");
    }

    @Test
    void itHearsNothingOnceThePeriodIsOver() {
        String caseId = agreed();
        path.fireTimer(caseId, "boundaryEvent_firstDay");
        path.fireTimer(caseId, "catchEvent_weekBegins");
        itIs(START.plusDays(1));
        path.submit("coach", caseId, "userTask_recordWeek", cancelled("PPNNN"));

        assertThat(calendarOf(HOST)).as("the period ends today in the calendar too")
                .contains("METHOD:REQUEST", "SEQUENCE:1", "DTSTART;VALUE=DATE:20261130", "DTEND;VALUE=DATE:20261202");
        report(caseId, Map.of("reportedChange", "WITHDRAWAL"));
        assertThat(subjects()).doesNotContain(CALLED_OFF).hasSize(2);
    }

    @Test
    void aWorkplaceThatWasNeverPromisedAnybodyHearsNothing() {
        String caseId = withATrialInThePlan();
        path.submit("employer-liaison", caseId, "userTask_matchWorkplace", match());

        report(caseId, Map.of("reportedChange", "WITHDRAWAL"));

        assertThat(subjects()).isEmpty();
    }

    private String agreed() {
        String caseId = withATrialInThePlan();
        path.submit("employer-liaison", caseId, "userTask_matchWorkplace", match());
        path.submit("coach", caseId, "userTask_drawUpAgreement", agreement("WORK_TRIAL"));
        path.submit("coach", caseId, "userTask_recordSignatures", signed());
        assertThat(path.openTasks(caseId)).contains("userTask_awaitStart");
        return caseId;
    }

    private String withATrialInThePlan() {
        String caseId = path.start("coach", "clientPath", referral(IdentityCodes.next()));
        path.submit("coach", caseId, "userTask_handleReferral", Map.of("referralDecision", "ACCEPT", "coach", "coach",
                "referralHandling", Map.of()));
        path.submit("coach", caseId, "userTask_surveyCapabilities", StageForms.survey());
        path.submit("coach", caseId, "userTask_agreeOnSupports", StageForms.supports(List.of()));
        path.submit("coach", caseId, "userTask_discussGuidance", StageForms.guidance());
        path.submit("coach", caseId, "userTask_drawUpPlan", StageForms.plan(clock.today(), false, true));
        path.submit("coach", caseId, "userTask_recordClientApproval", StageForms.clientApproves(clock.today()));
        path.submit("coach", caseId, "userTask_approvePlan", StageForms.coachApproves());
        return caseId;
    }

    private void report(String caseId, Map<String, Object> change) {
        Map<String, Object> form = new HashMap<>(change);
        form.putAll(Map.of("caseId", caseId, "changeFrom", clock.today().toString(), "change", change.containsValue("MOVE")
                ? Map.of("why", "Asunto löytyi.", "toMunicipality", "sodankyla", "movesOn", clock.today().plusDays(14).toString(),
                        "handOverConsent", "YES")
                : Map.of("why", "Aloittaa työn muualla.")));
        path.start("coach", "reportChange", form);
    }

    private void itIs(LocalDate day) {
        clock.setTo(day.atTime(9, 0).atZone(BusinessClock.HELSINKI).toInstant());
    }

    private String calendarOf(String address) {
        return TestMail.lastCalendarTo(mail, address);
    }

    private List<String> subjects() {
        return TestMail.subjectsTo(mail, HOST);
    }
}
