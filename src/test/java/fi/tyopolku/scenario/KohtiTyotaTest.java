package fi.tyopolku.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.CaseStatus;
import fi.tyopolku.clients.ReferralSource;
import fi.tyopolku.decisions.DecisionRecords;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.testing.BesideThePath;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.SampleForms;
import fi.tyopolku.testing.StageForms;
import fi.tyopolku.testing.TestMail;
import fi.tyopolku.trainingdays.DayLedger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Kohti työtä as its description tells it: a client who lives more than 100 km from the municipal centre comes from
 * rehabilitative work, is taught for 25 days, learns on the job for 35, and goes on to a part of a vocational
 * qualification by an apprenticeship with the company of the on-the-job period.
 */
@DatabaseTest
class KohtiTyotaTest {

    private static final LocalDate REFERRED = LocalDate.of(2026, 8, 3);
    private static final LocalDate TEACHING_BEGINS = LocalDate.of(2026, 8, 24);
    private static final LocalDate TRIAL_BEGINS = LocalDate.of(2026, 10, 5);

    @Autowired
    private PathDriver path;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private DayLedger days;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private DecisionRecords decisions;
    @Autowired
    private TrainingGroups groups;
    @Autowired
    private GreenMail mail;
    @Autowired
    private ObjectMapper json;

    @AfterEach
    void theClockRunsAgain() {
        clock.reset();
    }

    @Test
    void aClientFromRehabilitativeWorkDoesSixtyDaysAndBecomesAnApprenticeOfTheHost() {
        String caseId = referredAndAccepted();
        surveyedFarAway(caseId);
        planned(caseId);

        String group = taught25Days(caseId);
        assertThat(days.balance(caseId).contact()).isEqualTo(25);
        assertThat(groups.participants(group)).isEmpty();

        learnt35DaysOnTheJob(caseId);
        assertThat(days.balance(caseId).onTheJob()).isEqualTo(35);
        assertThat(days.balance(caseId).total()).isEqualTo(60);

        becomesAnApprentice(caseId);
        BesideThePath.coachingNotWanted(path, caseId);
        BesideThePath.socialGuidanceEnds(path, caseId);
        followedUp(caseId);

        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(cases.find(caseId).orElseThrow()).satisfies(closed -> {
            assertThat(closed.status()).isEqualTo(CaseStatus.CLOSED);
            assertThat(closed.source()).isEqualTo(ReferralSource.REHABILITATIVE_WORK);
            assertThat(closed.retentionEnds()).isEqualTo(closed.closedOn().plusYears(4));
        });
        assertThat(documents.latest(caseId, "hostAssessment").orElseThrow().content().get("wouldHire").asText()).isEqualTo("YES");
        assertThat(TestMail.subjectsTo(mail, "aino@example.fi")).hasSizeGreaterThan(6).noneMatch(subject -> subject.contains("Aino"));
    }

    private String referredAndAccepted() {
        itIs(REFERRED);
        Map<String, Object> referral = SampleForms.with(SampleForms.referral(IdentityCodes.next()), "referral",
                "registeredOn", REFERRED.minusDays(3).toString());
        String caseId = path.start("coach", "clientPath", referral);
        path.submit("coach", caseId, "userTask_handleReferral", Map.of("referralDecision", "ACCEPT", "coach", "coach",
                "referralHandling", Map.of()));
        return caseId;
    }

    private void surveyedFarAway(String caseId) {
        itIs(REFERRED.plusDays(4));
        path.submit("coach", caseId, "userTask_surveyCapabilities",
                SampleForms.with(StageForms.survey(), "capabilitySurvey", "distanceKm", 120));
        assertThat(decisions.latest(caseId, "supportNeeds").orElseThrow().outcome().codes()).contains("TRAVEL_OR_REMOTE", "NETWORK_BUILDING");
        path.submit("coach", caseId, "userTask_agreeOnSupports", StageForms.supports(List.of("TRAVEL_OR_REMOTE")));
    }

    private void planned(String caseId) {
        itIs(REFERRED.plusDays(8));
        path.submit("coach", caseId, "userTask_discussGuidance", StageForms.guidance());
        path.submit("coach", caseId, "userTask_drawUpPlan", StageForms.plan(clock.today(), true, true));
        path.submit("coach", caseId, "userTask_recordClientApproval", StageForms.clientApproves(clock.today()));
        path.submit("coach", caseId, "userTask_approvePlan", StageForms.coachApproves());
    }

