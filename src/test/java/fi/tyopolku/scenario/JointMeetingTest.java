package fi.tyopolku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.meetings.MeetingDecision;
import fi.tyopolku.meetings.MeetingDecisions;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.PathDriver;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The joint follow-up meeting: agenda from the system, decisions back as tasks, the next meeting reviews them. */
@DatabaseTest
class JointMeetingTest {

    private static final DateTimeFormatter FINNISH = DateTimeFormatter.ofPattern("d.M.yyyy");
    private static final String PREPARE = "userTask_prepareMeeting";
    private static final String HOLD = "userTask_holdMeeting";

    @Autowired
    private PathDriver path;
    @Autowired
    private MeetingDecisions decisions;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private GreenMail mail;

    @Test
    void decisionsComeBackAsTasksWithOwnersAndTheNextMeetingReviewsThem() {
        String partner = partner();
        appropriation();
        String meeting = meeting("FORUM");

        Map<String, Object> shown = path.shown("manager", meeting, PREPARE);
        assertThat(shown.get("agendaRows").toString()).contains("Money", "Pay subsidy", "40000.00");
        assertThat(shown.get("partnerChoices").toString()).contains(partner);

        path.fireTimer(meeting, "boundaryEvent_prepareMeeting_reminder");
        path.fireTimer(meeting, "boundaryEvent_prepareMeeting_escalation");
        path.runJobs(meeting);
        mail.reset();
        path.submit("manager", meeting, PREPARE, prepared("HOLD", partner));
        path.runJobs(meeting);
        assertThat(Arrays.stream(mail.getReceivedMessages()).toList()).singleElement().satisfies(invitation ->
                assertThat(invitation.getAllRecipients()[0].toString()).isEqualTo("kumppani@example.org"));

        path.fireTimer(meeting, "catchEvent_meetingDay");
        path.fireTimer(meeting, "boundaryEvent_holdMeeting_reminder");
        path.fireTimer(meeting, "boundaryEvent_holdMeeting_escalation");
        path.runJobs(meeting);
        assertThat(path.shown("manager", meeting, HOLD).get("proposedNextMeeting").toString())
                .contains(FINNISH.format(clock.today().plusDays(10).plusMonths(6)));
        Map<String, Object> minutes = minutes(2);
        minutes.put("nextMeeting", "AGREED");
        minutes.put("nextMeetingOn", clock.today().plusMonths(6).toString());
        path.submit("manager", meeting, HOLD, minutes);

        List<MeetingDecision> given = decisions.toReview(PathDriver.KEMIJARVI).stream()
                .filter(decision -> decision.meetingId().equals(meeting)).toList();
        assertThat(given).extracting(MeetingDecision::owner).containsExactlyInAnyOrder("coach", "trainer");
        assertThat(path.isRunning(meeting)).isFalse();

        MeetingDecision done = ownedBy(given, "trainer");
        assertThat(path.shown("trainer", done.id(), "userTask_carryOut").get("decisionText").toString()).contains(done.text());
        assertThatThrownBy(() -> path.submit("funding-officer", done.id(), "userTask_carryOut", report("DONE")))
                .isInstanceOf(RuntimeException.class);
        path.submit("trainer", done.id(), "userTask_carryOut", report("DONE"));

        MeetingDecision late = ownedBy(given, "coach");
        path.fireTimer(late.id(), "boundaryEvent_carryOut_reminder");
        path.fireTimer(late.id(), "boundaryEvent_carryOut_escalation");
        path.runJobs(late.id());
        path.submit("coach", late.id(), "userTask_carryOut", report("CANNOT"));

        String next = nextMeetingAfter(meeting);
        Map<String, Object> review = path.shown("manager", next, PREPARE);
        assertThat(review.get("earlierDecisions").toString()).contains(done.text(), "reported as done", "reported as impossible");
        path.submit("manager", next, PREPARE, prepared("HOLD", partner));
        path.runJobs(next);
        path.fireTimer(next, "catchEvent_meetingDay");
        Map<String, Object> second = minutes(0);
        accept(second, done.id());
        second.put("nextMeeting", "NONE");
        second.put("meetingEnding", Map.of("noNextMeetingReason", "Hanke päättyy."));
        path.submit("manager", next, HOLD, second);

        assertThat(decisions.find(done.id()).orElseThrow().state()).isEqualTo(MeetingDecision.State.ACCEPTED);
        assertThat(decisions.toReview(PathDriver.KEMIJARVI)).extracting(MeetingDecision::id)
                .contains(late.id()).doesNotContain(done.id());
        assertThat(path.isRunning(next)).isFalse();
    }

