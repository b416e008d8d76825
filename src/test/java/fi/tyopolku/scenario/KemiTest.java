package fi.tyopolku.scenario;

import static fi.tyopolku.funding.FundingWorld.confirm;
import static fi.tyopolku.funding.FundingWorld.decide;
import static fi.tyopolku.funding.FundingWorld.line;
import static fi.tyopolku.funding.FundingWorld.money;
import static fi.tyopolku.funding.FundingWorld.openCase;
import static fi.tyopolku.funding.FundingWorld.plan;
import static fi.tyopolku.funding.FundingWorld.project;
import static fi.tyopolku.funding.FundingWorld.say;
import static fi.tyopolku.funding.FundingWorld.termsInForce;
import static fi.tyopolku.funding.FundingWorld.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.funding.FundingLedger;
import fi.tyopolku.funding.plans.FundingPlans;
import fi.tyopolku.funding.plans.PlanLine;
import fi.tyopolku.funding.plans.PlanLine.State;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.PathDriver;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The practice of Kemi, "funding together": the City of Kemi's employment and vitality project of 1.2.2016 to 31.12.2018.
 * Training and coaching come from the Polku project or the TE Office, licences from Polku, pay subsidies from the
 * labour-policy appropriation reserved for the project, and the city supplements the pay subsidy with its own money; the
 * appropriations are combined for one measure. Then the same measure by the rules of 2025.
 */
@DatabaseTest
class KemiTest {

    private static final LocalDate PROJECT_BEGINS = LocalDate.of(2016, 2, 1);
    private static final LocalDate PROJECT_ENDS = LocalDate.of(2018, 12, 31);
    private static final LocalDate JOB_BEGINS = LocalDate.of(2017, 1, 1);
    private static final LocalDate JOB_ENDS = LocalDate.of(2017, 10, 31);

    @Autowired
    private PathDriver path;
    @Autowired
    private FundingPlans plans;
    @Autowired
    private FundingLedger ledger;
    @Autowired
    private ClientRegister clients;
    @Autowired
    private CaseRegister cases;

    @Test
    void oneMeasureIsPaidByFourAppropriationsAndTheCityOnlySupplementsAPaySubsidy() {
        String polku = project(path, "Polku (ESR)", PROJECT_BEGINS, PROJECT_ENDS, true);
        String kemi = project(path, "Kemin työllisyys- ja elinvoimahanke", PROJECT_BEGINS, PROJECT_ENDS, false);
        money(path, "PROJECT", polku, "TRAINING", PROJECT_BEGINS, PROJECT_ENDS, 10_000);
        money(path, "PROJECT", polku, "LICENCE", PROJECT_BEGINS, PROJECT_ENDS, 600);
        money(path, "PROJECT_LABOUR_POLICY", kemi, "PAY_SUBSIDY", PROJECT_BEGINS, PROJECT_ENDS, 20_000);
        money(path, "MUNICIPALITY", null, "MUNICIPAL_SUPPLEMENT", PROJECT_BEGINS, PROJECT_ENDS, 5_000);
        termsInForce(path, PROJECT_BEGINS, 500, 100);
        String caseId = openCase(clients, cases);
        plan(path, "coach", caseId, "KEMI_2016", "Matkailun osaaja", JOB_BEGINS, JOB_ENDS);

        // The supplement alone: the city pays only on top of a pay subsidy.
        write(path, "coach", caseId, supplement(3_000, 1_700));
        assertThat(shown(caseId, "funderProposalText")).contains("Nobody pays", "only on top of")
                .contains("Kemi employment and vitality project");
        assertThatThrownBy(() -> confirm(path, "coach", caseId, "MUNICIPALITY", null, null)).hasMessageContaining("Funder");
        path.submit("coach", caseId, "userTask_confirmFunder", Map.of("confirmDecision", "CHANGE"));

        Map<String, Object> training = line("TRAINING", "Matkailun osaaja, lähiopetus", 4_000, JOB_BEGINS, JOB_ENDS);
        training.putAll(Map.of("projectParticipant", "YES", "hoursBy", "Polku-hanke", "hours", 120));
        add(caseId, training, "PROJECT", polku);
        add(caseId, line("LICENCE", "Hygieniapassi", 240, JOB_BEGINS, JOB_ENDS), "PROJECT", polku);
        add(caseId, line("PAY_SUBSIDY", "Työ matkailuyrityksessä", 17_000, JOB_BEGINS, JOB_ENDS), "PROJECT_LABOUR_POLICY", kemi);

        // Stacking: wage costs 2 000, subsidy 1 700, so 300 a month are left of the city's 500; 10 months: 3 000.
        write(path, "coach", caseId, supplement(3_000.01, 1_700));
        assertThat(shown(caseId, "funderProposalText")).contains("limit of the wage costs", "300.00 €", "3,000.00 €");
        assertThatThrownBy(() -> confirm(path, "coach", caseId, "MUNICIPALITY", null, null)).hasMessageContaining("at most");
        path.submit("coach", caseId, "userTask_confirmFunder", Map.of("confirmDecision", "CHANGE"));
        write(path, "coach", caseId, supplement(3_000, 1_700));
        confirm(path, "coach", caseId, "MUNICIPALITY", null, null);

        say(path, "coach", caseId, "DONE");
        assertThat(shown(caseId, "fundingPlanSum", "funding-officer", "userTask_decideFundingPlan"))
                .contains("24,240.00 €", "4,240.00 €", "17,000.00 €", "3,000.00 €");
        decide(path, "funding-officer", caseId, "APPROVE");

        assertThat(lines(caseId)).extracting(PlanLine::item, PlanLine::funder, PlanLine::state).containsExactly(
                tuple("TRAINING", "PROJECT", State.COMMITTED), tuple("LICENCE", "PROJECT", State.COMMITTED),
                tuple("PAY_SUBSIDY", "PROJECT_LABOUR_POLICY", State.COMMITTED),
                tuple("MUNICIPAL_SUPPLEMENT", "MUNICIPALITY", State.COMMITTED));
        assertThat(ledger.overview(PathDriver.KEMIJARVI).stream().filter(each -> kemi.equals(each.project())).toList())
                .singleElement().satisfies(each -> assertThat(each.availableCents()).isEqualTo(3_000_00));
        assertThat(path.isRunning(caseId)).isFalse();
    }

