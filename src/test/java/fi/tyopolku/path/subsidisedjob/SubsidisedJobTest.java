package fi.tyopolku.path.subsidisedjob;

import static fi.tyopolku.path.subsidisedjob.SubsidyCases.COMPANY;
import static fi.tyopolku.path.subsidisedjob.SubsidyCases.application;
import static fi.tyopolku.path.subsidisedjob.SubsidyCases.chosen;
import static fi.tyopolku.path.subsidisedjob.SubsidyCases.decision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.funding.FundingLedger;
import fi.tyopolku.funding.FundingPurpose;
import fi.tyopolku.funding.Reservation;
import fi.tyopolku.funding.ReservationRequest;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.TestMail;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** In an application of its own: who waits for money is moved by any money that another test grants. */
@DatabaseTest
@TestPropertySource(properties = "tyopolku.test.application=subsidised-job")
class SubsidisedJobTest {

    private static final long FIVE_MONTHS_AT_THE_CAP = 5 * 126_000L;
    private static final long PLENTY = 10_000_000L;
    private static final Map<String, Object> LONG_UNEMPLOYED = Map.of("unemployedMonthsOfLast14", 12,
            "unemployedMonthsOfLast28", 24, "unemployedMonthsContinuous", 24);

    @Autowired
    private SubsidyCases subsidy;
    @Autowired
    private PathDriver path;
    @Autowired
    private FundingLedger ledger;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private GreenMail mail;
    @Autowired
    private FormService forms;
    @Autowired
    private TaskService tasks;
    @Autowired
    private IdentityService identity;
    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void letTheClockGo() {
        clock.reset();
    }

    @Test
    void aPersonOf24InACompanyGetsFiftyPerCentForFiveMonthsAndTheMoneyIsBoundWhenTheJobBegins() {
        LocalDate start = subsidy.newStart();
        subsidy.grantFor(start, PLENTY);
        String caseId = subsidy.applyForSkills(start);

        JsonNode sum = calculation(caseId);
        assertThat(sum.path("percent").asInt()).isEqualTo(50);
        assertThat(sum.path("capCents").asLong()).isEqualTo(126_000);
        assertThat(sum.path("to").asText()).isEqualTo(start.plusMonths(5).minusDays(1).toString());
        assertThat(sum.path("totalCents").asLong()).isEqualTo(FIVE_MONTHS_AT_THE_CAP);
        assertThat(shownText("funding-officer", caseId, "userTask_decideFunding", "subsidyBreakdown"))
                .contains("86 §");
        assertThat(state(caseId)).isEqualTo(Reservation.State.RESERVED);

        subsidy.decide(caseId, "APPROVE");
        assertThat(path.openTasks(caseId)).containsExactly("userTask_confirmStart");
        assertThat(TestMail.subjectsTo(mail, "puutyo@example.fi")).isNotEmpty();
        clock.setTo(start.atTime(LocalTime.NOON).atZone(BusinessClock.HELSINKI).toInstant());
        confirmStart(caseId, start);

        assertThat(result(caseId)).isEqualTo("STARTED");
        assertThat(state(caseId)).isEqualTo(Reservation.State.COMMITTED);
        assertThat(path.hasPassed(caseId, "endEvent_jobBegun")).isTrue();
    }

    @Test
    void aMunicipalityIsBarredFromTheSubsidyForSkillsAndTheCoachReadsWhyAndGivesUp() {
        String caseId = subsidy.open(52, Map.of("unemployedMonthsOfLast14", 12, "unemployedMonthsContinuous", 12));
        subsidy.startSubsidisedJob(caseId);
        subsidy.apply(caseId, application(subsidy.newStart(), "MUNICIPALITY"));
        subsidy.choose(caseId, "SKILLS");

        assertThat(path.openTasks(caseId)).containsExactly("userTask_applyForSubsidy");
        assertThat(shownText("coach", caseId, "userTask_applyForSubsidy", "subsidyFindings")).contains("83.1");
        path.submit("coach", caseId, "userTask_applyForSubsidy", Map.of("applicationDecision", "GIVE_UP"));

        assertThat(result(caseId)).isEqualTo("WITHDRAWN");
        assertThat(path.isRunning(caseId)).isFalse();
    }

