package fi.tyopolku.path;

import static fi.tyopolku.testing.SampleForms.referral;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.CaseStatus;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.funding.FundingLedger;
import fi.tyopolku.funding.Reservation;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.path.subsidisedjob.SubsidyCases;
import fi.tyopolku.testing.BesideThePath;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.StageForms;
import fi.tyopolku.trainingdays.DayContext;
import fi.tyopolku.trainingdays.DayLedger;
import fi.tyopolku.trainingdays.DayMark;
import fi.tyopolku.trainingdays.Mark;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The path itself: which stages the plan calls, the way back, and how it ends or pauses at whatever stage. */
@DatabaseTest
class ClientPathTest {

    private static final String DRAW_UP = "userTask_drawUpPlan";
    private static final String REVIEW = "userTask_reviewProgress";
    private static final String CHOOSE_GROUP = "userTask_chooseTrainingGroup";
    private static final String MATCH = "userTask_matchWorkplace";

    @Autowired
    private PathDriver path;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private TrainingGroups groups;
    @Autowired
    private FundingLedger funding;
    @Autowired
    private DayLedger days;
    @Autowired
    private SubsidyCases subsidy;
    @Autowired
    private BusinessClock clock;

    private enum Standing {
        REFERRED, SURVEYED, PLANNED, IN_CONTACT_TRAINING, IN_WORK_TRIAL, BEFORE_NEXT_STEP, MONEY_RESERVED, FOLLOWED_UP
    }

    @Test
    void aPlanWithoutServicesLeadsStraightToTheNextStep() {
        String caseId = planned(false, false);

        assertThat(path.openTasks(caseId)).containsExactly(REVIEW);
    }

    @Test
    void afterContactTrainingAloneComesTheNextStep() {
        String caseId = planned(true, false);

        stopBeforeTraining(caseId);

        assertThat(path.fact(caseId, "clientPath", "contactTrainingResult")).isEqualTo("INTERRUPTED");
        assertThat(path.openTasks(caseId)).containsExactly(REVIEW);
    }

    @Test
    void afterContactTrainingComesTheWorkTrialOfThePlan() {
        String caseId = planned(true, true);

        stopBeforeTraining(caseId);
        assertThat(path.openTasks(caseId)).containsExactly(MATCH);
        noWorkplace(caseId);

        assertThat(path.fact(caseId, "clientPath", "workTrialResult")).isEqualTo("NOT_AGREED");
        assertThat(path.openTasks(caseId)).containsExactly(REVIEW);
    }

    @Test
    void aWorkTrialThatWasNotAgreedOnIsTriedAgainByWayOfThePlan() {
        String caseId = planned(false, true);
        noWorkplace(caseId);

        review(caseId);
        decide(caseId, Map.of("nextStep", "WORK_OR_EDUCATION_TRIAL", "returnsToPlan", true));

        assertThat(path.openTasks(caseId)).containsExactly(DRAW_UP);
        plan(caseId, false, true);
        assertThat(path.openTasks(caseId)).containsExactly(MATCH);
        assertThat(documents.versions(caseId, PathPlans.PLAN)).hasSizeGreaterThan(1);
    }

    @Test
    void theOutcomeOfTheFollowUpClosesTheCase() {
        String caseId = standing(Standing.FOLLOWED_UP);
        path.fireTimer(caseId, "catchEvent_sixMonths");

        path.submit("coach", caseId, "userTask_followUp", StageForms.followUp("OPEN_JOB"));

        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(cases.find(caseId).orElseThrow()).satisfies(closed -> {
            assertThat(closed.status()).isEqualTo(CaseStatus.CLOSED);
            assertThat(closed.outcome()).isEqualTo("OPEN_JOB");
        });
    }

