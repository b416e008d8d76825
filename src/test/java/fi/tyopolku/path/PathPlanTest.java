package fi.tyopolku.path;

import static fi.tyopolku.testing.StageForms.clientApproves;
import static fi.tyopolku.testing.StageForms.coachApproves;
import static fi.tyopolku.testing.StageForms.guidance;
import static fi.tyopolku.testing.StageForms.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.SampleForms;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class PathPlanTest {

    private static final String GUIDANCE = "userTask_discussGuidance";
    private static final String DRAW_UP = "userTask_drawUpPlan";
    private static final String CLIENT = "userTask_recordClientApproval";
    private static final String COACH = "userTask_approvePlan";

    @Autowired
    private PathDriver path;
    @Autowired
    private ClientRegister clients;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private PathPlans plans;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private Notifications notifications;
    @Autowired
    private BusinessClock clock;

    private String caseId;

    @BeforeEach
    void theStageBegins() {
        caseId = SampleCases.open(clients, cases);
        path.startStage("pathPlan", caseId, SampleCases.facts());
    }

    @Test
    void thePlanIsInForceWhenTheClientAndLastTheCoachHaveApprovedIt() {
        drawUp();
        path.submit("coach", caseId, CLIENT, clientApproves(clock.today()));
        assertThat(plans.isInForce(caseId)).isFalse();
        path.submit("coach", caseId, COACH, coachApproves());

        assertThat(plans.isInForce(caseId)).isTrue();
        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(sent()).containsExactly("plan-ready-for-approval", "plan-approved");
        JsonNode approval = latest(PathPlans.APPROVAL).content();
        assertThat(approval.path("manner").asText()).isEqualTo("ORAL");
        assertThat(approval.path("understandingChecked").asBoolean()).isTrue();
        assertThat(approval.path("coach").asText()).isEqualTo("coach");
        assertThat(approval.path("planVersion").asInt()).isEqualTo(latest(PathPlans.PLAN).version());
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void thePlanDecidesWhichServicesFollow(boolean contactTraining, boolean workTrial) {
        path.submit("coach", caseId, GUIDANCE, guidance());
        path.submit("coach", caseId, DRAW_UP, plan(clock.today(), contactTraining, workTrial));

        assertThat(path.fact(caseId, "pathPlan", "contactTrainingPlanned")).isEqualTo(contactTraining);
        assertThat(path.fact(caseId, "pathPlan", "workTrialPlanned")).isEqualTo(workTrial);
    }

    @Test
    void servicesThatNobodyTickedAreNotPlanned() {
        Map<String, Object> plan = plan(clock.today(), true, true);
        plan.remove("contactTrainingPlanned");
        plan.remove("workTrialPlanned");
        path.submit("coach", caseId, GUIDANCE, guidance());
        path.submit("coach", caseId, DRAW_UP, plan);

        assertThat(path.fact(caseId, "pathPlan", "contactTrainingPlanned")).isEqualTo(false);
        assertThat(path.fact(caseId, "pathPlan", "workTrialPlanned")).isEqualTo(false);
    }

    @Test
    void whatWasSaidInTheGuidanceDiscussionGoesIntoThePlan() {
        path.submit("coach", caseId, GUIDANCE, guidance());
        assertThat(path.shown("coach", caseId, DRAW_UP).get(PathPlans.PLAN).toString()).contains("work with animals");

        path.submit("coach", caseId, DRAW_UP, plan(clock.today(), true, true));

        assertThat(latest(PathPlans.PLAN).content().path("guidanceTopics")).hasSize(2);
    }

    @Test
    void aPlanNeedsAGoal() {
        path.submit("coach", caseId, GUIDANCE, guidance());
        Map<String, Object> noGoal = SampleForms.with(plan(clock.today(), true, true), PathPlans.PLAN, "competenceGoal", "");

        assertThatThrownBy(() -> path.submit("coach", caseId, DRAW_UP, noGoal)).hasMessageContaining("at least one goal");
        assertThat(documents.versions(caseId, PathPlans.PLAN)).hasSize(1);
    }

    @Test
    void anEmploymentGoalAloneIsEnough() {
        path.submit("coach", caseId, GUIDANCE, guidance());
        Map<String, Object> employment = SampleForms.with(SampleForms.with(plan(clock.today(), true, true), PathPlans.PLAN,
                "competenceGoal", ""), PathPlans.PLAN, "employmentGoal", "Work on a dairy farm");
        path.submit("coach", caseId, DRAW_UP, employment);

        assertThat(path.openTasks(caseId)).containsExactly(CLIENT);
    }

    @Test
    void actionsCannotEndInThePast() {
        path.submit("coach", caseId, GUIDANCE, guidance());
        Map<String, Object> late = SampleForms.with(plan(clock.today(), true, true), PathPlans.PLAN, "actionsUntil",
                clock.today().minusDays(1).toString());

        assertThatThrownBy(() -> path.submit("coach", caseId, DRAW_UP, late)).hasMessageContaining("reviewed by");
    }

    @Test
    void aClientWhoWantsChangesSendsThePlanBackToTheDrawing() {
        drawUp();
        path.submit("coach", caseId, CLIENT, Map.of("clientDecision", "WANTS_CHANGES",
                "planApproval", Map.of("changesWished", "Fewer days a week.")));

        assertThat(path.openTasks(caseId)).containsExactly(DRAW_UP);
        assertThat(path.shown("coach", caseId, DRAW_UP).get(PathPlans.APPROVAL).toString()).contains("Fewer days a week.");
        assertThat(plans.isApprovedByClient(caseId)).isFalse();

        path.submit("coach", caseId, DRAW_UP, plan(clock.today(), true, true));
        path.submit("coach", caseId, CLIENT, clientApproves(clock.today()));
        path.submit("coach", caseId, COACH, coachApproves());
        assertThat(plans.isInForce(caseId)).isTrue();
        assertThat(latest(PathPlans.APPROVAL).content().has("changesWished")).isFalse();
    }

    @Test
    void theApprovalIsNotTakenBeforeItWasCheckedThatThePlanIsUnderstood() {
        drawUp();
        Map<String, Object> unchecked = SampleForms.with(clientApproves(clock.today()), PathPlans.APPROVAL,
                "understandingChecked", false);

        assertThatThrownBy(() -> path.submit("coach", caseId, CLIENT, unchecked)).hasMessageContaining("understands the plan");
    }

    @Test
    void aCoachWhoSeesAMistakeWithdrawsTheApprovalOfTheClient() {
        drawUp();
        path.submit("coach", caseId, CLIENT, clientApproves(clock.today()));
        path.submit("coach", caseId, COACH, Map.of("coachDecision", "NEEDS_CHANGES",
                "planApproval", Map.of("changesWished", "The dates do not fit.")));

        assertThat(path.openTasks(caseId)).containsExactly(DRAW_UP);
        assertThat(plans.isApprovedByClient(caseId)).isFalse();
        assertThat(latest(PathPlans.APPROVAL).content().path("changesWished").asText()).isEqualTo("The dates do not fit.");
        assertThat(latest(PathPlans.APPROVAL).content().has("manner")).isFalse();

        path.submit("coach", caseId, DRAW_UP, plan(clock.today(), true, true));
        assertThat(path.openTasks(caseId)).containsExactly(CLIENT);
    }

    @Test
    void enteringTheStageAgainOpensThePlanAndWithdrawsTheApprovals() {
        approve();
        int approvals = documents.versions(caseId, PathPlans.APPROVAL).size();

        path.startStage("pathPlan", caseId, SampleCases.facts());

        assertThat(path.openTasks(caseId)).containsExactly(DRAW_UP);
        assertThat(plans.isInForce(caseId)).isFalse();
        assertThat(documents.versions(caseId, PathPlans.APPROVAL)).hasSize(approvals + 1);
        assertThat(path.shown("coach", caseId, DRAW_UP).get(PathPlans.PLAN).toString()).contains("agriculture");
        path.submit("coach", caseId, DRAW_UP, plan(clock.today(), false, true));
        path.submit("coach", caseId, CLIENT, clientApproves(clock.today()));
        path.submit("coach", caseId, COACH, coachApproves());
        assertThat(plans.isInForce(caseId)).isTrue();
    }

    @Test
    void aPlanThatWasOnlyTalkedAboutIsAFirstPlan() {
        path.submit("coach", caseId, GUIDANCE, guidance());
        String again = SampleCases.open(clients, cases);
        documents.save(again, PathPlans.PLAN, latest(PathPlans.PLAN).content(), 0, "coach");

        path.startStage("pathPlan", again, SampleCases.facts());

        assertThat(path.openTasks(again)).containsExactly(GUIDANCE);
    }

    @Test
    void anApprovedPlanIsNotEditedUnlessItWasOpenedAgain() {
        path.submit("coach", caseId, GUIDANCE, guidance());
        approveBehindTheProcess();

        assertThatThrownBy(() -> path.submit("coach", caseId, DRAW_UP, plan(clock.today(), true, true)))
                .hasMessageContaining("open it again");
        assertThat(documents.versions(caseId, PathPlans.PLAN)).hasSize(1);
    }

    @Test
    void theCoachCannotApproveAVersionThatTheClientHasNotApproved() {
        drawUp();
        path.submit("coach", caseId, CLIENT, clientApproves(clock.today()));
        Document approved = latest(PathPlans.PLAN);
        ObjectNode changed = approved.content().deepCopy();
        documents.save(caseId, PathPlans.PLAN, changed.put("daysPerWeek", 5), approved.version(), "coach");

        assertThatThrownBy(() -> path.submit("coach", caseId, COACH, coachApproves()))
                .hasMessageContaining("not approved the plan as it stands now");
        assertThat(plans.isInForce(caseId)).isFalse();
        assertThat(path.openTasks(caseId)).containsExactly(COACH);
    }

    @Test
    void theApprovalFormsDoNotChangeThePlan() {
        drawUp();
        Map<String, Object> sneaky = SampleForms.with(clientApproves(clock.today()), PathPlans.PLAN, "actions", "Nothing.");

        assertThatThrownBy(() -> path.submit("coach", caseId, CLIENT, sneaky)).hasMessageContaining("Actions");
    }

    @ParameterizedTest
    @CsvSource({"discussGuidance", "drawUpPlan", "recordClientApproval", "approvePlan"})
    void eachStepThatWaitsIsRemindedOfAndThenEscalated(String step) {
        goTo("userTask_" + step);
        int before = sent().size();

        path.fireTimer(caseId, "boundaryEvent_" + step + "_reminder");
        path.fireTimer(caseId, "boundaryEvent_" + step + "_escalation");

        assertThat(sent().subList(before, sent().size())).containsExactlyInAnyOrder("reminder-plan", "escalation");
        assertThat(path.hasPassed(caseId, "endEvent_" + step + "_reminded")).isTrue();
        assertThat(path.hasPassed(caseId, "endEvent_" + step + "_escalated")).isTrue();
        assertThat(path.openTasks(caseId)).containsExactly("userTask_" + step);
    }

    private void goTo(String task) {
        if (!task.equals(GUIDANCE)) {
            path.submit("coach", caseId, GUIDANCE, guidance());
        }
        if (task.equals(CLIENT) || task.equals(COACH)) {
            path.submit("coach", caseId, DRAW_UP, plan(clock.today(), true, true));
        }
        if (task.equals(COACH)) {
            path.submit("coach", caseId, CLIENT, clientApproves(clock.today()));
        }
    }

    private void drawUp() {
        goTo(CLIENT);
    }

    private void approve() {
        goTo(COACH);
        path.submit("coach", caseId, COACH, coachApproves());
    }

    private void approveBehindTheProcess() {
        plans.approvedByClient(caseId, "coach");
        plans.approvedByCoach(caseId, "coach");
    }

    private Document latest(String kind) {
        return documents.latest(caseId, kind).orElseThrow();
    }

    private List<String> sent() {
        return notifications.sentFor(caseId).stream().map(mail -> mail.template()).toList();
    }
}
