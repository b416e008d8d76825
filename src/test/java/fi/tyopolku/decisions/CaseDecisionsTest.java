package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.testing.DatabaseTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(KnownFacts.class)
class CaseDecisionsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    @Autowired
    private CaseDecisions decisions;
    @Autowired
    private DecisionRecords records;
    @Autowired
    private DecisionTables tables;
    @Autowired
    private KnownFacts knownFacts;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private ProcessEngine engine;

    @BeforeEach
    void stopTheClock() {
        clock.setTo(NOW);
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void aDecisionIsKeptWithItsInputsRuleVersionReasonAndBasis() {
        knownFacts.of("TP-AAAA-1111", facts()
                .with("jobApplication.chosenGround", "SKILLS")
                .with("jobApplication.jobStart", "2026-11-21")
                .with("jobApplication.collectiveAgreementPay", true)
                .with("jobApplication.payByResultOnly", false)
                .with("jobApplication.employerName", "not read by the table").map());

        DecisionOutcome outcome = decisions.decide("TP-AAAA-1111", "employmentBars");

        assertThat(outcome.codes()).containsExactly("STARTED_BEFORE_DECISION");
        DecisionRecord kept = records.latest("TP-AAAA-1111", "employmentBars").orElseThrow();
        assertThat(kept.outcome()).isEqualTo(outcome);
        assertThat(kept.outcome().version()).isEqualTo(1);
        assertThat(kept.outcome().versionTag()).isEqualTo("1.0.0");
        assertThat(kept.outcome().single()).containsEntry("basis", "Act 380/2023 84.1 § and 95.3(7) §");
        assertThat(kept.decidedAt()).isEqualTo(NOW);
        assertThat(kept.inputs())
                .containsEntry("jobApplication.jobStart", "2026-11-21")
                .containsEntry("today", "2026-11-22")
                .containsEntry("jobApplication.weeklyHours", null)
                .doesNotContainKey("jobApplication.employerName");
    }

    @Test
    void theInputsOfTablesItBuildsOnAreKeptToo() {
        decisions.decide("TP-AAAA-2222", "subsidyGrounds");
        assertThat(records.latest("TP-AAAA-2222", "subsidyGrounds").orElseThrow().inputs())
                .containsKeys("client.age", "jobApplication.skillsGap", "capabilitySurvey.highestEducation")
                .doesNotContainKeys("skillsGround", "age55Ground");
    }

    @Test
    void theLatestOfSeveralDecisionsCountsAndAllAreKept() {
        decisions.decide("TP-AAAA-3333", "nextStepProposal");
        knownFacts.of("TP-AAAA-3333", Map.of("nextStepReview", Map.of("workAbilityBarrierUnresolved", true)));
        decisions.decide("TP-AAAA-3333", "nextStepProposal");

        assertThat(records.latest("TP-AAAA-3333", "nextStepProposal").orElseThrow().outcome().codes())
                .containsExactly("MULTI_SECTOR_SUPPORT");
        assertThat(records.of("TP-AAAA-3333")).extracting(kept -> kept.outcome().codes())
                .containsExactly(List.of("CHECK_BY_HAND"), List.of("MULTI_SECTOR_SUPPORT"));
        assertThat(records.latest("TP-AAAA-3333", "supportNeeds")).isEmpty();
    }

    @Test
    void theProcessGetsTheCodesAndNeverTheFacts() {
        knownFacts.of("TP-AAAA-4444", Map.of("capabilitySurvey",
                Map.of("barriers", List.of("DEBT", "HEALTH"), "lifeSituation", "canary-4711")));
        deploy("supportNeeds");

        String instance = start("TP-AAAA-4444");

        var variables = engine.getRuntimeService().getVariables(instance);
        assertThat(variables).containsOnlyKeys("supportNeeds", "caseId", "stage");
        assertThat((String) variables.get("supportNeeds")).startsWith("SOCIAL_GUIDANCE,HEALTH_REFERRAL,CHECK_BY_HAND");
        assertThat(engine.getHistoryService().createHistoricVariableInstanceQuery()
                .processInstanceId(instance).list())
                .extracting(variable -> String.valueOf(variable.getValue()))
                .noneMatch(value -> value.contains("canary") || value.contains("DEBT"));
        assertThat(engine.getHistoryService().createHistoricDecisionInstanceQuery().processInstanceId(instance)
                .count()).isZero();
    }

    @Test
    void whenNoRowAppliesTheProcessGetsAnEmptyText() {
        knownFacts.of("TP-AAAA-5555", new TrainingAgreementLimitsTest().complete().without("today").map());
        deploy("trainingAgreementLimits");
        assertThat(engine.getRuntimeService().getVariable(start("TP-AAAA-5555"), "trainingAgreementLimits")).isEqualTo("");
    }

    @Test
    void aTableThatIsNotDeployedIsAnError() {
        assertThatIllegalArgumentException().isThrownBy(() -> tables.evaluate("fortuneTeller", Map.of()));
    }

    @Test
    void aFactOfTheWrongKindCountsAsMissing() {
        var facts = new EmploymentBarsTest().complete().with("jobApplication.chosenGround", "AGE55").with("today", "2026-11-22");
        for (String path : List.of("jobApplication.weeklyHours", "jobApplication.jobStart",
                "jobApplication.payByResultOnly", "jobApplication.chosenGround")) {
            for (Object wrong : List.of("canary", "2026-02-31", Map.of())) {
                if (path.endsWith("chosenGround") && wrong instanceof String) {
                    continue;
                }
                assertThat(tables.evaluate("employmentBars", facts.copy().with(path, wrong).map()).codes())
                        .as(path + " " + wrong).containsExactly("CHECK_BY_HAND");
            }
        }
    }

    private void deploy(String decision) {
        engine.getRepositoryService().createDeployment().addModelInstance("decide.bpmn",
                Bpmn.createExecutableProcess("decideForTest").camundaHistoryTimeToLiveString("P1D").startEvent()
                        .businessRuleTask("decide").camundaDelegateExpression("${decide}")
                        .camundaInputParameter("decision", decision)
                        .userTask("wait").endEvent().done()).deploy();
    }

    private String start(String caseId) {
        return engine.getRuntimeService().startProcessInstanceByKey("decideForTest", caseId).getId();
    }
}