    @Test
    void aMeetingThatIsCalledOffTellsThePartners() {
        String partner = partner();
        String meeting = meeting("WORKING_MEETING");
        mail.reset();

        path.submit("manager", meeting, PREPARE, prepared("CANCEL", partner));
        path.runJobs(meeting);

        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(path.isRunning(meeting)).isFalse();
    }

    private String partner() {
        String partner = path.start("manager", "partnership", Map.of("partnership", Map.of("name", "Kumppani ry",
                "sector", "THIRD", "contactEmail", "kumppani@example.org", "language", "fi")));
        path.submit("manager", partner, "userTask_agreeOnPartnership", Map.of("agreementDecision", "SIGNED",
                "agreementFrom", clock.today().toString(), "agreementTo", clock.today().plusYears(1).toString(),
                "partnershipAgreement", Map.of("roles", List.of("REFERRER"), "responsibilities", "Ohjaa asiakkaita.",
                        "sharedGoal", "Työ tai opinnot.")));
        path.runJobs(partner);
        return partner;
    }

    private void appropriation() {
        path.start("funding-officer", "appropriation", Map.of("appropriationAction", "NEW", "funder", "EMPLOYMENT_AUTHORITY",
                "purpose", "PAY_SUBSIDY", "validFrom", clock.today().toString(),
                "validTo", clock.today().plusYears(1).toString(), "amountEuros", 40_000));
    }

    private String meeting(String kind) {
        return path.start("manager", "jointMeeting", Map.of("meetingKind", kind, "meetingOn",
                clock.today().plusDays(10).toString(), "jointMeeting", Map.of("title", "Työkvartti", "place", "Kunnantalo")));
    }

    private Map<String, Object> prepared(String decision, String partner) {
        return Map.of("meetingGoesOn", decision, "meetingOn", clock.today().plusDays(10).toString(), "jointMeeting",
                Map.of("title", "Työkvartti", "place", "Kunnantalo", "partnersInvited", List.of(partner),
                        "ownPoints", "Koulutustarpeet syksyllä"));
    }

    private Map<String, Object> minutes(int count) {
        Map<String, Object> minutes = new HashMap<>(Map.of("decisionCount", count,
                "meetingMinutes", new HashMap<>(Map.of("participants", "Kunta, yhdistys, oppilaitos"))));
        List<String> owners = List.of("coach", "trainer");
        for (int number = 1; number <= count; number++) {
            minutes.put("meetingDecision" + number, Map.of("text", "Selvitetään hygieniapassikoulutus " + number,
                    "owner", owners.get(number - 1), "due", clock.today().plusDays(30).toString()));
        }
        return minutes;
    }

    @SuppressWarnings("unchecked")
    private static void accept(Map<String, Object> minutes, String decision) {
        ((Map<String, Object>) minutes.get("meetingMinutes")).put("acceptedDecisions", List.of(decision));
    }

    private static Map<String, Object> report(String result) {
        return Map.of("decisionResult", result, "decisionReport", Map.of("report", "Selvitetty oppilaitoksen kanssa."));
    }

    private static MeetingDecision ownedBy(List<MeetingDecision> given, String owner) {
        return given.stream().filter(decision -> decision.owner().equals(owner)).findFirst().orElseThrow();
    }

    private String nextMeetingAfter(String meeting) {
        return runtime.createProcessInstanceQuery().processDefinitionKey("jointMeeting").tenantIdIn(PathDriver.KEMIJARVI)
                .list().stream().map(ProcessInstance::getBusinessKey).filter(key -> !key.equals(meeting))
                .filter(key -> path.openTasks(key).contains(PREPARE)).findFirst().orElseThrow();
    }
}