    @Test
    void aPersonOf61LongUnemployedIsOfferedBothThe55SupportAndTheSubsidyForPeopleOver60AlsoInAMunicipality() {
        String caseId = subsidy.open(61, LONG_UNEMPLOYED);
        subsidy.startSubsidisedJob(caseId);
        subsidy.apply(caseId, application(subsidy.newStart(), "MUNICIPALITY"));

        assertThat(offered(caseId)).contains("AGE55", "AGE60");
        subsidy.choose(caseId, "AGE60");
        assertThat(calculation(caseId).path("state").asText()).isEqualTo("READY");
        assertThat(calculation(caseId).path("percent").asInt()).isEqualTo(50);
        assertThat(calculation(caseId).path("months")).hasSize(24);
    }

    @Test
    void aContractThatBeginsOnTheDecisionDayIsGranted() {
        LocalDate start = subsidy.newStart();
        subsidy.grantFor(start, PLENTY);
        String caseId = subsidy.applyForSkills(start);
        clock.setTo(start.atTime(LocalTime.NOON).atZone(BusinessClock.HELSINKI).toInstant());

        subsidy.decide(caseId, "APPROVE");

        assertThat(path.openTasks(caseId)).containsExactly("userTask_confirmStart");
    }

    @Test
    void aContractThatBeginsTheDayBeforeTheDecisionComesBackAndItsMoneyIsReleased() {
        LocalDate start = subsidy.newStart();
        subsidy.grantFor(start, PLENTY);
        String caseId = subsidy.applyForSkills(start);
        clock.setTo(start.plusDays(1).atTime(LocalTime.NOON).atZone(BusinessClock.HELSINKI).toInstant());

        subsidy.decide(caseId, "APPROVE");

        assertThat(path.openTasks(caseId)).containsExactly("userTask_applyForSubsidy");
        assertThat(shownText("coach", caseId, "userTask_applyForSubsidy", "subsidyFindings")).contains("84.1");
        assertThat(state(caseId)).isEqualTo(Reservation.State.RELEASED);
        assertThat(path.hasPassed(caseId, "serviceTask_releaseForCorrection")).isTrue();
    }

    @Test
    void aJobThatHasBegunBeforeTheApplicationIsBarred() {
        String caseId = subsidy.open(24, Map.of());
        subsidy.startSubsidisedJob(caseId);
        subsidy.apply(caseId, application(LocalDate.now(clock).minusDays(1), COMPANY));
        subsidy.choose(caseId, "SKILLS");

        assertThat(shownText("coach", caseId, "userTask_applyForSubsidy", "subsidyFindings")).contains("84.1");
    }

    @Test
    void aMissingFactLeadsToACheckByHandAndThenOnToTheDecision() {
        LocalDate start = subsidy.newStart();
        subsidy.grantFor(start, PLENTY);
        String caseId = subsidy.open(24, Map.of());
        subsidy.startSubsidisedJob(caseId);
        Map<String, Object> application = application(start, COMPANY);
        application.remove("unpaidDuties");
        subsidy.apply(caseId, application);
        subsidy.choose(caseId, "SKILLS");

        assertThat(path.openTasks(caseId)).containsExactly("userTask_checkByHand");
        assertThat(shownText("funding-officer", caseId, "userTask_checkByHand", "subsidyFindings")).contains("83.3(3)");
        path.submit("funding-officer", caseId, "userTask_checkByHand", Map.of("handCheck", "SETTLED",
                "subsidyCheck", Map.of("checkReason", "No tax debts in the register.")));

        assertThat(path.openTasks(caseId)).containsExactly("userTask_decideFunding");
        assertThat(calculation(caseId).path("totalCents").asLong()).isEqualTo(FIVE_MONTHS_AT_THE_CAP);
    }

    @Test
    void whereTheAmountItselfIsUnknownTheOfficerGivesItByHand() {
        LocalDate start = subsidy.newStart();
        subsidy.grantFor(start, PLENTY);
        String caseId = subsidy.open(24, Map.of("unemployedMonthsOfLast14", "unknown"));
        subsidy.startSubsidisedJob(caseId);
        subsidy.apply(caseId, application(start, COMPANY));
        subsidy.choose(caseId, "SKILLS");

        assertThatThrownBy(() -> path.submit("funding-officer", caseId, "userTask_checkByHand", Map.of("handCheck",
                "SETTLED", "subsidyCheck", Map.of("checkReason", "Asked the client.")))).hasMessageContaining("Per cent");
        path.submit("funding-officer", caseId, "userTask_checkByHand", Map.of("handCheck", "SETTLED", "subsidyCheck",
                Map.of("checkReason", "Asked the client.", "percent", 50, "months", 2, "capEuros", 1260,
                        "otherSupportMonthlyEuros", 0)));

        assertThat(calculation(caseId).path("totalCents").asLong()).isEqualTo(2 * 126_000L);
    }

