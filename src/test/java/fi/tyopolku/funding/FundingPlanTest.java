package fi.tyopolku.funding;

import static fi.tyopolku.funding.FundingWorld.confirm;
import static fi.tyopolku.funding.FundingWorld.decide;
import static fi.tyopolku.funding.FundingWorld.line;
import static fi.tyopolku.funding.FundingWorld.money;
import static fi.tyopolku.funding.FundingWorld.openCase;
import static fi.tyopolku.funding.FundingWorld.plan;
import static fi.tyopolku.funding.FundingWorld.project;
import static fi.tyopolku.funding.FundingWorld.say;
import static fi.tyopolku.funding.FundingWorld.terms;
import static fi.tyopolku.funding.FundingWorld.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.NewClientService;
import fi.tyopolku.funding.plans.FundingPlan;
import fi.tyopolku.funding.plans.FundingPlans;
import fi.tyopolku.funding.plans.PlanLine;
import fi.tyopolku.funding.plans.PlanLine.State;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.PathDriver;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class FundingPlanTest {

    private static final AtomicInteger YEAR = new AtomicInteger(2032);

    @Autowired
    private PathDriver path;
    @Autowired
    private FundingPlans plans;
    @Autowired
    private FundingLedger ledger;
    @Autowired
    private MunicipalTermsRegister register;
    @Autowired
    private ClientRegister clients;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private ClientServices services;
    @Autowired
    private TaskService tasks;

    /** Each test has a year, and so money, of its own. */
    private final LocalDate from = LocalDate.of(YEAR.getAndIncrement(), 1, 1);
    private final LocalDate to = from.plusMonths(6).minusDays(1);

    @Test
    void linesWithoutMoneyWaitAreChangedOrTakenOut() {
        money(path, "EMPLOYMENT_AUTHORITY", null, "COACHING", from, to, 1_000);
        String plan = group();
        add(plan, "Uravalmennus", 800);
        add(plan, "Ryhmävalmennus", 700);
        say(path, "coach", plan, "DONE");
        assertThat(states(plan)).containsExactly(State.RESERVED, State.WAITING);
        path.fireTimer(plan, "boundaryEvent_settleWaitingLines_reminder");
        path.fireTimer(plan, "boundaryEvent_settleWaitingLines_escalation");

        path.submit("coach", plan, "userTask_settleWaitingLines", Map.of("waitingDecision", "BACK"));
        path.fireTimer(plan, "boundaryEvent_addFundingLine_reminder");
        path.fireTimer(plan, "boundaryEvent_addFundingLine_escalation");
        say(path, "coach", plan, "DONE");
        path.submit("coach", plan, "userTask_settleWaitingLines", Map.of("waitingDecision", "DROP"));
        path.fireTimer(plan, "boundaryEvent_decideFundingPlan_reminder");
        path.fireTimer(plan, "boundaryEvent_decideFundingPlan_escalation");

        decide(path, "funding-officer", plan, "BACK");
        say(path, "coach", plan, "REMOVE");
        assertThat(available()).isEqualTo(1_000_00);
        assertThatThrownBy(() -> say(path, "coach", plan, "DONE")).hasMessageContaining("no lines");
        add(plan, "Uravalmennus", 300);
        say(path, "coach", plan, "DONE");
        decide(path, "funding-officer", plan, "REJECT");

        assertThat(available()).isEqualTo(1_000_00);
        assertThat(plans.of(plan).get(0).state()).isEqualTo(FundingPlan.State.REJECTED);
        assertThat(path.isRunning(plan)).isFalse();
    }

    @Test
    void aPlanThatIsGivenUpGivesItsMoneyBack() {
        money(path, "EMPLOYMENT_AUTHORITY", null, "COACHING", from, to, 1_000);
        String plan = group();
        add(plan, "Uravalmennus", 800);
        say(path, "coach", plan, "DONE");
        assertThat(available()).isEqualTo(200_00);
        decide(path, "funding-officer", plan, "BACK");

        say(path, "coach", plan, "GIVE_UP");

        assertThat(available()).isEqualTo(1_000_00);
        assertThat(path.isRunning(plan)).isFalse();
    }

    @Test
    void whoDrewThePlanUpMayNotDecideOnItNorTheCoachOfTheCase() {
        money(path, "EMPLOYMENT_AUTHORITY", null, "COACHING", from, to, 1_000);
        String plan = plan(path, "funding-officer", null, "FROM_2025", "Valmennus", from, to);
        write(path, "funding-officer", plan, coaching("Uravalmennus", 100));
        confirm(path, "funding-officer", plan, "EMPLOYMENT_AUTHORITY", null, null);
        say(path, "funding-officer", plan, "DONE");

        assertThatThrownBy(() -> decide(path, "funding-officer", plan, "APPROVE")).hasMessageContaining("another person");
        assertThatThrownBy(() -> decide(path, "coach", plan, "APPROVE")).isInstanceOf(RuntimeException.class);
        assertThat(states(plan)).containsExactly(State.RESERVED);
    }

    @Test
    void whoWroteALineOfThePlanMayNotDecideOnItEither() {
        money(path, "EMPLOYMENT_AUTHORITY", null, "COACHING", from, to, 1_000);
        String plan = group();
        tasks.setAssignee(path.task(plan, "userTask_addFundingLine").getId(), null);
        write(path, "funding-officer", plan, coaching("Oma lisäys", 100));
        confirm(path, "coach", plan, "EMPLOYMENT_AUTHORITY", null, null);
        say(path, "coach", plan, "DONE");

        assertThatThrownBy(() -> decide(path, "funding-officer", plan, "APPROVE")).hasMessageContaining("another person");
    }

    @Test
    void oneCostHasOneFunderAndNeverTwoEuSources() {
        String one = project(path, "ESF+ yksi", from, to, true);
        String two = project(path, "ESF+ kaksi", from, to, true);
        money(path, "PROJECT", one, "COACHING", from, to, 1_000);
        money(path, "PROJECT", two, "COACHING", from, to, 1_000);
        String plan = group();
        participant(plan);
        confirm(path, "coach", plan, "PROJECT", one, null);
        participant(plan);

        assertThatThrownBy(() -> confirm(path, "coach", plan, "PROJECT", two, null)).hasMessageContaining("two sources");
        assertThatThrownBy(() -> confirm(path, "coach", plan, "PROJECT", null, null)).hasMessageContaining("Choose the project");
        path.submit("coach", plan, "userTask_confirmFunder", Map.of("confirmDecision", "CHANGE"));
        Map<String, Object> later = coaching("Uravalmennus", 100);
        later.put("endsOn", to.plusDays(1).toString());
        write(path, "coach", plan, later);
        assertThatThrownBy(() -> confirm(path, "coach", plan, "EMPLOYMENT_AUTHORITY", null, null))
                .hasMessageContaining("outside the measure");
    }

    @Test
    void aFunderPaysOneCostInOneLineOnly() {
        String plan = group();
        add(plan, "Uravalmennus", 100);
        write(path, "coach", plan, coaching("uravalmennus", 200));

        assertThatThrownBy(() -> confirm(path, "coach", plan, "EMPLOYMENT_AUTHORITY", null, null))
                .hasMessageContaining("already pays for the same cost");
        assertThat(lines(plan)).hasSize(1);
    }

    /** Since 2021 (HE 155/2020); the table of 2025 answers earlier days with a check by hand. */
    @Test
    void moneyOfTheEuropeanUnionPaysNoSubsidyNotEvenByHand() {
        LocalDate begins = LocalDate.of(2024, 1, 1);
        LocalDate ends = begins.plusMonths(6);
        String eu = project(path, "ESF+ tuki", begins, ends, true);
        String other = project(path, "Kaupungin hanke", begins, ends, false);
        String plan = plan(path, "coach", null, "FROM_2025", "Palkkatuettu työ", begins, ends);
        write(path, "coach", plan, line("PAY_SUBSIDY", "Työ hotellissa", 5_000, begins, ends));

        assertThatThrownBy(() -> confirm(path, "coach", plan, "PROJECT", eu, "Selvitetty."))
                .hasMessageContaining("does not pay for pay subsidy");
        confirm(path, "coach", plan, "PROJECT", other, "Selvitetty.");
        assertThat(lines(plan)).extracting(PlanLine::project).containsExactly(other);
    }

    @Test
    void aLineSaysWhoSuppliesHowManyHours() {
        String plan = group();
        Map<String, Object> line = coaching("Uravalmennus", 100);
        line.putAll(Map.of("hoursBy", "Polku-hanke", "hours", 120));
        write(path, "coach", plan, line);
        confirm(path, "coach", plan, "EMPLOYMENT_AUTHORITY", null, null);

        assertThat(lines(plan)).singleElement().extracting(PlanLine::hoursBy, PlanLine::hours)
                .containsExactly("Polku-hanke", 120);
        assertThat(String.valueOf(path.shown("coach", plan, "userTask_addFundingLine").get("fundingPlanLines")))
                .contains("Polku-hanke, 120 h");
    }

    @Test
    void whatTheClientIsInAlreadyStandsBesideThePlan() {
        String caseId = client();
        assertThat(path.shown("coach", caseId, "userTask_addFundingLine").get("fundingPlanOverlaps")).isNull();

        services.begin(new NewClientService(caseId, PathDriver.KEMIJARVI, "LABOUR_MARKET_TRAINING", null, from, null));

        assertThat(String.valueOf(path.shown("coach", caseId, "userTask_addFundingLine").get("fundingPlanOverlaps")))
                .contains("Overlaps with what the client is in already").contains("- ");
    }

    @Test
    void aMissingFactRefusesNobodyButWantsAReason() {
        String project = project(path, "ESF+ auki", from, to, true);
        money(path, "PROJECT", project, "LICENCE", from, to, 1_000);
        String plan = group();
        write(path, "coach", plan, line("LICENCE", "Trukkikortti", 100, from, to));

        assertThatThrownBy(() -> confirm(path, "coach", plan, "EMPLOYER", null, null)).hasMessageContaining("by hand");
        confirm(path, "coach", plan, "EMPLOYER", null, "Työnantaja on luvannut maksaa.");

        assertThat(lines(plan)).extracting(PlanLine::funder).containsExactly("EMPLOYER");
    }

    @Test
    void theEndOfTheCaseEndsThePlanWhereverItIs() {
        money(path, "EMPLOYMENT_AUTHORITY", null, "COACHING", from, to, 1_000);
        String inLines = client();
        String inWait = client();
        add(inWait, "Uravalmennus", 5_000);
        say(path, "coach", inWait, "DONE");
        String inDecision = client();
        add(inDecision, "Uravalmennus", 1_000);
        say(path, "coach", inDecision, "DONE");
        assertThat(available()).isZero();

        List.of(inLines, inWait, inDecision).forEach(caseId -> {
            cases.closeCase(caseId, "WITHDRAWN");
            path.runJobs(caseId);
            assertThat(path.isRunning(caseId)).isFalse();
            assertThat(plans.of(caseId).get(0).state()).isEqualTo(FundingPlan.State.CASE_ENDED);
        });
        assertThat(available()).isEqualTo(1_000_00);
    }

    @Test
    void aBreakGivesReservedMoneyBackUntilItIsReservedAnew() {
        money(path, "EMPLOYMENT_AUTHORITY", null, "COACHING", from, to, 1_000);
        String caseId = client();
        add(caseId, "Uravalmennus", 1_000);
        say(path, "coach", caseId, "DONE");

        cases.interrupt(caseId);

        assertThat(available()).isEqualTo(1_000_00);
        assertThatThrownBy(() -> decide(path, "funding-officer", caseId, "APPROVE")).hasMessageContaining("Not every line");
        decide(path, "funding-officer", caseId, "BACK");
        say(path, "coach", caseId, "DONE");
        decide(path, "funding-officer", caseId, "APPROVE");
        assertThat(available()).isZero();
    }

    @Test
    void unknownCasesAndASecondOpenPlanAreRefused() {
        assertThatThrownBy(() -> plan(path, "coach", "TP-7F3K-9Q2M", "FROM_2025", "X", from, to))
                .isInstanceOf(RuntimeException.class);
        String caseId = client();
        assertThatThrownBy(() -> plan(path, "coach2", caseId, "FROM_2025", "X", from, to)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> plan(path, "coach", caseId, "FROM_2025", "X", from, to)).hasMessageContaining("already has");
    }

    @Test
    void termsOfTheMunicipalityComeIntoForceByAManagersApprovalAlone() {
        String draft = path.start("funding-officer", "municipalTerms", Map.of("municipalTerms", terms(from, 400, 50)));
        path.fireTimer(draft, "boundaryEvent_approveTerms_reminder");
        path.fireTimer(draft, "boundaryEvent_approveTerms_escalation");
        path.submit("manager", draft, "userTask_approveTerms", Map.of("termsDecision", "RETURN",
                "municipalTermsReview", Map.of("reasons", "Summa on 450 euroa.")));
        path.submit("funding-officer", draft, "userTask_reviseTerms", Map.of("revisionDecision", "SUBMIT",
                "municipalTerms", terms(from, 450, 50)));
        assertThat(register.on(from, PathDriver.KEMIJARVI, "COMPANY").map(MunicipalTerms::validFrom))
                .isNotEqualTo(Optional.of(from));
        path.submit("manager", draft, "userTask_approveTerms", Map.of("termsDecision", "APPROVE"));

        assertThat(register.on(from, PathDriver.KEMIJARVI, "COMPANY").orElseThrow().maxMonthlyCents()).isEqualTo(450_00);
        assertThat(register.on(from, PathDriver.SODANKYLA, "COMPANY")).isEmpty();
        String again = path.start("funding-officer", "municipalTerms", Map.of("municipalTerms", terms(from, 460, 50)));
        assertThatThrownBy(() -> path.submit("manager", again, "userTask_approveTerms", Map.of("termsDecision", "APPROVE")))
                .hasMessageContaining("already in force");
        path.submit("manager", again, "userTask_approveTerms", Map.of("termsDecision", "RETURN",
                "municipalTermsReview", Map.of("reasons", "On jo.")));
        path.submit("funding-officer", again, "userTask_reviseTerms", Map.of("revisionDecision", "GIVE_UP"));
        assertThat(path.isRunning(again)).isFalse();
    }

    private String group() {
        return plan(path, "coach", null, "FROM_2025", "Uravalmennus", from, to);
    }

    private String client() {
        String caseId = openCase(clients, cases);
        plan(path, "coach", caseId, "FROM_2025", "Uravalmennus", from, to);
        return caseId;
    }

    private Map<String, Object> coaching(String whatFor, int euros) {
        Map<String, Object> line = line("COACHING", whatFor, euros, from, to);
        line.put("projectParticipant", "NO");
        return line;
    }

    private void participant(String plan) {
        Map<String, Object> line = coaching("Uravalmennus", 100);
        line.put("projectParticipant", "YES");
        write(path, "coach", plan, line);
    }

    private void add(String plan, String whatFor, int euros) {
        write(path, "coach", plan, coaching(whatFor, euros));
        confirm(path, "coach", plan, "EMPLOYMENT_AUTHORITY", null, null);
    }

    private List<State> states(String subject) {
        return lines(subject).stream().map(PlanLine::state).toList();
    }

    private List<PlanLine> lines(String subject) {
        return plans.lines(plans.of(subject).get(0).id());
    }

    private long available() {
        return ledger.overview(PathDriver.KEMIJARVI).stream().filter(each -> each.validFrom().equals(from) && each.purpose().equals("COACHING"))
                .mapToLong(Appropriation::availableCents).sum();
    }
}
