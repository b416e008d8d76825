package fi.tyopolku.scenario;

import static fi.tyopolku.supports.SupportForms.benefits;
import static fi.tyopolku.supports.SupportForms.closing;
import static fi.tyopolku.supports.SupportForms.facts;
import static fi.tyopolku.supports.SupportForms.firstMeeting;
import static fi.tyopolku.supports.SupportForms.lastMeeting;
import static fi.tyopolku.supports.SupportForms.mapping;
import static fi.tyopolku.supports.SupportForms.mappingAgain;
import static fi.tyopolku.supports.SupportForms.referral;
import static fi.tyopolku.supports.SupportForms.walkIn;
import static fi.tyopolku.supports.SupportForms.welcome;
import static fi.tyopolku.supports.SupportForms.welcomeWithStudent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.EndedService;
import fi.tyopolku.clientservices.RunningService;
import fi.tyopolku.notifications.MailRecord;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.supports.SupportAction;
import fi.tyopolku.supports.SupportActions;
import fi.tyopolku.supports.SupportForms;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.EngineTables;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.StageForms;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tietoluukku of Työn Tiet: whoever comes gets guidance, with or without a path, together with a student worker; what
 * stands in the way becomes actions, and the resources that grow are seen.
 */
@DatabaseTest
class TietoluukkuTest {

    private static final String ADVISOR = "service-advisor";
    private static final String WELCOME = "userTask_welcomeClient";
    private static final String MEET = "userTask_goThroughSituation";
    private static final String CLOSE = "userTask_closeGuidance";
    private static final String MAP = "userTask_mapResources";
    private static final String CANARY = "vuokrarästit";

    @Autowired
    private PathDriver path;
    @Autowired
    private ClientRegister clients;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private ClientServices services;
    @Autowired
    private SupportActions actions;
    @Autowired
    private Notifications notifications;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void whoeverWalksInIsHelpedTogetherWithAStudentAndMayWishAPath() {
        String visit = path.start(ADVISOR, "socialGuidance", walkIn("Aino Kissa", "DEBT", "SOCIAL_SECURITY"));
        assertThat(path.fact(visit, "socialGuidance", "clientLabel")).isEqualTo("Aino");
        assertThat(path.shown(ADVISOR, visit, WELCOME).get("guidanceAbout").toString()).contains("money and debt");

        path.submit(ADVISOR, visit, WELCOME, welcomeWithStudent());
        assertThat(path.shown(ADVISOR, visit, MEET).get("doneTogether").toString()).contains("Outi Opiskelija");
        path.submit(ADVISOR, visit, MEET, firstMeeting(today(), "CLIENT_WITH_STUDENT", false, CANARY));
        assertThat(path.shown(ADVISOR, visit, "userTask_checkBenefits").get("benefitLinks").toString())
                .contains("https://www.kela.fi/toimeentulotuki", "22.11.2026");
        path.submit(ADVISOR, visit, "userTask_checkBenefits", benefits(today()));
        path.submit(ADVISOR, visit, MAP, mapping(today().minusDays(1), 2, 1, 2));
        path.submit(ADVISOR, visit, "userTask_referOn", referral(true));
        path.fireTimer(visit, "catchEvent_nextVisit");

        List<String> open = actions.open(visit).stream().map(action -> String.valueOf(action.id())).toList();
        assertThat(open).hasSize(2);
        assertThat(path.shown(ADVISOR, visit, MEET).get("openActions").toString()).contains("Apply for a benefit");
        path.submit(ADVISOR, visit, MEET, lastMeeting(today(), open));
        path.submit(ADVISOR, visit, CLOSE, closing("EASED", Map.of("pathWished", true)));

        assertThat(actions.open(visit)).isEmpty();
        assertThat(path.shown("coach", visit, "userTask_takeUpProposal").get("visitorContact").toString()).contains("040 123 4567");
        path.submit("coach", visit, "userTask_takeUpProposal", Map.of("proposalResult", "PATH_STARTED", "pathProposal",
                Map.of("note", "A path begins next week.")));
        assertThat(path.isRunning(visit)).isFalse();
        assertThat(sent(visit)).contains("support-waiting", "path-proposed").doesNotContain("support-actions");
        assertThat(services.running(visit)).isEmpty();
        assertThat(path.fact(visit, "socialGuidance", "socialGuidanceResult")).isEqualTo("EASED");
    }