    @Test
    void theOfficerMaySendAnApplicationWithAnOpenQuestionBackToTheCoach() {
        String caseId = subsidy.open(24, Map.of());
        subsidy.startSubsidisedJob(caseId);
        Map<String, Object> application = application(subsidy.newStart(), COMPANY);
        application.remove("distortsCompetition");
        subsidy.apply(caseId, application);
        subsidy.choose(caseId, "SKILLS");

        path.submit("funding-officer", caseId, "userTask_checkByHand", Map.of("handCheck", "BACK_TO_COACH",
                "subsidyCheck", Map.of("checkReason", "Ask the employer about competitors.")));

        assertThat(path.openTasks(caseId)).containsExactly("userTask_applyForSubsidy");
        assertThat(shownText("coach", caseId, "userTask_applyForSubsidy", "subsidyFindings"))
                .contains("Ask the employer about competitors.");
    }

    @Test
    void whereNoGroundFitsTheCoachCorrectsTheApplication() {
        String caseId = subsidy.open(40, Map.of("highestEducation", "HIGHER", "lastPaidWorkEnded",
                LocalDate.now(clock).minusMonths(1).toString()));
        subsidy.startSubsidisedJob(caseId);
        subsidy.apply(caseId, application(subsidy.newStart(), COMPANY));

        assertThat(offered(caseId)).isEmpty();
        assertThatThrownBy(() -> subsidy.choose(caseId, "SKILLS")).hasMessageContaining("ground");
        path.submit("coach", caseId, "userTask_chooseGround", Map.of("groundDecision", "CORRECT"));

        assertThat(path.openTasks(caseId)).containsExactly("userTask_applyForSubsidy");
    }

    @Test
    void aRejectedApplicationGivesTheMoneyBackAndTellsBothSides() {
        LocalDate start = subsidy.newStart();
        subsidy.grantFor(start, PLENTY);
        String caseId = subsidy.applyForSkills(start);

        subsidy.decide(caseId, "REJECT");

        assertThat(result(caseId)).isEqualTo("REJECTED");
        assertThat(state(caseId)).isEqualTo(Reservation.State.RELEASED);
        assertThat(path.hasPassed(caseId, "sendTask_tellClientRefused")).isTrue();
        assertThat(path.hasPassed(caseId, "sendTask_tellEmployerRefused")).isTrue();
        assertThat(path.isRunning(caseId)).isFalse();
    }

    @Test
    void aJobThatDoesNotBeginGivesTheMoneyBack() {
        LocalDate start = subsidy.newStart();
        subsidy.grantFor(start, PLENTY);
        String caseId = subsidy.applyForSkills(start);
        subsidy.decide(caseId, "APPROVE");

        path.submit("coach", caseId, "userTask_confirmStart", Map.of("jobStarted", "NO", "jobStartReport",
                Map.of("notStartedReason", "The client found another job.")));

        assertThat(result(caseId)).isEqualTo("WITHDRAWN");
        assertThat(state(caseId)).isEqualTo(Reservation.State.RELEASED);
    }

    @Test
    void aStartBeforeTheDecisionIsRefused() {
        LocalDate start = subsidy.newStart();
        subsidy.grantFor(start, PLENTY);
        String caseId = subsidy.applyForSkills(start);
        subsidy.decide(caseId, "APPROVE");

        assertThatThrownBy(() -> confirmStart(caseId, LocalDate.now(clock).minusDays(1)))
                .hasMessageContaining("before the decision");
        assertThat(state(caseId)).isEqualTo(Reservation.State.RESERVED);
    }

    @Test
    void aJobThatEndsBeforeItBeginsIsRefusedAndNothingIsStored() {
        String caseId = subsidy.open(24, Map.of());
        subsidy.startSubsidisedJob(caseId);
        Map<String, Object> application = application(subsidy.newStart(), COMPANY);
        application.put("jobEnd", LocalDate.now(clock).toString());

        assertThatThrownBy(() -> subsidy.apply(caseId, application)).hasMessageContaining("before the first");
        assertThat(documents.latest(caseId, "jobApplication")).isEmpty();
    }