    private String taught25Days(String caseId) {
        String group = path.start("trainer", "trainingGroup", Map.of("trainingGroup", Map.of("name", "Kohti työtä",
                "provider", "Edukai", "trainer", "trainer", "starts", TEACHING_BEGINS.toString(),
                "ends", TEACHING_BEGINS.plusWeeks(6).toString(), "places", 12,
                "teachingWeekdays", List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"))));
        path.submit("coach", caseId, "userTask_chooseTrainingGroup", Map.of("placeDecision", "TAKE", "trainingGroup", group));
        for (int week = 0; week < 5; week++) {
            itIs(TEACHING_BEGINS.plusWeeks(week).plusDays(4));
            path.fireTimer(group, "catchEvent_weekTaught");
            path.submit("trainer", group, "userTask_recordAttendance", Map.of("attendanceWeek",
                    parsed(path.shown("trainer", group, "userTask_recordAttendance").get("attendanceWeek"))));
            path.runJobs(caseId);
        }
        path.submit("trainer", caseId, "userTask_closeContactTraining", Map.of(
                "contactTrainingClosing", Map.of("learningOutcomes", "Measures and assembles.", "smallSteps", "Comes on time.",
                        "qualificationsExplored", "Agriculture", "workTasksExplored", "Planting", "companyVisits", "Taimisto Oy"),
                "furtherPlan", Map.of("goal", "BOTH", "steps", "On-the-job learning.", "agreedOn", clock.today().toString())));
        return group;
    }

    private void learnt35DaysOnTheJob(String caseId) {
        itIs(TRIAL_BEGINS.minusDays(4));
        path.submit("coach", caseId, "userTask_matchWorkplace", Map.of("workplaceFound", "YES", "trialFollower", "COACH",
                "workTrialAgreement", Map.of("hostName", "Taimisto Oy", "supervisorName", "Sari Salo",
                        "hostEmail", "taimisto@example.fi", "tasks", "Planting", "learningGoals", "Planting: to know the plants")));
        Map<String, Object> terms = new HashMap<>(Map.of("legalForm", "WORK_TRIAL", "purpose", "CAREER_OPTIONS",
                "hostName", "Taimisto Oy", "hostKind", "COMPANY", "hostEmail", "taimisto@example.fi",
                "supervisorName", "Sari Salo", "tasks", "Planting", "learningGoals", "Planting: to know the plants",
                "start", TRIAL_BEGINS.toString(), "end", TRIAL_BEGINS.plusWeeks(8).toString()));
        terms.putAll(Map.of("daysPerWeek", 5, "hoursPerDay", 6, "monthsUsedBefore", 0));
        path.submit("coach", caseId, "userTask_drawUpAgreement", Map.of("termsDecision", "AGREE", "workTrialAgreement", terms));
        String today = clock.today().toString();
        path.submit("coach", caseId, "userTask_recordSignatures", Map.of("signing", "SIGNED", "workTrialAgreement",
                Map.of("signedByClientOn", today, "signedByHostOn", today, "signedByAuthorityOn", today)));
        itIs(TRIAL_BEGINS);
        path.fireTimer(caseId, "boundaryEvent_firstDay");
        for (int week = 0; week < 7; week++) {
            itIs(TRIAL_BEGINS.plusWeeks(week).plusDays(4));
            if (path.waitsForTimer(caseId, "catchEvent_weekBegins")) {
                path.fireTimer(caseId, "catchEvent_weekBegins");
            }
            Map<String, Object> sheet = new HashMap<>();
            List.of("monday", "tuesday", "wednesday", "thursday", "friday").forEach(day -> {
                sheet.put(day + "Mark", "PRESENT");
                sheet.put(day + "Hours", 6);
            });
            path.submit("coach", caseId, "userTask_recordWeek", Map.of("weekOutcome", "CONTINUE", "trialWeek", sheet));
        }
        path.submit("coach", caseId, "userTask_recordAssessment", Map.of("hostAssessment", Map.of("assessmentGiven", true,
                "givenOn", clock.today().toString(), "givenBy", "Sari Salo", "tasksGoingWell", "All of them.", "wouldHire", "YES")));
    }

    private void becomesAnApprentice(String caseId) {
        path.submit("coach", caseId, "userTask_reviewProgress", Map.of("nextStepReview", Map.of(
                "workAbilityBarrierUnresolved", false, "studyReadiness", "GOOD", "occupationClear", true,
                "qualificationWanted", true, "employerReady", true, "hostHires", true)));
        assertThat(decisions.latest(caseId, "nextStepProposal").orElseThrow().outcome().codes()).containsExactly("APPRENTICESHIP");
        path.submit("coach", caseId, "userTask_decideNextStep", Map.of("nextStep", "APPRENTICESHIP",
                "nextStepDecision", Map.of("reason", "The nursery takes her as an apprentice.")));
        path.submit("coach", caseId, "userTask_agreeOnStudies", Map.of("qualificationExtent", "PART",
                "qualificationRoute", "APPRENTICESHIP", "apprenticeshipWithHost", "YES", "subsidyApplied", "NO",
                "nextStepDecision", Map.of("qualification", "Part of the qualification in horticulture")));
        assertThat(path.fact(caseId, "nextStep", "nextStep")).isEqualTo("APPRENTICESHIP");
    }

    private void followedUp(String caseId) {
        itIs(clock.today().plusMonths(6));
        path.fireTimer(caseId, "catchEvent_sixMonths");
        path.submit("coach", caseId, "userTask_followUp", StageForms.followUp("APPRENTICESHIP"));
    }

    private void itIs(LocalDate day) {
        clock.setTo(day.atTime(16, 0).atZone(BusinessClock.HELSINKI).toInstant());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> parsed(Object shown) {
        try {
            return json.readValue(shown.toString(), Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
