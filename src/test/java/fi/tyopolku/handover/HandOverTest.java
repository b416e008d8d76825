package fi.tyopolku.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.CoachedCase;
import fi.tyopolku.clients.HandOver;
import fi.tyopolku.clients.HandOvers;
import fi.tyopolku.engine.TaskDoor;
import fi.tyopolku.engine.TaskDoor.WorkItem;
import fi.tyopolku.notifications.MailRecord;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.StageForms;
import fi.tyopolku.testing.TestMail;
import fi.tyopolku.testing.Together;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class HandOverTest {

    private static final String SURVEY = "userTask_surveyCapabilities";

    @Autowired
    private PathDriver path;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private HandOvers handOvers;
    @Autowired
    private Notifications notifications;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private IdentityService identity;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private TaskService tasks;
    @Autowired
    private FormService forms;
    @Autowired
    private TaskDoor door;
    @Autowired
    private GreenMail mails;
    @Autowired
    private JdbcClient jdbc;

    private HandOverSetUp setUp;

    @BeforeEach
    void setUp() {
        setUp = new HandOverSetUp(path, clock, identity, repository, forms);
    }

    @AfterEach
    void nobodyIsAwayAnyMore() {
        setUp.endAbsences(handOvers);
    }

    @Test
    void twentyCasesGoToAnotherCoachForGood() {
        List<String> caseIds = setUp.clients(20);
        String id = setUp.handOver("coach", setUp.forGood("coach", "coach3", caseIds), caseIds);

        assertThat(path.isRunning(id)).isFalse();
        assertThat(caseIds).allSatisfy(caseId -> {
            assertThat(cases.coachesOf(caseId)).containsExactly("coach3");
            assertThat(path.task(caseId, SURVEY).getAssignee()).isEqualTo("coach3");
            assertThat(path.instances(caseId)).isNotEmpty().allSatisfy(instance ->
                    assertThat(runtime.getVariable(instance, "coach")).isEqualTo("coach3"));
            assertThat(sent(caseId)).contains("coach-changed");
        });
        assertThat(sent(id)).containsExactly("hand-over-staff", "hand-over-staff");
        assertThat(path.fact(id, "handOver", "handOver")).as("the reason").isNull();
        assertThat(reasons(caseIds.get(0))).containsExactly("New areas.");
        assertThatThrownBy(() -> path.submit("coach", caseIds.get(0), SURVEY, StageForms.survey()))
                .isInstanceOf(AuthorizationException.class);
        path.submit("coach3", caseIds.get(0), SURVEY, StageForms.survey());
        assertThat(path.task(caseIds.get(0), "userTask_agreeOnSupports").getAssignee()).isEqualTo("coach3");
    }

    @Test
    void aManagerHandsOverAllCasesOfACoachWhoLeaves() {
        String leaving = setUp.newCoach("coach-leaving");
        List<String> caseIds = setUp.clients(3);
        setUp.handOver("manager", setUp.forGood("coach", leaving, caseIds), caseIds);
        identity.deleteMembership(leaving, "coach");

        setUp.handOver("manager", setUp.forGood(leaving, "coach3", List.of()), caseIds);
        assertThat(caseIds).allSatisfy(caseId -> assertThat(cases.coachesOf(caseId)).containsExactly("coach3"));
        assertRefused("manager", setUp.forGood(leaving, "coach3", List.of()), "Whose cases?");
    }

    @Test
    void aDeputyStandsInFromTheFirstDayUntilTheDayAfterTheLast() {
        String email = "kund" + System.nanoTime() + "@example.fi";
        String caseId = setUp.client(email, "sv");
        List<String> both = List.of(caseId);
        String id = setUp.handOver("coach", setUp.away("coach", "coach3", 2, 9, both), both);

        assertThat(cases.coachesOf(caseId)).containsExactly("coach");
        assertThat(sent(id)).containsExactly("hand-over-staff", "hand-over-staff");
        assertThat(path.task(caseId, SURVEY).getAssignee()).isEqualTo("coach");

        setUp.fire(id, "catchEvent_firstDay", both);
        assertThat(cases.coachOf(caseId)).contains("coach3");
        assertThat(cases.coachesOf(caseId)).containsExactlyInAnyOrder("coach", "coach3");
        assertThat(path.task(caseId, SURVEY).getAssignee()).isEqualTo("coach3");
        assertThatThrownBy(() -> path.submit("coach", caseId, SURVEY, StageForms.survey()))
                .isInstanceOf(AuthorizationException.class);
        path.submit("coach3", caseId, SURVEY, StageForms.survey());
        assertThat(path.task(caseId, "userTask_agreeOnSupports").getAssignee()).as("opened during the absence").isEqualTo("coach3");
        assertThat(TestMail.subjectsTo(mails, email)).contains("Din egen coach är borta och har en vikarie");
        assertThat(found(caseId).owner()).isEqualTo("coach");

        setUp.fire(id, "catchEvent_coachBack", both);
        assertThat(cases.coachesOf(caseId)).containsExactly("coach");
        assertThat(path.task(caseId, "userTask_agreeOnSupports").getAssignee()).isEqualTo("coach");
        assertThat(path.instances(caseId)).allSatisfy(instance ->
                assertThat(runtime.getVariable(instance, "coach")).isEqualTo("coach"));
        assertThat(TestMail.subjectsTo(mails, email)).contains("Din egen coach är tillbaka");
        assertThat(sent(id)).filteredOn("hand-over-ended-staff"::equals).hasSize(2);
        assertThat(TestMail.subjectsTo(mails, "coach3@example.org")).contains("Asiat ovat palanneet valmentajalleen");
        assertThat(path.isRunning(id)).isFalse();
        assertThat(handOvers.temporary(PathDriver.KEMIJARVI)).extracting(HandOver::id).doesNotContain(id);
    }

    @Test
    void neitherTheOwnerNorTheDeputyIsTheSecondPairOfEyes() {
        String caseId = setUp.client();
        begunAbsence(caseId);
        WorkItem decision = new WorkItem("t", "subsidisedJob", "userTask_decideFunding", caseId, null, Set.of(),
                Set.of("funding-officer"), true);

        assertThat(door.mayWorkOn(decision, "coach", Set.of("coach", "funding-officer"))).isFalse();
        assertThat(door.mayWorkOn(decision, "coach3", Set.of("coach", "funding-officer"))).isFalse();
        assertThat(door.mayWorkOn(decision, "funding-officer", Set.of("funding-officer"))).isTrue();
    }

    @Test
    void theOwnerWhoIsBackEarlierEndsIt() {
        String caseId = setUp.client();
        String id = begunAbsence(caseId);

        assertThatThrownBy(() -> setUp.submitAs(setUp.newCoach("coach-uninvolved"), "coach", PathDriver.KEMIJARVI, "endHandOver",
                Map.of("handOverId", id))).hasMessageContaining("Which hand-over?");
        assertThatThrownBy(() -> path.start("coach2", "endHandOver", Map.of("handOverId", id)))
                .hasMessageContaining("Which hand-over?");
        path.start("coach", "endHandOver", Map.of("handOverId", id));
        setUp.settle(id, List.of(caseId));

        assertThat(cases.coachesOf(caseId)).containsExactly("coach");
        assertThat(path.isRunning(id)).isFalse();
        assertThatThrownBy(() -> path.start("coach", "endHandOver", Map.of("handOverId", id)))
                .hasMessageContaining("Which hand-over?");
    }

    @Test
    void oneThatHasNotBegunIsCalledOff() {
        String caseId = setUp.client();
        String id = setUp.handOver("manager", setUp.away("coach", "coach3", 3, 5, List.of(caseId)), List.of(caseId));
        assertRefused("coach", setUp.forGood("coach", "coach3", List.of(caseId)), "List of cases");

        path.start("coach3", "endHandOver", Map.of("handOverId", id));
        setUp.settle(id, List.of(caseId));
        assertThat(path.isRunning(id)).isFalse();
        assertThat(sent(caseId)).doesNotContain("deputy-begins", "deputy-ends");
        setUp.handOver("coach", setUp.forGood("coach", "coach3", List.of(caseId)), List.of(caseId));
        assertThat(cases.coachesOf(caseId)).containsExactly("coach3");
    }

    @Test
    void whoHasAnotherRoleInTheCaseHandsItOverTooAndGetsItBack() {
        String caseId = setUp.client();
        repository.createDeployment().addModelInstance("beside.bpmn", Bpmn.createExecutableProcess("besideThePath")
                .camundaHistoryTimeToLive(1).startEvent().parallelGateway("fork")
                .userTask("personal").camundaAssignee("${workCoach}").endEvent()
                .moveToNode("fork").userTask("groupTask").camundaCandidateGroups("coach").endEvent()
                .moveToNode("fork").userTask("deputysOwn").camundaAssignee("${supporter}").endEvent().done()).deploy();
        runtime.createProcessInstanceByKey("besideThePath").businessKey(caseId).setVariables(Map.of("municipality",
                "kemijarvi", "coach", "coach", "workCoach", "coach", "supporter", "coach3")).execute();
        tasks.setAssignee(task(caseId, "groupTask").getId(), "coach");

        String id = begunAbsence(caseId);
        assertThat(task(caseId, "personal").getAssignee()).isEqualTo("coach3");
        assertThat(task(caseId, "groupTask").getAssignee()).as("taken from a group").isNull();
        path.start("manager", "endHandOver", Map.of("handOverId", id));
        setUp.settle(id, List.of(caseId));

        String beside = task(caseId, "personal").getProcessInstanceId();
        assertThat(runtime.getVariables(beside)).containsEntry("coach", "coach").containsEntry("workCoach", "coach")
                .containsEntry("supporter", "coach3");
        assertThat(task(caseId, "personal").getAssignee()).isEqualTo("coach");
    }

    @Test
    void aCaseThatClosesOrGetsAnotherCoachMeanwhileDropsOut() {
        List<String> caseIds = setUp.clients(3);
        String id = setUp.handOver("coach", setUp.away("coach", "coach3", 1, 5, caseIds), caseIds);
        withdraw("coach", caseIds.get(0));
        setUp.fire(id, "catchEvent_firstDay", caseIds);
        assertThat(sent(caseIds.get(0))).doesNotContain("deputy-begins");

        String third = setUp.newCoach("coach-third");
        assertThatThrownBy(() -> changeCoach("coach3", caseIds.get(1), third)).hasMessageContaining("deputy cannot change");
        changeCoach("manager", caseIds.get(1), third);
        withdraw("coach3", caseIds.get(2));
        setUp.fire(id, "catchEvent_coachBack", caseIds);

        assertThat(path.isRunning(id)).isFalse();
        assertThat(cases.coachesOf(caseIds.get(1))).containsExactly(third);
        assertThat(path.task(caseIds.get(1), SURVEY).getAssignee()).isEqualTo(third);
        assertThat(caseIds).allSatisfy(caseId -> assertThat(sent(caseId)).doesNotContain("deputy-ends"));
        assertThat(handOvers.find(id).orElseThrow().cases()).isZero();
    }

    @Test
    void aCaseThatClosesBetweenTheAskingAndTheStepIsLeftAsItIs() {
        List<String> caseIds = setUp.clients(2);
        String id = path.as("coach", () -> forms.submitStartForm(repository.createProcessDefinitionQuery()
                .processDefinitionKey("handOver").latestVersion().singleResult().getId(),
                setUp.forGood("coach", "coach3", caseIds)).getBusinessKey());
        cases.closeCase(caseIds.get(0), "WITHDRAWN");
        setUp.settle(id, caseIds);

        assertThat(path.isRunning(id)).isFalse();
        assertThat(cases.coachOf(caseIds.get(0))).contains("coach");
        assertThat(cases.coachOf(caseIds.get(1))).contains("coach3");
    }

    @Test
    void wrongInputIsRefusedWithASentenceThatNamesTheField() {
        String caseId = setUp.client();
        List<String> one = List.of(caseId);
        assertRefused("coach", setUp.forGood("coach", "coach", one), "Who takes the cases?");
        assertRefused("coach", setUp.forGood("coach", "coach2", one), "Who takes the cases?");
        assertRefused("coach", setUp.forGood("coach", "trainer", one), "Who takes the cases?");
        assertRefused("coach", setUp.away("coach", "coach3", -1, 5, one), "First day of the absence");
        assertRefused("coach", setUp.away("coach", "coach3", 5, 4, one), "Last day of the absence");
        assertRefused("coach", setUp.away("coach", "coach3", 1, 500, one), "Last day of the absence");
        assertRefused("manager", setUp.away("NOBODY", "coach3", 1, 5, one), "Whose cases?", "For how long?");
        assertRefused("coach", setUp.forGood("coach", "coach3", List.of(caseId, "TP-2222-2222")), "List of cases");
        assertRefused("manager", setUp.forGood("coach3", "coach", one), "Whose cases?", "List of cases");
        assertRefused("coach", changed(setUp.forGood("coach", "coach3", one), "handOver", Map.of("why", " ")), "Why?");
        assertRefused("coach", changed(setUp.forGood("coach", "coach3", one), "chosenCases", List.of()), "List of cases");
        assertRefused("coach", changed(setUp.away("coach", "coach3", 1, 5, one), "absenceTo", null), "Last day of the absence");
        assertThat(cases.coachOf(caseId)).contains("coach");
        assertThat(found(caseId).handOverId()).isNull();
    }

    @Test
    void nobodyHandsOverToACoachWhoIsAway() {
        String away = setUp.newCoach("coach-on-leave");
        List<String> caseIds = setUp.clients(2);
        setUp.handOver("coach", setUp.forGood("coach", away, List.of(caseIds.get(0))), List.of(caseIds.get(0)));
        setUp.handOver("manager", setUp.away(away, "coach3", 0, 5, List.of()), List.of(caseIds.get(0)));

        assertRefused("coach", setUp.forGood("coach", away, List.of(caseIds.get(1))), "Who takes the cases?", "is away from");
        assertRefused("coach", setUp.away("coach", away, 4, 9, List.of(caseIds.get(1))), "is away from");
        setUp.handOver("coach", setUp.away("coach", away, 6, 9, List.of(caseIds.get(1))), List.of(caseIds.get(1)));
    }

    @Test
    void aCoachHandsOverOwnCasesOnlyAndAnotherMunicipalitySeesNone() {
        String caseId = setUp.client();
        List<String> one = List.of(caseId);
        assertRefused("coach3", setUp.forGood("coach", "coach3", one), "Whose cases?");
        assertRefused("coach3", setUp.forGood("coach3", "coach", one), "List of cases");
        assertRefused("coach2", setUp.forGood("coach2", "coach3", one), "List of cases");
        assertThatThrownBy(() -> setUp.submitAs("manager2", "manager", PathDriver.SODANKYLA, "handOver",
                setUp.forGood("coach", "coach2", one))).hasMessageContaining("Whose cases?");
        assertThatThrownBy(() -> path.start("trainer", "handOver", setUp.forGood("coach", "coach3", one)))
                .isInstanceOf(RuntimeException.class);
        assertThat(cases.coachOf(caseId)).contains("coach");
    }

    @Test
    void ofTwoHandOversOfOneCaseAtTheSameMomentOneIsRefused() throws Exception {
        String caseId = setUp.client();
        setUp.newCoach("coach-wanted");
        List<String> to = List.of("coach3", "coach-wanted");
        List<String> outcomes = Together.times(2, i -> {
            try {
                setUp.submitAs("manager", "manager", PathDriver.KEMIJARVI, "handOver", setUp.forGood("coach", to.get(i), List.of(caseId)));
                return to.get(i);
            } catch (RuntimeException refused) {
                return refused.getMessage();
            }
        });
        String id = found(caseId).handOverId();
        setUp.settle(id, List.of(caseId));

        assertThat(outcomes).as("%s", outcomes).filteredOn(to::contains).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> !to.contains(outcome)).first().asString().contains("List of cases");
        assertThat(cases.coachOf(caseId)).contains(outcomes.stream().filter(to::contains).findFirst().orElseThrow());
    }

    private String begunAbsence(String caseId) {
        List<String> one = List.of(caseId);
        String id = setUp.handOver("coach", setUp.away("coach", "coach3", 0, 5, one), one);
        setUp.fire(id, "catchEvent_firstDay", one);
        assertThat(cases.coachOf(caseId)).contains("coach3");
        return id;
    }

    private void withdraw(String user, String caseId) {
        path.start(user, "reportChange", Map.of("caseId", caseId, "reportedChange", "WITHDRAWAL",
                "changeFrom", clock.today().toString(), "change", Map.of("why", "Moves away.")));
    }

    private void changeCoach(String user, String caseId, String to) {
        path.start(user, "reportChange", Map.of("caseId", caseId, "reportedChange", "COACH_CHANGE",
                "changeFrom", clock.today().toString(), "newCoach", to, "change", Map.of("why", "Parental leave.")));
    }

    private void assertRefused(String user, Map<String, Object> form, String... sentences) {
        assertThatThrownBy(() -> path.start(user, "handOver", form)).satisfies(refused ->
                assertThat(Arrays.stream(sentences).anyMatch(refused.getMessage()::contains)).as(refused.getMessage()).isTrue());
    }

    private static Map<String, Object> changed(Map<String, Object> form, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    private Task task(String caseId, String elementId) {
        return path.task(caseId, elementId);
    }

    private CoachedCase found(String caseId) {
        return handOvers.openCases(PathDriver.KEMIJARVI).stream().filter(found -> found.caseId().equals(caseId)).findFirst()
                .orElseThrow();
    }

    private List<String> sent(String id) {
        return notifications.sentFor(id).stream().map(MailRecord::template).collect(Collectors.toList());
    }

    private List<String> reasons(String caseId) {
        return jdbc.sql("select reason from tyopolku.coach_change where case_id = ?").param(caseId).query(String.class).list();
    }
}