    @Test
    void theCoachOfTheCaseMayNotDecideEvenAsAFundingOfficer() {
        LocalDate start = subsidy.newStart();
        subsidy.grantFor(start, PLENTY);
        String caseId = subsidy.applyForSkills(start);
        String task = path.task(caseId, "userTask_decideFunding").getId();
        Map<String, Object> form = new HashMap<>(decision("APPROVE"));

        identity.setAuthentication("coach", List.of("coach", "funding-officer"), List.of(PathDriver.KEMIJARVI));
        try {
            assertThatThrownBy(() -> tasks.claim(task, "coach")).isInstanceOf(AuthorizationException.class)
                    .hasMessageContaining("not yours");
            assertThatThrownBy(() -> forms.submitTaskForm(task, form)).isInstanceOf(AuthorizationException.class)
                    .hasMessageContaining("not yours");
        } finally {
            identity.clearAuthentication();
        }
        assertThat(documents.latest(caseId, "fundingDecision")).isEmpty();
    }

    @Test
    void whoIsNoFundingOfficerMayNotDecide() {
        LocalDate start = subsidy.newStart();
        subsidy.grantFor(start, PLENTY);
        String caseId = subsidy.applyForSkills(start);

        assertThatThrownBy(() -> path.submit("manager", caseId, "userTask_decideFunding", decision("APPROVE")))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void moneyGoneBetweenTheCheckAndTheReservationEndsInTheQueueAndNotInAnError() {
        LocalDate start = subsidy.newStart();
        subsidy.grantFor(start, FIVE_MONTHS_AT_THE_CAP);
        String slow = subsidy.open(24, Map.of());
        subsidy.startSubsidisedJob(slow);
        subsidy.apply(slow, application(start, COMPANY));
        path.submitTask("coach", path.task(slow, "userTask_chooseGround").getId(), chosen("SKILLS"));
        String quick = subsidy.applyForSkills(start);

        path.runJobs(slow);

        assertThat(path.openTasks(quick)).containsExactly("userTask_decideFunding");
        assertThat(path.openTasks(slow)).containsExactly("userTask_waitForMoney");
        assertThat(waiting()).contains(slow);
        assertThat(TestMail.subjectsTo(mail, "manager")).isNotEmpty();
    }

    @Test
    void theQueueMovesInTheOrderOfArrivalAndNobodyOvertakes() {
        LocalDate start = subsidy.newStart();
        String appropriation = subsidy.grantFor(start, 1_000);
        String first = subsidy.applyForSkills(start);
        String second = subsidy.applyForSkills(start);
        assertThat(path.shown("coach", second, "userTask_waitForMoney").toString()).contains("fundingQueuePlace");

        ledger.increase(appropriation, FIVE_MONTHS_AT_THE_CAP, "manager");
        String late = subsidy.applyForSkills(start);
        path.runJobs(second);
        path.runJobs(first);

        assertThat(path.openTasks(first)).containsExactly("userTask_decideFunding");
        assertThat(path.openTasks(second)).containsExactly("userTask_waitForMoney");
        assertThat(path.openTasks(late)).containsExactly("userTask_waitForMoney");

        ledger.increase(appropriation, 2 * FIVE_MONTHS_AT_THE_CAP, "manager");
        path.runJobs(second);
        path.runJobs(late);

        assertThat(path.openTasks(second)).containsExactly("userTask_decideFunding");
        assertThat(path.openTasks(late)).containsExactly("userTask_decideFunding");
    }

    @Test
    void moneyThatIsGoneAgainWhenTheCaseWakesPutsItBackInItsPlace() {
        LocalDate start = subsidy.newStart();
        String appropriation = subsidy.grantFor(start, 1_000);
        String first = subsidy.applyForSkills(start);
        String second = subsidy.applyForSkills(start);

        ledger.increase(appropriation, FIVE_MONTHS_AT_THE_CAP, "manager");
        ledger.reserve(ReservationRequest.from("TP-2222-2222", PathDriver.KEMIJARVI, FundingPurpose.PAY_SUBSIDY, 2_000,
                start, "manager"));
        path.runJobs(first);

        assertThat(path.openTasks(first)).containsExactly("userTask_waitForMoney");
        assertThat(waiting()).containsSubsequence(first, second);
        ledger.release("TP-2222-2222", "manager");
        path.runJobs(first);
        assertThat(path.openTasks(first)).containsExactly("userTask_decideFunding");
    }

    @Test
    void aRejectionWakesTheNextInTheQueue() {
        LocalDate start = subsidy.newStart();
        subsidy.grantFor(start, FIVE_MONTHS_AT_THE_CAP);
        String first = subsidy.applyForSkills(start);
        String second = subsidy.applyForSkills(start);

        subsidy.decide(first, "REJECT");
        path.runJobs(second);

        assertThat(path.openTasks(second)).containsExactly("userTask_decideFunding");
    }

    @Test
    void whoeverGivesUpInTheQueueLeavesIt() {
        LocalDate start = subsidy.newStart();
        String caseId = subsidy.applyForSkills(start);

        path.submit("coach", caseId, "userTask_waitForMoney", Map.of("givesUp", true, "fundingWithdrawal",
                Map.of("reason", "The employer hired somebody else.")));

        assertThat(result(caseId)).isEqualTo("WITHDRAWN");
        assertThat(waiting()).doesNotContain(caseId);
        assertThat(path.isRunning(caseId)).isFalse();
    }

    @Test
    void theNextMovesUpWhenTheFirstGivesUp() {
        String[] queue = twoWhoWaitAndMoneyForTheSecond();

        path.submit("coach", queue[0], "userTask_waitForMoney", Map.of("givesUp", true, "fundingWithdrawal",
                Map.of("reason", "The employer hired somebody else.")));
        path.runJobs(queue[1]);

        assertThat(path.openTasks(queue[1])).containsExactly("userTask_decideFunding");
    }

    @Test
    void theNextMovesUpWhenTheCaseOfTheFirstIsClosed() {
        String[] queue = twoWhoWaitAndMoneyForTheSecond();

        transaction.executeWithoutResult(status -> cases.closeCase(queue[0], "WITHDRAWN"));
        path.runJobs(queue[1]);

        assertThat(path.openTasks(queue[1])).containsExactly("userTask_decideFunding");
    }

    @Test
    void theNextMovesUpWhenTheCaseOfTheFirstIsInterrupted() {
        String[] queue = twoWhoWaitAndMoneyForTheSecond();

        transaction.executeWithoutResult(status -> cases.interrupt(queue[0]));
        path.runJobs(queue[1]);

        assertThat(path.openTasks(queue[1])).containsExactly("userTask_decideFunding");
    }

    /** The first asks for one cent more than there is, the second for what there is. */
    private String[] twoWhoWaitAndMoneyForTheSecond() {
        LocalDate start = subsidy.newStart();
        subsidy.grantFor(start, FIVE_MONTHS_AT_THE_CAP);
        String holder = "TP-2222-2223";
        ledger.reserve(ReservationRequest.from(holder, PathDriver.KEMIJARVI, FundingPurpose.PAY_SUBSIDY,
                FIVE_MONTHS_AT_THE_CAP, start, "manager"));
        String first = subsidy.applyForSkills(start);
        String second = subsidy.applyForSkills(start);
        ledger.enqueue(ReservationRequest.from(first, PathDriver.KEMIJARVI, FundingPurpose.PAY_SUBSIDY,
                FIVE_MONTHS_AT_THE_CAP + 1, start, "manager"));
        ledger.release(holder, "manager");
        path.runJobs(first);
        path.runJobs(second);
        assertThat(path.openTasks(first)).containsExactly("userTask_waitForMoney");
        assertThat(path.openTasks(second)).containsExactly("userTask_waitForMoney");
        return new String[] {first, second};
    }

    @Test
    void aClosedCaseLeavesTheQueue() {
        String caseId = subsidy.applyForSkills(subsidy.newStart());

        transaction.executeWithoutResult(status -> cases.closeCase(caseId, "WITHDRAWN"));

        assertThat(waiting()).doesNotContain(caseId);
    }

    @Test
    void theSupportForPeopleOver55MakesTheManagerFindTheMoney() {
        LocalDate start = subsidy.newStart();
        String caseId = subsidy.open(58, LONG_UNEMPLOYED);
        subsidy.startSubsidisedJob(caseId);
        subsidy.apply(caseId, application(start, "MUNICIPALITY"));
        subsidy.choose(caseId, "AGE55");
        assertThat(path.openTasks(caseId)).containsExactly("userTask_findMoney", "userTask_waitForMoney");
        assertThat(calculation(caseId).path("warning").asText()).contains("2 770");

        path.submit("manager", caseId, "userTask_findMoney", Map.of("lookAgainOn",
                LocalDate.now(clock).plusDays(7).toString(), "moneySearch", Map.of("steps", "Asked the council.")));
        assertThat(path.openTasks(caseId)).containsExactly("userTask_waitForMoney");
        path.fireTimer(caseId, "catchEvent_lookAgain");
        assertThat(path.openTasks(caseId)).containsExactly("userTask_findMoney", "userTask_waitForMoney");

        path.start("manager", "appropriation", Map.of("appropriationAction", "NEW", "funder", "EMPLOYMENT_AUTHORITY",
                "purpose", "EMPLOYMENT_SUPPORT_55", "validFrom", start.toString(), "validTo", start.toString(),
                "amountEuros", 20_000.55));
        path.runJobs(caseId);

        assertThat(path.openTasks(caseId)).containsExactly("userTask_decideFunding");
    }

    @Test
    void whatWaitsTooLongIsRemindedOfAndEscalated() {
        LocalDate start = subsidy.newStart();
        String waits = subsidy.applyForSkills(start);
        path.fireTimer(waits, "boundaryEvent_waitForMoney_reminder");
        path.fireTimer(waits, "boundaryEvent_waitForMoney_escalation");
        assertThat(path.hasPassed(waits, "endEvent_waitForMoney_reminded")).isTrue();
        assertThat(path.hasPassed(waits, "endEvent_waitForMoney_escalated")).isTrue();

        subsidy.grantFor(start, PLENTY);
        path.runJobs(waits);
        remindAndEscalate(waits, "decideFunding");
        subsidy.decide(waits, "APPROVE");
        remindAndEscalate(waits, "confirmStart");

        String byHand = subsidy.open(24, Map.of());
        subsidy.startSubsidisedJob(byHand);
        Map<String, Object> application = application(start, COMPANY);
        application.remove("distortsCompetition");
        subsidy.apply(byHand, application);
        subsidy.choose(byHand, "SKILLS");
        remindAndEscalate(byHand, "checkByHand");
    }

    @Test
    void otherSupportThatCoversAllCostsLeavesNothingToPay() {
        String caseId = subsidy.open(24, Map.of());
        subsidy.startSubsidisedJob(caseId);
        Map<String, Object> application = application(subsidy.newStart(), COMPANY);
        application.put("otherWageSupport", true);
        application.put("otherSupportMonthlyEuros", 2600.50);
        subsidy.apply(caseId, application);
        subsidy.choose(caseId, "SKILLS");

        assertThat(shownText("coach", caseId, "userTask_applyForSubsidy", "subsidyFindings")).contains("93 §");
    }

    @Test
    void nothingOfTheApplicationBecomesAVariable() {
        LocalDate start = subsidy.newStart();
        subsidy.grantFor(start, PLENTY);
        String caseId = subsidy.applyForSkills(start);

        assertThat(path.fact(caseId, "subsidyCheck", "jobApplication")).isNull();
        assertThat(path.fact(caseId, "subsidisedJob", "handCheck")).isNull();
        assertThat(path.fact(caseId, "subsidisedJob", "jobStart")).isEqualTo(start.toString());
    }

    private void remindAndEscalate(String caseId, String task) {
        path.fireTimer(caseId, "boundaryEvent_" + task + "_reminder");
        path.fireTimer(caseId, "boundaryEvent_" + task + "_escalation");
        assertThat(path.hasPassed(caseId, "endEvent_" + task + "_reminded")).isTrue();
        assertThat(path.hasPassed(caseId, "endEvent_" + task + "_escalated")).isTrue();
    }

    private void confirmStart(String caseId, LocalDate startedOn) {
        path.submit("coach", caseId, "userTask_confirmStart", Map.of("jobStarted", "YES", "jobStartReport",
                Map.of("startedOn", startedOn.toString())));
    }

    private JsonNode calculation(String caseId) {
        return documents.latest(caseId, "subsidyCalculation").orElseThrow().content();
    }

    private Reservation.State state(String caseId) {
        List<Reservation> lines = ledger.reservationsOf(caseId);
        return lines.get(lines.size() - 1).state();
    }

    private List<String> waiting() {
        return ledger.waiting(PathDriver.KEMIJARVI, FundingPurpose.PAY_SUBSIDY).stream()
                .map(request -> request.caseId()).toList();
    }

    private Object result(String caseId) {
        return path.fact(caseId, "subsidisedJob", "fundingResult");
    }

    private String offered(String caseId) {
        String choices = shownText("coach", caseId, "userTask_chooseGround", "subsidyGroundChoices");
        return "[]".equals(choices) ? "" : choices;
    }

    private String shownText(String user, String caseId, String task, String name) {
        return String.valueOf(path.shown(user, caseId, task).get(name));
    }
}