    @Test
    void whatAClientOfThePathTellsStaysThereAndTheActionsReachThePlan() {
        String caseId = SupportForms.openCase(clients, cases);
        path.startStage("pathPlan", caseId, facts(""));
        path.submit("coach", caseId, "userTask_discussGuidance", StageForms.guidance());
        path.startStage("socialGuidance", caseId, facts("SOCIAL_GUIDANCE,NETWORK_BUILDING"));
        assertThat(services.running(caseId)).extracting(RunningService::service).containsExactly("SOCIAL_GUIDANCE");
        assertThat(path.shown(ADVISOR, caseId, WELCOME).get("guidanceAbout").toString()).contains("Social guidance");
        path.submit(ADVISOR, caseId, WELCOME, welcome());
        path.submit(ADVISOR, caseId, MEET, firstMeeting(today(), "COACH", true, CANARY));
        path.submit(ADVISOR, caseId, "userTask_checkBenefits", benefits(today()));
        path.submit(ADVISOR, caseId, MAP, mapping(today().minusDays(1), 2, 1, 2));
        path.submit(ADVISOR, caseId, "userTask_referOn", referral(true));
        path.fireTimer(caseId, "catchEvent_nextVisit");
        path.submit(ADVISOR, caseId, MEET, lastMeeting(today(), List.of()));
        path.submit(ADVISOR, caseId, CLOSE, closing("RESOLVED", Map.of("guidanceSummary",
                Map.of("clientAgreesToSummary", true, "summary", "The rent is in order."))));

        Map<String, Object> plan = path.shown("coach", caseId, "userTask_drawUpPlan");
        assertThat(plan.get("supportActions").toString()).contains("Contact debt counselling", "Coach", "Open");
        assertThat(plan.get("supportSummaries").toString()).contains("The rent is in order.");
        assertThat(plan.toString()).doesNotContain(CANARY, "debtNote", "Outi", "mental");
        assertThat(sent(caseId)).contains("support-begins", "support-waiting", "support-actions");
        assertThat(services.ended(caseId)).extracting(EndedService::result, EndedService::nextStep)
                .containsExactly(tuple("RESOLVED", "PATH_CONTINUES"));
        assertThat(EngineTables.holding(jdbc, CANARY)).isEmpty();

        cases.closeCase(caseId, "WITHDRAWN");
        assertThat(actions.sharedWithPlan(caseId)).extracting(SupportAction::state).containsOnly(SupportAction.State.ENDED);
    }

    @Test
    void whoDoesNotWantTheGuidanceIsAskedNothingMore() {
        String visit = path.start("coach", "socialGuidance", walkIn("Eino", "HOUSING"));
        path.submit(ADVISOR, visit, WELCOME, Map.of("guidanceWanted", "NO"));
        assertThatThrownBy(() -> path.submit(ADVISOR, visit, CLOSE, Map.of("socialGuidanceResult", "NOT_WANTED",
                "serviceNextStep", "NONE"))).hasMessageContaining("Why does nothing follow?");
        path.submit(ADVISOR, visit, CLOSE, Map.of("socialGuidanceResult", "NOT_WANTED", "serviceNextStep", "NONE",
                "guidanceClosing", Map.of("noNextStepReason", "The visitor only wanted to know where Kela is.")));
        assertThat(path.isRunning(visit)).isFalse();
        assertThat(path.hasPassed(visit, "endEvent_visitorServed")).isTrue();
    }