    @Test
    void whoDoesNotGoToAWorkplaceIsFollowedUpWithoutCoachingAtWork() {
        String caseId = planned(false, false);
        review(caseId);

        decide(caseId, Map.of("nextStep", "SMALL_PROGRESS", "nextStepReview", Map.of("smallProgress", "Comes on time.")));

        assertThat(path.waitsForTimer(caseId, "catchEvent_sixMonths")).isTrue();
        assertThat(path.hasPassed(caseId, "callActivity_coachingAtWork")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aWithdrawalAtWhateverStageClosesTheCaseAndReleasesMoneyPlacesAndReminders(Standing stage) {
        String caseId = standing(stage);

        report(caseId, Map.of("reportedChange", "WITHDRAWAL"));

        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(path.openTasks(caseId)).isEmpty();
        assertThat(cases.find(caseId).orElseThrow().outcome()).isEqualTo("WITHDRAWN");
        assertNothingIsHeld(caseId);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFERRED")
    void anInterruptionAtWhateverStageKeepsDocumentsAndDaysAndReturnsToThePlan(Standing stage) {
        String caseId = standing(stage);
        days.record(caseId, DayMark.contact(clock.today().minusDays(1), Mark.PRESENT,
                DayContext.of(null, "test", "trainer")));
        var kept = documents.latest(caseId, "capabilitySurvey");

        report(caseId, Map.of("reportedChange", "INTERRUPTION", "resumeOn", clock.today().plusDays(30).toString()));
        assertThat(path.openTasks(caseId)).isEmpty();
        assertThat(cases.find(caseId).orElseThrow().status()).isEqualTo(CaseStatus.INTERRUPTED);
        assertNothingIsHeld(caseId);
        path.fireTimer(caseId, "catchEvent_resume");

        assertThat(cases.find(caseId).orElseThrow().status()).isEqualTo(CaseStatus.OPEN);
        boolean hasPlan = stage.compareTo(Standing.PLANNED) >= 0;
        assertThat(path.openTasks(caseId)).containsExactly(hasPlan ? DRAW_UP : "userTask_discussGuidance");
        assertThat(documents.latest(caseId, "capabilitySurvey")).isEqualTo(kept);
        assertThat(days.balance(caseId).contact()).isEqualTo(1);
    }

    @Test
    void afterTheReturnThePlanAgainDecidesWhichStagesRun() {
        String caseId = standing(Standing.IN_CONTACT_TRAINING);
        report(caseId, Map.of("reportedChange", "INTERRUPTION", "resumeOn", clock.today().plusDays(30).toString()));
        path.fireTimer(caseId, "catchEvent_resume");

        plan(caseId, true, false);

        assertThat(path.openTasks(caseId)).containsExactly(CHOOSE_GROUP);
    }

    @Test
    void aWithdrawalInTheBreakClosesTheCase() {
        String caseId = standing(Standing.IN_WORK_TRIAL);
        report(caseId, Map.of("reportedChange", "INTERRUPTION", "resumeOn", clock.today().plusDays(30).toString()));

        report(caseId, Map.of("reportedChange", "WITHDRAWAL"));

        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(cases.find(caseId).orElseThrow().outcome()).isEqualTo("WITHDRAWN");
    }

    private void assertNothingIsHeld(String caseId) {
        assertThat(groups.placeOf(caseId)).isEmpty();
        assertThat(funding.reservationsOf(caseId)).extracting(Reservation::state)
                .doesNotContain(Reservation.State.RESERVED, Reservation.State.COMMITTED);
    }

    private String standing(Standing stage) {
        return switch (stage) {
            case REFERRED -> accepted();
            case SURVEYED -> surveyed();
            case PLANNED -> {
                String caseId = surveyed();
                path.submit("coach", caseId, "userTask_discussGuidance", StageForms.guidance());
                path.submit("coach", caseId, DRAW_UP, StageForms.plan(clock.today(), true, true));
                yield caseId;
            }
            case IN_CONTACT_TRAINING -> inTraining();
            case IN_WORK_TRIAL -> planned(false, true);
            case BEFORE_NEXT_STEP -> planned(false, false);
            case MONEY_RESERVED -> withMoney();
            case FOLLOWED_UP -> {
                String caseId = planned(false, false);
                review(caseId);
                decide(caseId, Map.of("nextStep", "OPEN_JOB"));
                BesideThePath.coachingNotWanted(path, caseId);
                assertThat(path.waitsForTimer(caseId, "catchEvent_sixMonths")).isTrue();
                yield caseId;
            }
        };
    }

    private String accepted() {
        String caseId = path.start("coach", "clientPath", referral(IdentityCodes.next()));
        path.submit("coach", caseId, "userTask_handleReferral", Map.of("referralDecision", "ACCEPT", "coach", "coach",
                "referralHandling", Map.of()));
        return caseId;
    }

    private String surveyed() {
        String caseId = accepted();
        path.submit("coach", caseId, "userTask_surveyCapabilities", StageForms.survey());
        path.submit("coach", caseId, "userTask_agreeOnSupports", StageForms.supports(List.of()));
        return caseId;
    }

    private String planned(boolean contactTraining, boolean workTrial) {
        String caseId = surveyed();
        path.submit("coach", caseId, "userTask_discussGuidance", StageForms.guidance());
        plan(caseId, contactTraining, workTrial);
        return caseId;
    }

    private void plan(String caseId, boolean contactTraining, boolean workTrial) {
        path.submit("coach", caseId, DRAW_UP, StageForms.plan(clock.today(), contactTraining, workTrial));
        path.submit("coach", caseId, "userTask_recordClientApproval", StageForms.clientApproves(clock.today()));
        path.submit("coach", caseId, "userTask_approvePlan", StageForms.coachApproves());
    }

    private String inTraining() {
        String caseId = planned(true, true);
        LocalDate monday = clock.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        String group = path.start("trainer", "trainingGroup", Map.of("trainingGroup", Map.of("name", "Kohti työtä",
                "provider", "Edukai", "trainer", "trainer", "starts", monday.toString(),
                "ends", monday.plusWeeks(6).toString(), "places", 3, "teachingWeekdays", List.of("MONDAY", "TUESDAY"))));
        path.submit("coach", caseId, CHOOSE_GROUP, Map.of("placeDecision", "TAKE", "trainingGroup", group));
        assertThat(groups.placeOf(caseId)).isPresent();
        return caseId;
    }

    private String withMoney() {
        String caseId = planned(false, false);
        LocalDate start = subsidy.newStart();
        subsidy.grantFor(start, 10_000_000);
        review(caseId);
        decide(caseId, Map.of("nextStep", "SUBSIDISED_JOB"));
        subsidy.apply(caseId, SubsidyCases.application(start, SubsidyCases.COMPANY));
        subsidy.choose(caseId, "SKILLS");
        assertThat(funding.reservationsOf(caseId)).extracting(Reservation::state).containsExactly(Reservation.State.RESERVED);
        return caseId;
    }

    private void stopBeforeTraining(String caseId) {
        path.submit("coach", caseId, CHOOSE_GROUP, Map.of("placeDecision", "STOP",
                "contactTrainingStop", Map.of("reason", "No group within reach.")));
    }

    private void noWorkplace(String caseId) {
        path.submit("employer-liaison", caseId, MATCH, Map.of("workplaceFound", "NO",
                "workplaceSearch", Map.of("searchNote", "Asked ten workplaces.")));
    }

    private void review(String caseId) {
        path.submit("coach", caseId, REVIEW, Map.of("nextStepReview", Map.of()));
    }

    private void decide(String caseId, Map<String, Object> step) {
        Map<String, Object> form = new HashMap<>(step);
        form.put("nextStepDecision", Map.of("reason", "Agreed with the client."));
        path.submit("coach", caseId, "userTask_decideNextStep", form);
    }

    private void report(String caseId, Map<String, Object> change) {
        Map<String, Object> form = new HashMap<>(change);
        form.putAll(Map.of("caseId", caseId, "changeFrom", clock.today().toString(), "change", Map.of("why", "Moves away.")));
        path.start("coach", "reportChange", form);
    }
}
