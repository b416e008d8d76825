package fi.tyopolku.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseIds;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.funding.Appropriation;
import fi.tyopolku.funding.AppropriationGrant;
import fi.tyopolku.funding.FundingLedger;
import fi.tyopolku.funding.FundingWorld;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.MeasureClients;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.TestMail;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class TrainingProcurementTest {

    private static final String PLAN = "userTask_planTraining";
    private static final String LIAISON = "employer-liaison";
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 11);

    @Autowired
    private PathDriver path;
    @Autowired
    private Measures measures;
    @Autowired
    private TrainingGroups groups;
    @Autowired
    private FundingLedger ledger;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private MeasureClients clients;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private GreenMail mail;

    @BeforeEach
    void itIsWinter() {
        itIs(TODAY);
    }

    @AfterEach
    void theClockRunsAgain() {
        clock.reset();
    }

    /** Kemi: Matkailun osaaja, bought together with an employer, one of whose offers costs less than planned. */
    @Test
    void aJointPurchaseGoesFromTheNeedToTheCompletedMeasure() {
        String appropriation = ledger.grant(new AppropriationGrant("kemijarvi", "EMPLOYMENT_AUTHORITY",
                TrainingPurchases.PURPOSE, LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31), 2_000_000), "manager");
        String id = start("TOURISM");
        assertThat(path.shown(LIAISON, id, PLAN).get("trainingPlan").toString()).contains("TOURISM");
        Map<String, Object> plan = plan("JOINT_PURCHASE_TRAINING", "TOURISM", LocalDate.of(2027, 3, 1));
        plan.putAll(Map.of("employerName", "Hotelli Oy", "employerEmail", "hotelli@example.fi", "traineesAre", "CURRENT_STAFF",
                "employerSize", "SMALL", "targetUnder25", 30, "hoursOfProject", 40, "hoursOfAuthority", 10));
        planned(id, plan);
        described(id);
        assertThat(TestMail.subjectsTo(mail, "hotelli@example.fi")).containsExactly("Yhteishankintakoulutuksen ehdot");
        assertThat(path.shown(LIAISON, id, "userTask_recordEmployerAnswer").get("priceShares").toString())
                .contains("30 %").contains("3,000.02").contains("7,000.03");
        reminded(id, "recordEmployerAnswer");

        answered(id, "DECLINED");
        assertThat(path.openTasks(id)).containsExactly(PLAN);
        planned(id, plan);
        described(id);
        answered(id, "AGREED");

        assertThat(path.shown("funding-officer", id, "userTask_decideFunding").get("trainingMoney").toString())
                .contains("20,000.00");
        reminded(id, "decideFunding");
        decided(id, "GRANTED", null);
        assertThat(ledger.balance(appropriation).reservedCents()).isEqualTo(700_003);

        reminded(id, "recordOffers");
        Map<String, Object> offers = offers("9000.05", "trainer");
        assertThatThrownBy(() -> chosen(id, offers("10000.06", "trainer"))).hasMessageContaining("more than the highest price");
        assertThatThrownBy(() -> chosen(id, offers("9000.05", "nobody"))).hasMessageContaining("no trainer");
        chosen(id, offers);

        Measure measure = measures.find(id).orElseThrow();
        assertThat(measure.state()).isEqualTo(Measure.State.PUBLISHED);
        assertThat(measure.employerShareCents()).as("30 % of 9 000.05, half a cent up").isEqualTo(270_002);
        assertThat(ledger.balance(appropriation)).extracting(Appropriation::reservedCents, Appropriation::committedCents)
                .containsExactly(0L, 630_003L);
        assertThat(groups.find(id).orElseThrow().places()).isEqualTo(16);
        assertThat(TestMail.subjectsTo(mail, "opisto@example.fi")).contains("Tarjouksenne on valittu");
        assertThat(TestMail.subjectsTo(mail, "coach@example.org")).contains("Uusi koulutus, johon voi hakea paikkaa");

        String client = clients.client("Aino");
        path.start("coach", "measurePlace", Map.of("caseId", client, "measure", id));
        itIs(measure.ends().plusDays(1));
        path.fireTimer(id, "catchEvent_lastDay");
        assertThat(path.openTasks(client)).containsExactly("userTask_closeMeasure");
        assertThat(path.shown(LIAISON, id, "userTask_recordCompletion").get("targetShares").toString())
                .contains("30 %").contains("not shown (fewer than 5 people)");
        assertThat(path.shown(LIAISON, id, "userTask_recordCompletion").get("measureFigures").toString())
                .contains("Begun: **1**").contains("**0** days");
        path.submit(LIAISON, id, "userTask_recordCompletion", Map.of("completedMeasure", Map.of("needsMet", "PARTLY",
                "clientFeedback", "Useful.", "lessons", "Begin before the season.", "hoursOfProject", 38)));

        assertThat(path.isRunning(id)).isFalse();
        assertThat(measures.find(id).orElseThrow().state()).isEqualTo(Measure.State.COMPLETED);
        assertThat(measures.hours(id)).contains(new SuppliedHours(HourSupplier.PROJECT, 40, 38));
        assertThat(measures.of("kemijarvi")).extracting(Measure::id).contains(id);
    }

    @Test
    void aMeasureOfAnotherProjectThatDoesTheSameIsFoundAndNeedsAReason() {
        String kemi = FundingWorld.project(path, "City of Kemi employment and vitality project", LocalDate.of(2016, 2, 1),
                LocalDate.of(2018, 12, 31), true);
        String polku = FundingWorld.project(path, "Polku", LocalDate.of(2016, 1, 1), LocalDate.of(2019, 12, 31), true);
        LocalDate starts = LocalDate.of(2017, 3, 1);
        String first = start("ICT");
        planned(first, with(plan("CAREER_COACHING", "ICT", starts), "project", kemi));
        assertThat(path.openTasks(first)).containsExactly("userTask_describeService");

        String second = start("ICT");
        assertThatThrownBy(() -> planned(second, with(plan("CAREER_COACHING", "ICT", LocalDate.of(2018, 12, 1)), "project", kemi)))
                .hasMessageContaining("1.2.2016–31.12.2018");
        Map<String, Object> plan = with(plan("CAREER_COACHING", "ICT", starts.plusWeeks(2)), "project", polku);
        planned(second, plan);
        assertThat(path.openTasks(second)).containsExactly(PLAN);
        assertThat(path.shown(LIAISON, second, PLAN).get("planFindings").toString())
                .contains("Another project").contains("City of Kemi");
        assertThat(path.shown(LIAISON, second, PLAN).get("projects").toString()).contains("Shared goal: People find work");

        planned(second, with(plan, "overlapReason", "Twice as many apply as there are places."));
        assertThat(path.openTasks(second)).containsExactly("userTask_describeService");

        String third = start("ICT");
        planned(third, with(plan("LABOUR_MARKET_TRAINING", "ICT", starts), "project", kemi));
        assertThat(path.openTasks(third)).as("another kind is no overlap").containsExactly("userTask_describeService");
    }

    @Test
    void aQualificationIsBarredWithTheReasonAndThePlanCanBeDropped() {
        String id = start("METAL");
        reminded(id, "planTraining");
        planned(id, with(plan("LABOUR_MARKET_TRAINING", "METAL", LocalDate.of(2027, 4, 1)), "aim", "QUALIFICATION_PART"));
        assertThat(path.openTasks(id)).containsExactly(PLAN);
        assertThat(path.shown(LIAISON, id, PLAN).get("planFindings").toString()).contains("61 §").contains("qualification");

        path.submit(LIAISON, id, PLAN, Map.of("planResult", "DROPPED"));
        assertThat(path.isRunning(id)).isFalse();
        assertThat(measures.find(id).orElseThrow().state()).isEqualTo(Measure.State.DROPPED);
    }

    @Test
    void whoHasPlannedTheTrainingDoesNotDecideOnItsFunding() {
        String id = start("HOME_SERVICES");
        planned(id, plan("LABOUR_MARKET_TRAINING", "HOME_SERVICES", LocalDate.of(2029, 4, 2)));
        described(id);
        documents.save(id, "trainingPlan", documents.latest(id, "trainingPlan").orElseThrow().content(), 1, "funding-officer");
        assertThatThrownBy(() -> decided(id, "GRANTED", "ESF+")).hasMessageContaining("somebody else");
        assertThat(path.openTasks(id)).containsExactly("userTask_decideFunding");
    }

    @Test
    void noOfferGivesTheMoneyBackAndOpensThePlanAgainAndARefusalDropsIt() {
        String id = start("CONSTRUCTION");
        LocalDate starts = LocalDate.of(2028, 4, 3);
        planned(id, plan("LABOUR_MARKET_TRAINING", "CONSTRUCTION", starts));
        described(id);
        assertThatThrownBy(() -> decided(id, "GRANTED", null)).hasMessageContaining("where the money comes from");
        decided(id, "BACK", null);
        assertThat(path.openTasks(id)).containsExactly(PLAN);

        String small = ledger.grant(new AppropriationGrant("kemijarvi", "MUNICIPALITY", TrainingPurchases.PURPOSE, starts,
                starts.plusYears(1), 100), "manager");
        planned(id, plan("LABOUR_MARKET_TRAINING", "CONSTRUCTION", starts));
        described(id);
        assertThatThrownBy(() -> decided(id, "GRANTED", null)).hasMessageContaining("does not cover");
        ledger.increase(small, 5_000_000, "manager");
        decided(id, "GRANTED", null);
        path.submit(LIAISON, id, "userTask_recordOffers", Map.of("purchaseResult", "NO_OFFER", "providerOffers",
                Map.of("reason", "Nobody can begin in April.")));
        assertThat(ledger.balance(small).reservedCents()).isZero();
        assertThat(path.openTasks(id)).containsExactly(PLAN);

        planned(id, plan("LABOUR_MARKET_TRAINING", "CONSTRUCTION", starts));
        described(id);
        decided(id, "REFUSED", null);
        assertThat(path.isRunning(id)).isFalse();
        assertThat(measures.find(id).orElseThrow().state()).isEqualTo(Measure.State.DROPPED);
    }

    /** From a gap between skills needed and found; funded from outside the ledger; goes on as a trade training. */
    @Test
    void aBoughtTradeTrainingBeginsByItself() {
        String id = CaseIds.next();
        path.startStage("trainingProcurement", id, Map.of("industry", "METAL", "gapId", "gap-1",
                "municipality", PathDriver.KEMIJARVI));
        LocalDate starts = LocalDate.of(2030, 4, 1);
        Map<String, Object> plan = plan("TRADE_TRAINING", "METAL", starts);
        plan.putAll(Map.of("hoursOnTheJob", 60, "hoursGuidance", 8, "hoursTeamwork", 8, "hoursStudies", 36));
        planned(id, plan);
        described(id);
        decided(id, "GRANTED", "ESF+");
        chosen(id, offers("9000.00", "trainer"));

        assertThat(measures.find(id).orElseThrow().gapId()).isEqualTo("gap-1");
        assertThat(path.waitsForTimer(id, "catchEvent_periodOver")).isTrue();
        while (path.waitsForTimer(id, "catchEvent_periodOver")) {
            path.fireTimer(id, "catchEvent_periodOver");
        }
        path.submit("trainer", id, "userTask_sumUp", Map.of("tradeTrainingClosing", Map.of("together", "Well.",
                "companyFeedback", "Good.", "smallProgress", "Yes.")));
        assertThat(path.openTasks(id)).containsExactly("userTask_recordCompletion");
    }

    private String start(String industry) {
        return path.start(LIAISON, "trainingProcurement", Map.of("industry", industry, "trainingNeed",
                Map.of("need", "Employers look for people before the season.")));
    }

    private static Map<String, Object> plan(String kind, String industry, LocalDate starts) {
        Map<String, Object> plan = new HashMap<>(Map.of("name", "Osaaja", "kind", kind, "industry", industry, "aim", "SKILLS",
                "content", "Customer service.", "learningGoals", "Serves customers.", "places", 16,
                "starts", starts.toString(), "ends", starts.plusMonths(2).toString()));
        plan.putAll(Map.of("regionNeeds", "Tourism grows.", "companyNeeds", "Hotels look for staff.",
                "jobseekerNeeds", "Many have experience of service.", "plannedWith", List.of("AUTHORITY", "COACHES", "PROVIDERS"),
                "municipalities", List.of("kemijarvi"), "teachingWeekdays", List.of("MONDAY", "TUESDAY"),
                "priceEuros", 10000.05));
        return plan;
    }

    private static Map<String, Object> with(Map<String, Object> plan, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(plan);
        changed.put(field, value);
        return changed;
    }

    private void planned(String id, Map<String, Object> plan) {
        path.submit(LIAISON, id, PLAN, Map.of("planResult", "READY", "trainingPlan", plan));
    }

    private void described(String id) {
        path.submit(LIAISON, id, "userTask_describeService", Map.of("serviceDescription", Map.of("serviceName", "Osaaja",
                "forWhom", "Jobseekers.", "steps", "Info, training, work.", "lengthWeeks", 8, "hoursPerWeek", 30,
                "howToGetIn", "Ask your coach.", "announcement", "A training begins.")));
    }

    private void answered(String id, String answer) {
        path.submit(LIAISON, id, "userTask_recordEmployerAnswer", Map.of("employerAnswer", answer, "employerAgreement",
                Map.of("answeredBy", "The director", "answeredOn", clock.today().toString())));
    }

    private void decided(String id, String result, String otherSource) {
        Map<String, Object> decision = new HashMap<>(Map.of("reason", "Needed in the region."));
        if (otherSource != null) {
            decision.put("otherSource", otherSource);
        }
        path.submit("funding-officer", id, "userTask_decideFunding",
                Map.of("purchaseResult", result, "trainingFundingDecision", decision));
    }

    private static Map<String, Object> offers(String price, String trainer) {
        return Map.of("provider1", "Opisto", "email1", "opisto@example.fi", "price1", Double.parseDouble(price), "quality1", 4,
                "start1", "2027-03-01", "provider2", "Koulu", "price2", 9999.0, "chosen", "1", "trainer", trainer,
                "reason", "Better and cheaper.");
    }

    private void chosen(String id, Map<String, Object> offers) {
        path.submit(LIAISON, id, "userTask_recordOffers", Map.of("purchaseResult", "CHOSEN", "providerOffers", offers));
    }

    private void reminded(String id, String task) {
        path.fireTimer(id, "boundaryEvent_" + task + "_reminder");
        path.fireTimer(id, "boundaryEvent_" + task + "_escalation");
        assertThat(path.hasPassed(id, "endEvent_" + task + "_reminded")).isTrue();
        assertThat(path.hasPassed(id, "endEvent_" + task + "_escalated")).isTrue();
    }

    private void itIs(LocalDate day) {
        clock.setTo(day.atTime(9, 0).atZone(BusinessClock.HELSINKI).toInstant());
    }
}