    @Test
    void whatTheFormsCannotCheckIsRefusedWithASentence() {
        String visit = path.start(ADVISOR, "socialGuidance", walkIn("Eino", "DEBT"));
        path.submit(ADVISOR, visit, WELCOME, welcome());
        assertThatThrownBy(() -> path.submit(ADVISOR, visit, MEET, firstMeeting(today(), "COACH", true, "")))
                .hasMessageContaining("without a path has no coach");
        assertThatThrownBy(() -> path.submit(ADVISOR, visit, MEET, firstMeeting(today(), "STUDENT_WORKER", true, "")))
                .hasMessageContaining("No student worker");
        assertThat(actions.open(visit)).isEmpty();

        Map<String, Object> meeting = firstMeeting(today(), "CLIENT", true, "");
        meeting.putAll(Map.of("benefitCheckWanted", false, "resourceMappingWanted", false, "guidanceContinues", false));
        meeting.remove("nextVisitOn");
        path.submit(ADVISOR, visit, MEET, meeting);
        assertThatThrownBy(() -> path.submit(ADVISOR, visit, "userTask_referOn", referral(false)))
                .hasMessageContaining("agreed to what is passed on");
        path.submit(ADVISOR, visit, "userTask_referOn", referral(true));
        assertThatThrownBy(() -> path.submit(ADVISOR, visit, CLOSE, closing("REFERRED_ON", Map.of("guidanceClosing",
                Map.of("smallProgress", List.of("HOPE")))))).hasMessageContaining("Write down what shows it");
    }

    @Test
    void whoWaitsIsRemembered() {
        String visit = path.start(ADVISOR, "socialGuidance", walkIn("Eino", "DEBT"));
        remindAndEscalate(visit, "welcomeClient");
        path.submit(ADVISOR, visit, WELCOME, welcome());
        remindAndEscalate(visit, "goThroughSituation");
        path.submit(ADVISOR, visit, MEET, lastMeeting(today(), List.of()));
        remindAndEscalate(visit, "closeGuidance");
        path.submit(ADVISOR, visit, CLOSE, closing("EASED", Map.of("pathWished", true)));
        remindAndEscalate(visit, "takeUpProposal");
        assertThat(sent(visit)).contains("reminder-guidance", "escalation", "path-proposed");
    }

    @Test
    void resourcesAreMappedAgainAndTheChangeIsSeenUntilTheClientDeclines() {
        String caseId = SupportForms.openCase(clients, cases);
        assertThatThrownBy(() -> path.start("coach2", "resourceMapping", Map.of("caseId", caseId)))
                .hasMessageContaining("The case was not found");
        path.start("coach", "resourceMapping", Map.of("caseId", caseId));
        remindAndEscalate(caseId, "mapResources");
        path.submit(ADVISOR, caseId, MAP, mappingAgain(today().minusDays(100), 2, 3, 1));
        path.fireTimer(caseId, "catchEvent_nextMapping");
        path.submit(ADVISOR, caseId, MAP, mappingAgain(today(), 4, 3, 2));
        path.fireTimer(caseId, "catchEvent_nextMapping");

        assertThat(path.shown(ADVISOR, caseId, MAP).get("resourceChanges").toString())
                .contains("Physical resources", "+2", "+0", "+1");
        path.submit(ADVISOR, caseId, MAP, Map.of("mappingDecision", "DECLINED"));
        assertThat(path.isRunning(caseId)).isFalse();
    }

    @Test
    void aCaseThatEndsEndsItsMappings() {
        String waiting = SupportForms.openCase(clients, cases);
        path.start("coach", "resourceMapping", Map.of("caseId", waiting));
        String between = SupportForms.openCase(clients, cases);
        path.start(ADVISOR, "resourceMapping", Map.of("caseId", between));
        path.submit(ADVISOR, between, MAP, mappingAgain(today(), 4, 3, 2));

        cases.closeCase(waiting, "WITHDRAWN");
        cases.closeCase(between, "WITHDRAWN");

        assertThat(path.isRunning(waiting)).isFalse();
        assertThat(path.isRunning(between)).isFalse();
        assertThatThrownBy(() -> path.start("coach", "resourceMapping", Map.of("caseId", between)))
                .hasMessageContaining("already closed");
    }

    private void remindAndEscalate(String caseId, String task) {
        path.fireTimer(caseId, "boundaryEvent_" + task + "_reminder");
        path.fireTimer(caseId, "boundaryEvent_" + task + "_escalation");
    }

    private List<String> sent(String caseId) {
        return notifications.sentFor(caseId).stream().map(MailRecord::template).toList();
    }

    private LocalDate today() {
        return clock.today();
    }
}