    @Test
    void projectMoneyFallsInsideTheProject() {
        String polku = project(path, "Polku, jatko", PROJECT_BEGINS, PROJECT_ENDS, true);
        String plan = plan(path, "coach", null, "KEMI_2016", "Kodinhoitajaksi", LocalDate.of(2018, 6, 1), LocalDate.of(2019, 6, 30));

        write(path, "coach", plan, line("LICENCE", "Ensiapu", 100, LocalDate.of(2018, 6, 1), LocalDate.of(2019, 1, 31)));
        assertThatThrownBy(() -> confirm(path, "coach", plan, "PROJECT", polku, null)).hasMessageContaining("inside the project");
        path.submit("coach", plan, "userTask_confirmFunder", Map.of("confirmDecision", "CHANGE"));
        write(path, "coach", plan, line("LICENCE", "Ensiapu", 100, LocalDate.of(2019, 1, 1), LocalDate.of(2019, 1, 31)));
        assertThat(shown(plan, "funderProposalText")).contains("Outside the project");
        assertThatThrownBy(() -> confirm(path, "coach", plan, "PROJECT", polku, null)).hasMessageContaining("Funder");
    }

    @Test
    void theSameMeasureByTheRulesOf2025() {
        LocalDate from = LocalDate.of(2031, 1, 1);
        LocalDate to = LocalDate.of(2031, 10, 31);
        String esf = project(path, "Polku 2 (ESF+)", from, to, true);
        money(path, "PROJECT", esf, "COACHING", from, to, 2_000);
        money(path, "EMPLOYMENT_AUTHORITY", null, "LABOUR_MARKET_TRAINING", from, to, 9_000);
        String caseId = openCase(clients, cases);
        plan(path, "coach", caseId, "FROM_2025", "Matkailun osaaja", from, to);

        Map<String, Object> coaching = line("COACHING", "Uravalmennus", 1_500, from, to);
        coaching.put("projectParticipant", "YES");
        add(caseId, coaching, "PROJECT", esf);
        Map<String, Object> training = line("LABOUR_MARKET_TRAINING", "Matkailun osaaja", 8_000, from, to);
        training.put("jointPurchase", "YES");
        add(caseId, training, "EMPLOYMENT_AUTHORITY", null);
        add(caseId, line("LABOUR_MARKET_TRAINING", "Matkailun osaaja, työnantajan osuus", 2_000, from, to), "EMPLOYER", null,
                "Yhteishankinnasta on sovittu.");
        // Never the project, as in Kemi: the authority, on an application of its own; and there is no money now.
        write(path, "coach", caseId, line("PAY_SUBSIDY", "Työ matkailuyrityksessä", 10_000, from, to));
        assertThat(shown(caseId, "funderProposalText")).contains("waits in the queue");
        assertThatThrownBy(() -> confirm(path, "coach", caseId, "PROJECT", esf, null)).hasMessageContaining("Funder");
        confirm(path, "coach", caseId, "EMPLOYMENT_AUTHORITY", null, null);
        say(path, "coach", caseId, "DONE");
        decide(path, "funding-officer", caseId, "APPROVE");

        assertThat(lines(caseId)).extracting(PlanLine::funder, PlanLine::state).containsExactly(
                tuple("PROJECT", State.COMMITTED), tuple("EMPLOYMENT_AUTHORITY", State.COMMITTED),
                tuple("EMPLOYER", State.OWN_MONEY), tuple("EMPLOYMENT_AUTHORITY", State.OWN_DECISION));

        // The client leaves before anything has begun: what was not used is there again.
        cases.closeCase(caseId, "WITHDRAWN");
        assertThat(ledger.overview(PathDriver.KEMIJARVI).stream().filter(each -> from.equals(each.validFrom())).toList())
                .isNotEmpty().allSatisfy(each -> assertThat(each.availableCents()).isEqualTo(each.amountCents()));
    }

    private static Map<String, Object> supplement(double euros, int subsidy) {
        Map<String, Object> line = line("MUNICIPAL_SUPPLEMENT", "Kuntalisä", euros, JOB_BEGINS, JOB_ENDS);
        line.putAll(Map.of("employerKind", "ASSOCIATION", "supplementUse", "WAGE_COST", "subsidyGround", "SKILLS",
                "workingTimePercent", 85, "monthlyPayEuros", 2_000, "subsidyMonthlyEuros", subsidy,
                "otherSupportMonthlyEuros", 0));
        return line;
    }

    private void add(String plan, Map<String, Object> line, String funder, String project) {
        add(plan, line, funder, project, null);
    }

    private void add(String plan, Map<String, Object> line, String funder, String project, String handReason) {
        write(path, "coach", plan, line);
        confirm(path, "coach", plan, funder, project, handReason);
    }

    private List<PlanLine> lines(String subject) {
        return plans.lines(plans.of(subject).get(0).id());
    }

    private String shown(String plan, String name) {
        return shown(plan, name, "coach", "userTask_confirmFunder");
    }

    private String shown(String plan, String name, String user, String task) {
        return String.valueOf(path.shown(user, plan, task).get(name));
    }
}
