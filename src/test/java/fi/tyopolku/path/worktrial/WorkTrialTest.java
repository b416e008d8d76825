package fi.tyopolku.path.worktrial;

import static fi.tyopolku.path.worktrial.TrialForms.END;
import static fi.tyopolku.path.worktrial.TrialForms.START;
import static fi.tyopolku.path.worktrial.TrialForms.TODAY;
import static fi.tyopolku.path.worktrial.TrialForms.absenceDecision;
import static fi.tyopolku.path.worktrial.TrialForms.agreement;
import static fi.tyopolku.path.worktrial.TrialForms.assessment;
import static fi.tyopolku.path.worktrial.TrialForms.cancellation;
import static fi.tyopolku.path.worktrial.TrialForms.cancelled;
import static fi.tyopolku.path.worktrial.TrialForms.endedEarly;
import static fi.tyopolku.path.worktrial.TrialForms.ending;
import static fi.tyopolku.path.worktrial.TrialForms.match;
import static fi.tyopolku.path.worktrial.TrialForms.noAgreement;
import static fi.tyopolku.path.worktrial.TrialForms.signed;
import static fi.tyopolku.path.worktrial.TrialForms.signedOn;
import static fi.tyopolku.path.worktrial.TrialForms.week;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clients.NewReferral;
import fi.tyopolku.clients.PersonalIdentityCode;
import fi.tyopolku.clients.ReferralSource;
import fi.tyopolku.decisions.DecisionRecords;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.notifications.MailRecord;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.TestMail;
import fi.tyopolku.trainingdays.DayContext;
import fi.tyopolku.trainingdays.DayLedger;
import fi.tyopolku.trainingdays.DayMark;
import fi.tyopolku.trainingdays.LegalForm;
import fi.tyopolku.trainingdays.Mark;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class WorkTrialTest {

    @Autowired
    private PathDriver path;
    @Autowired
    private ClientRegister clients;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private DayLedger ledger;
    @Autowired
    private DecisionRecords decisions;
    @Autowired
    private Notifications notifications;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private GreenMail mail;
    @Autowired
    private ObjectMapper json;

    @BeforeEach
    void today() {
        itIs(TODAY);
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void thirtyFiveDaysOfAWorkTrialCompleteTheStage() {
        String caseId = agreed("WORK_TRIAL");
        assertThat(TestMail.subjectsTo(mail, "puutarha@example.fi")).isNotEmpty();
        begin(caseId);

        for (int week = 0; week < 7; week++) {
            record(caseId, START.plusWeeks(week), week("PPPPP"));
        }
        path.submit("coach", caseId, "userTask_recordAssessment", assessment());

        assertThat(ledger.balance(caseId).onTheJob()).isEqualTo(35);
        assertThat(result(caseId)).isEqualTo("COMPLETED");
        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(sent(caseId)).contains("work-trial-agreed", "work-trial-agreed-host", "host-assessment-request",
                "work-trial-ended");
        assertThat(documents.versions(caseId, "trialWeek").get(1).content().path("weekStart").asText())
                .isEqualTo(START.toString());
    }

    @Test
    void withoutAWorkplaceNothingIsAgreed() {
        String caseId = begun();

        path.submit("employer-liaison", caseId, "userTask_matchWorkplace", Map.of("workplaceFound", "NO",
                "workplaceSearch", Map.of("searchNote", "Asked ten workplaces.")));

        assertThat(result(caseId)).isEqualTo("NOT_AGREED");
        assertThat(path.isRunning(caseId)).isFalse();
    }

    @Test
    void withoutTermsNothingIsAgreed() {
        String caseId = matched();

        path.submit("coach", caseId, "userTask_drawUpAgreement", noAgreement());

        assertThat(result(caseId)).isEqualTo("NOT_AGREED");
        assertThat(path.hasPassed(caseId, "endEvent_agreementFails")).isTrue();
    }

    @Test
    void withoutAllThreeSignaturesNothingIsAgreed() {
        String caseId = drawnUp("WORK_TRIAL");

        path.submit("coach", caseId, "userTask_recordSignatures", Map.of("signing", "NOT_AGREED",
                "trialNotAgreed", Map.of("notAgreedBy", "CLIENT", "notAgreedReason", "Has changed plans.")));

        assertThat(result(caseId)).isEqualTo("NOT_AGREED");
        assertThat(path.hasPassed(caseId, "endEvent_notSigned")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
            "WORK_TRIAL, hoursPerDay, 9, HOURS_PER_DAY, workTrialLimits",
            "WORK_TRIAL, daysPerWeek, 6, DAYS_PER_WEEK, workTrialLimits",
            "WORK_TRIAL, end, 2027-07-31, OVER_SIX_MONTHS, workTrialLimits",
            "WORK_TRIAL, ownEmployer, true, OWN_EMPLOYER, workTrialLimits",
            "WORK_TRIAL, purpose, SKILLS, PURPOSE, workTrialLimits",
            "LABOUR_MARKET_TRAINING, hoursPerDay, 8.5, HOURS_PER_DAY, labourMarketTrainingLimits",
            "TRAINING_AGREEMENT, hoursPerDay, 8, HOURS_OVER_NORMAL, trainingAgreementLimits",
            "TRAINING_AGREEMENT, hoksAttached, false, HOKS_MISSING, trainingAgreementLimits",
            "REHABILITATIVE_WORK, hostKind, COMPANY, ORGANISED_BY_COMPANY, rehabilitativeWorkLimits",
            "REHABILITATIVE_WORK, daysPerWeek, 5, DAYS_PER_WEEK, rehabilitativeWorkLimits",
            "REHABILITATIVE_WORK, rehabilitativeMonths, 2, PERIOD_LENGTH, rehabilitativeWorkLimits"})
    void termsOverALimitComeBackWithTheReason(String form, String field, String value, String code, String table) {
        String caseId = matched();

        path.submit("coach", caseId, "userTask_drawUpAgreement", agreement(form, field, typed(value)));

        assertThat(path.openTasks(caseId)).containsExactly("userTask_drawUpAgreement");
        assertThat(decisions.latest(caseId, table).orElseThrow().outcome().codes()).contains(code);
        assertThat(text(path.shown("coach", caseId, "userTask_drawUpAgreement").get("trialLimitBreaches")))
                .startsWith("\"- ").contains("§");
    }

    @ParameterizedTest
    @CsvSource({"WORK_TRIAL", "LABOUR_MARKET_TRAINING", "TRAINING_AGREEMENT", "REHABILITATIVE_WORK"})
    void lawfulTermsOfEachLegalFormGoOnToTheSignatures(String form) {
        String caseId = drawnUp(form);

        assertThat(path.openTasks(caseId)).containsExactly("userTask_recordSignatures");
        assertThat(path.shown("coach", caseId, "userTask_recordSignatures")).doesNotContainKey("trialLimitInformation");
    }

    @Test
    void aMissingFactIsCheckedByHandAndTheAnswerIsKept() {
        String caseId = matched();
        path.submit("coach", caseId, "userTask_drawUpAgreement", agreement("WORK_TRIAL", "monthsUsedBefore", null));
        assertThat(path.shown("coach", caseId, "userTask_checkByHand")).containsKey("trialLimitQuestions");

        path.submit("coach", caseId, "userTask_checkByHand", byHand("YES"));

        assertThat(path.openTasks(caseId)).containsExactly("userTask_recordSignatures");
        assertThat(documents.latest(caseId, "trialLimitCheck")).isPresent();
    }

    @Test
    void termsThatAPersonFindsUnlawfulComeBack() {
        String caseId = matched();
        path.submit("coach", caseId, "userTask_drawUpAgreement", agreement("WORK_TRIAL", "monthsUsedBefore", null));

        path.submit("coach", caseId, "userTask_checkByHand", byHand("NO"));

        assertThat(path.openTasks(caseId)).containsExactly("userTask_drawUpAgreement");
        assertThat(path.shown("coach", caseId, "userTask_drawUpAgreement")).containsKey("trialLimitQuestions");
    }

    @Test
    void aCounterThatStartsAgainIsInformationOnly() {
        String caseId = matched();

        path.submit("coach", caseId, "userTask_drawUpAgreement", agreement("WORK_TRIAL", "monthsUsedBefore", 6,
                "monthsUnemployedSinceTrial", 12));

        assertThat(path.shown("coach", caseId, "userTask_recordSignatures")).containsKey("trialLimitInformation");
    }

    @Test
    void changedTermsMustBeSignedAnew() {
        String caseId = agreedButChanged();

        assertThat(path.openTasks(caseId)).containsExactly("userTask_recordSignatures");
        assertThat(documents.latest(caseId, "workTrialAgreement").orElseThrow().content().has("signedByClientOn")).isFalse();
    }

    @Test
    void thePeriodMayNotBeginBeforeAllThreeHaveSigned() {
        String caseId = drawnUp("WORK_TRIAL");
        itIs(START.plusDays(2));

        refused(() -> path.submit("coach", caseId, "userTask_recordSignatures", signedOn(START.plusDays(1))), "30.11.2026");
        assertThat(documents.latest(caseId, "workTrialAgreement").orElseThrow().content().has("signedByClientOn")).isFalse();
    }

    @Test
    void thePeriodMayNotBeginBeforeItStandsInThePlan() {
        String caseId = drawnUp("WORK_TRIAL");
        approve(caseId, false);

        refused(() -> path.submit("coach", caseId, "userTask_recordSignatures", signed()), "plan");
    }

    @Test
    void anExtractIsAskedForOnlyWhenWorkWithChildrenLastsLongerThanThreeMonths() {
        String caseId = matched();
        path.submit("coach", caseId, "userTask_drawUpAgreement", agreement("WORK_TRIAL", "workWithChildren", true,
                "workWithChildrenAccepted", true, "end", "2027-04-30"));

        refused(() -> path.submit("coach", caseId, "userTask_recordSignatures", signed()), "criminal record");

        path.submit("coach", caseId, "userTask_recordSignatures", Map.of("signing", "CHANGE"));
        path.submit("coach", caseId, "userTask_drawUpAgreement", agreement("WORK_TRIAL", "workWithChildren", true,
                "workWithChildrenAccepted", true, "end", "2027-01-31"));
        path.submit("coach", caseId, "userTask_recordSignatures", signed());
        assertThat(path.openTasks(caseId)).containsExactly("userTask_awaitStart");
    }

    @Test
    void anAgreementInThePastOrBackwardsIsRefused() {
        String caseId = matched();

        refused(() -> path.submit("coach", caseId, "userTask_drawUpAgreement",
                agreement("WORK_TRIAL", "start", TODAY.minusDays(1).toString())), "First day");
        refused(() -> path.submit("coach", caseId, "userTask_drawUpAgreement",
                agreement("WORK_TRIAL", "end", START.minusDays(1).toString())), "last day");
        refused(() -> path.submit("coach", caseId, "userTask_drawUpAgreement",
                agreement("WORK_TRIAL", "daysPerWeek", 8)), "Days a week");
        assertThat(path.openTasks(caseId)).containsExactly("userTask_drawUpAgreement");
    }

    @Test
    void anAgreementCancelledBeforeTheStartEndsTheStage() {
        String caseId = agreed("WORK_TRIAL");

        path.submit("coach", caseId, "userTask_awaitStart", Map.of("trialCancellation", cancellation()));

        assertThat(result(caseId)).isEqualTo("CANCELLED");
        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(sent(caseId)).contains("work-trial-cancelled");
    }

    @Test
    void aCancellationDuringTheWeekKeepsTheDaysDone() {
        String caseId = agreed("WORK_TRIAL");
        begin(caseId);
        path.fireTimer(caseId, "catchEvent_weekBegins");
        itIs(START.plusDays(1));

        path.submit("coach", caseId, "userTask_recordWeek", cancelled("PPNNN"));
        path.submit("coach", caseId, "userTask_recordAssessment", Map.of("hostAssessment",
                Map.of("assessmentGiven", false, "noAssessment", "Too short.", "wouldHire", "NOT_ASKED")));

        assertThat(result(caseId)).isEqualTo("CANCELLED");
        assertThat(ledger.balance(caseId).onTheJob()).isEqualTo(2);
    }

    @Test
    void anEmployerLiaisonCanFollowThePeriod() {
        String caseId = begun();
        Map<String, Object> found = match();
        found.put("trialFollower", "LIAISON");
        path.submit("employer-liaison", caseId, "userTask_matchWorkplace", found);
        path.submit("coach", caseId, "userTask_drawUpAgreement", agreement("WORK_TRIAL"));
        path.submit("coach", caseId, "userTask_recordSignatures", signed());
        begin(caseId);
        path.fireTimer(caseId, "catchEvent_weekBegins");
        itIs(START.plusDays(6));

        path.submit("employer-liaison", caseId, "userTask_recordWeek", week("PPPPP"));

        assertThat(ledger.days(caseId)).hasSize(5).allMatch(day -> day.recordedBy().equals("employer-liaison"));
    }

    @Test
    void aPeriodThatEndsEarlyForAJobKeepsTheDaysDone() {
        String caseId = agreed("WORK_TRIAL");
        begin(caseId);

        record(caseId, START, endedEarly("PPPNN"));
        path.submit("coach", caseId, "userTask_recordAssessment", assessment());

        assertThat(result(caseId)).isEqualTo("INTERRUPTED");
        assertThat(path.hasPassed(caseId, "endEvent_endedEarly")).isTrue();
        assertThat(ledger.balance(caseId).onTheJob()).isEqualTo(3);
    }

    @Test
    void fiveDaysInARowWithoutPermissionBringADecisionAndNothingElse() {
        String caseId = agreed("WORK_TRIAL");
        begin(caseId);
        record(caseId, START, week("PPUUU"));
        assertThat(path.openTasks(caseId)).isEmpty();
        record(caseId, START.plusWeeks(1), week("UUPPP"));
        assertThat(path.openTasks(caseId)).isEmpty();
        record(caseId, START.plusWeeks(2), week("UUUUU"));

        assertThat(path.openTasks(caseId)).containsExactly("userTask_decideOnAbsence");
        path.submit("coach", caseId, "userTask_decideOnAbsence", absenceDecision("GO_ON"));
        record(caseId, START.plusWeeks(3), week("NNNNN"));
        assertThat(path.openTasks(caseId)).isEmpty();
        record(caseId, START.plusWeeks(4), week("UNNNN"));
        path.submit("coach", caseId, "userTask_decideOnAbsence", absenceDecision("INTERRUPT"));
        path.submit("coach", caseId, "userTask_recordAssessment", assessment());

        assertThat(result(caseId)).isEqualTo("INTERRUPTED");
        assertThat(path.hasPassed(caseId, "endEvent_interrupted")).isTrue();
        assertThat(ledger.balance(caseId).onTheJob()).isEqualTo(5);
    }

    @Test
    void absencesThatMakeTheAimsFailCanBeBroughtToADecisionToo() {
        String caseId = agreed("WORK_TRIAL");
        begin(caseId);
        Map<String, Object> form = week("PUPUP");
        form.put("decisionWanted", true);

        record(caseId, START, form);

        assertThat(path.openTasks(caseId)).containsExactly("userTask_decideOnAbsence");
    }

    @Test
    void anAgreementThatRunsOutIsProlongedWithTheDaysKept() {
        String caseId = agreed("WORK_TRIAL", "end", START.plusDays(4).toString());
        begin(caseId);
        record(caseId, START, week("PPPPA"));

        path.submit("coach", caseId, "userTask_decideOnEnd", ending("PROLONG"));
        LocalDate next = START.plusWeeks(1);
        path.submit("coach", caseId, "userTask_drawUpAgreement", agreement("WORK_TRIAL", "start", next.toString()));
        path.submit("coach", caseId, "userTask_recordSignatures", signedOn(START.plusDays(5)));
        begin(caseId);
        record(caseId, next, week("PPPPP"));

        assertThat(ledger.balance(caseId).onTheJob()).isEqualTo(9);
    }

    @Test
    void anAgreementThatRunsOutMayEndThePeriod() {
        String caseId = agreed("WORK_TRIAL", "end", START.plusDays(4).toString());
        begin(caseId);
        record(caseId, START, week("PPPPP"));

        path.submit("coach", caseId, "userTask_decideOnEnd", ending("END"));
        path.submit("coach", caseId, "userTask_recordAssessment", assessment());

        assertThat(result(caseId)).isEqualTo("INTERRUPTED");
    }

    @Test
    void aReturningClientKeepsTheDaysDone() {
        String caseId = begun();
        daysBefore(caseId, 34);
        drawUpAndSign(caseId, "TRAINING_AGREEMENT");
        begin(caseId);

        record(caseId, START, week("PPNNN"));
        path.submit("coach", caseId, "userTask_recordAssessment", assessment());

        assertThat(result(caseId)).isEqualTo("COMPLETED");
        assertThat(ledger.balance(caseId).onTheJob()).isEqualTo(36);
    }

    @Test
    void aFurtherTrialAfterTheThirtyFiveDaysGoesOnToTheEndOfItsAgreement() {
        String caseId = begun();
        daysBefore(caseId, 35);
        drawUpAndSign(caseId, "WORK_TRIAL", "end", START.plusDays(9).toString());
        begin(caseId);

        record(caseId, START, week("PPPPP"));
        assertThat(path.waitsForTimer(caseId, "catchEvent_weekBegins")).isTrue();
        record(caseId, START.plusWeeks(1), week("PPP"));
        path.submit("coach", caseId, "userTask_decideOnEnd", ending("END"));
        path.submit("coach", caseId, "userTask_recordAssessment", assessment());

        assertThat(result(caseId)).isEqualTo("COMPLETED");
    }

    @Test
    void aNineHourDayIsRefusedAndNothingOfTheWeekIsSaved() {
        String caseId = inFirstWeek("WORK_TRIAL");

        refused(() -> path.submit("coach", caseId, "userTask_recordWeek", week("PPPPP", 9)), "8");

        nothingIsSaved(caseId);
    }

    @Test
    void moreDaysThanTheAgreementOrTheLawAllowAreRefused() {
        String workTrial = inFirstWeek("WORK_TRIAL");
        refused(() -> path.submit("coach", workTrial, "userTask_recordWeek", week("PPPPPP")), "6");
        nothingIsSaved(workTrial);
        String rehabilitative = inFirstWeek("REHABILITATIVE_WORK");
        refused(() -> path.submit("coach", rehabilitative, "userTask_recordWeek", week("PPPPP")), "4");
        nothingIsSaved(rehabilitative);
        path.submit("coach", rehabilitative, "userTask_recordWeek", week("PPPPN"));
        assertThat(ledger.balance(rehabilitative).onTheJob()).isEqualTo(4);
    }

    @Test
    void aWeekHasNoEighthDay() {
        String caseId = inFirstWeek("WORK_TRIAL");
        Map<String, Object> form = new HashMap<>(week("PPPPP"));
        Map<String, Object> sheet = new HashMap<>((Map<String, ?>) form.get("trialWeek"));
        sheet.put("eighthdayMark", "PRESENT");
        form.put("trialWeek", sheet);

        refused(() -> path.submit("coach", caseId, "userTask_recordWeek", form), "eighthdayMark");

        nothingIsSaved(caseId);
    }

    @Test
    void aSecondMarkForADateIsRefused() {
        String caseId = inFirstWeek("WORK_TRIAL");
        ledger.record(caseId, DayMark.contact(START.plusDays(2), Mark.PRESENT, DayContext.of(null, "test", "trainer")));

        refused(() -> path.submit("coach", caseId, "userTask_recordWeek", week("PPPPP")), "2.12.2026");

        nothingIsSaved(caseId);
    }

    @Test
    void aDayThatHasNotComeYetIsRefused() {
        String caseId = inFirstWeek("WORK_TRIAL");
        itIs(START.plusDays(2));

        refused(() -> path.submit("coach", caseId, "userTask_recordWeek", week("PPPPP")), "3.12.2026");
        refused(() -> path.submit("coach", caseId, "userTask_recordWeek", week("PPPNN")), "3.12.2026");
        refused(() -> path.submit("coach", caseId, "userTask_recordWeek", cancelled("PPPPN")), "3.12.2026");

        nothingIsSaved(caseId);
    }

    @Test
    void daysOutsideTheAgreementAreNotAskedForAndNotCounted() {
        String caseId = agreed("WORK_TRIAL", "start", START.plusDays(2).toString(), "end", START.plusDays(3).toString());
        begin(caseId);
        path.fireTimer(caseId, "catchEvent_weekBegins");
        itIs(START.plusDays(6));
        assertThat(text(path.shown("coach", caseId, "userTask_recordWeek").get("trialWeekDays")))
                .isEqualTo("[\"wednesday\",\"thursday\"]");

        path.submit("coach", caseId, "userTask_recordWeek", week("PPPPP"));

        assertThat(ledger.days(caseId)).extracting(day -> day.day()).containsExactly(START.plusDays(2), START.plusDays(3));
    }

    @Test
    void theWorkplaceIsContactedAgainAndAgainAndEachContactIsKept() {
        String caseId = inFirstWeek("WORK_TRIAL");

        for (int contact = 0; contact < 2; contact++) {
            path.fireTimer(caseId, "catchEvent_contactDue");
            assertThat(text(path.shown("coach", caseId, "userTask_contactHost").get("trialContact"))).doesNotContain("Well");
            path.submit("coach", caseId, "userTask_contactHost", Map.of("trialContact", Map.of(
                    "contactOn", TODAY.toString(), "manner", "VISIT", "howItGoes", "Well.")));
        }

        assertThat(documents.versions(caseId, "trialContact").stream()
                .filter(version -> version.content().path("howItGoes").asText().equals("Well."))).hasSize(2);
        assertThat(path.waitsForTimer(caseId, "catchEvent_contactDue")).isTrue();
    }

    @Test
    void aPeriodLongerThanAMonthHasADiscussionAMonthBeforeItsEnd() {
        String caseId = inFirstWeek("WORK_TRIAL");

        path.fireTimer(caseId, "catchEvent_discussionDue");
        path.submit("coach", caseId, "userTask_discuss", Map.of("trialDiscussion", Map.of(
                "discussedOn", TODAY.toString(), "manner", "MEETING", "afterThePeriod", "An apprenticeship.")));

        assertThat(path.hasPassed(caseId, "endEvent_discussed")).isTrue();
    }

    @Test
    void aShortPeriodHasNoDiscussion() {
        String caseId = agreed("WORK_TRIAL", "end", START.plusDays(4).toString());
        begin(caseId);

        assertThat(path.hasPassed(caseId, "endEvent_noDiscussion")).isTrue();
        assertThat(path.waitsForTimer(caseId, "catchEvent_discussionDue")).isFalse();
    }

    @Test
    void whatWaitsTooLongIsRemindedOfAndThenEscalated() {
        String caseId = begun();
        remindedAndEscalated(caseId, "matchWorkplace");
        path.submit("employer-liaison", caseId, "userTask_matchWorkplace", match());
        remindedAndEscalated(caseId, "drawUpAgreement");
        path.submit("coach", caseId, "userTask_drawUpAgreement", agreement("WORK_TRIAL"));
        remindedAndEscalated(caseId, "recordSignatures");
        path.submit("coach", caseId, "userTask_recordSignatures", signed());
        begin(caseId);
        path.fireTimer(caseId, "catchEvent_weekBegins");
        remindedAndEscalated(caseId, "recordWeek");
        itIs(START.plusDays(6));
        path.submit("coach", caseId, "userTask_recordWeek", endedEarly("PNNNN"));
        remindedAndEscalated(caseId, "recordAssessment");

        assertThat(sent(caseId)).contains("reminder-work-trial", "reminder-trial-week", "reminder-host-assessment", "escalation");
    }

    private void itIs(LocalDate day) {
        clock.setTo(day.atTime(LocalTime.NOON).atZone(BusinessClock.HELSINKI).toInstant());
    }

    private String begun() {
        String caseId = clients.register(new NewReferral(PathDriver.KEMIJARVI, new PersonalIdentityCode(IdentityCodes.next()),
                "Aino", "Koskela", "aino@example.fi", null, "fi", "Kemijärvi", ReferralSource.WALK_IN, null, null,
                TODAY.minusMonths(2))).caseId();
        cases.assignCoach(caseId, "coach");
        cases.open(caseId);
        approve(caseId, true);
        path.startStage("workTrial", caseId, Map.of("clientLabel", "Aino K.", "coach", "coach", "language", "fi",
                "registeredOn", TODAY.minusMonths(2).toString()));
        return caseId;
    }

    private void approve(String caseId, boolean approved) {
        int version = documents.versions(caseId, "planApproval").size();
        documents.save(caseId, "planApproval", json.valueToTree(Map.of("approvedByClient", approved, "manner", "SIGNATURE",
                "understandingChecked", true, "approvedOn", TODAY.minusDays(7).toString())), version, "coach");
    }

    private String matched() {
        String caseId = begun();
        path.submit("employer-liaison", caseId, "userTask_matchWorkplace", match());
        return caseId;
    }

    private String drawnUp(String legalForm, Object... changes) {
        String caseId = matched();
        path.submit("coach", caseId, "userTask_drawUpAgreement", agreement(legalForm, changes));
        return caseId;
    }

    private String agreed(String legalForm, Object... changes) {
        String caseId = drawnUp(legalForm, changes);
        path.submit("coach", caseId, "userTask_recordSignatures", signed());
        return caseId;
    }

    private void drawUpAndSign(String caseId, String legalForm, Object... changes) {
        path.submit("employer-liaison", caseId, "userTask_matchWorkplace", match());
        path.submit("coach", caseId, "userTask_drawUpAgreement", agreement(legalForm, changes));
        path.submit("coach", caseId, "userTask_recordSignatures", signed());
    }

    private String agreedButChanged() {
        String caseId = drawnUp("WORK_TRIAL");
        documents.latest(caseId, "workTrialAgreement").ifPresent(agreement -> documents.save(caseId, "workTrialAgreement",
                ((ObjectNode) agreement.content().deepCopy())
                        .put("signedByClientOn", TODAY.toString()), agreement.version(), "coach"));
        path.submit("coach", caseId, "userTask_recordSignatures", Map.of("signing", "CHANGE"));
        path.submit("coach", caseId, "userTask_drawUpAgreement", agreement("WORK_TRIAL", "end", END.minusDays(7).toString()));
        return caseId;
    }

    private void begin(String caseId) {
        path.fireTimer(caseId, "boundaryEvent_firstDay");
    }

    private String inFirstWeek(String legalForm) {
        itIs(TODAY);
        String caseId = agreed(legalForm);
        begin(caseId);
        path.fireTimer(caseId, "catchEvent_weekBegins");
        itIs(START.plusDays(6));
        return caseId;
    }

    private void record(String caseId, LocalDate monday, Map<String, Object> form) {
        path.fireTimer(caseId, "catchEvent_weekBegins");
        itIs(monday.plusDays(6));
        path.submit("coach", caseId, "userTask_recordWeek", form);
    }

    private void daysBefore(String caseId, int days) {
        LocalDate day = LocalDate.of(2026, 8, 3);
        for (int recorded = 0; recorded < days; day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() < 6) {
                ledger.record(caseId, DayMark.onTheJob(day, LegalForm.WORK_TRIAL, Mark.PRESENT, BigDecimal.valueOf(7),
                        DayContext.of(null, "test", "coach")));
                recorded++;
            }
        }
    }

    private void remindedAndEscalated(String caseId, String task) {
        path.fireTimer(caseId, "boundaryEvent_" + task + "_reminder");
        path.fireTimer(caseId, "boundaryEvent_" + task + "_escalation");
        assertThat(path.hasPassed(caseId, "endEvent_" + task + "_reminded")).isTrue();
        assertThat(path.hasPassed(caseId, "endEvent_" + task + "_escalated")).isTrue();
        assertThat(path.openTasks(caseId)).containsExactly("userTask_" + task);
    }

    private void nothingIsSaved(String caseId) {
        assertThat(path.openTasks(caseId)).contains("userTask_recordWeek");
        assertThat(ledger.balance(caseId).onTheJob()).isZero();
        assertThat(documents.latest(caseId, "trialWeek").orElseThrow().content().has("mondayMark")).isFalse();
    }

    private void refused(ThrowingCallable submission, String words) {
        assertThatThrownBy(submission).isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining(words);
    }

    private static Map<String, Object> byHand(String accepted) {
        return Map.of("limitsAccepted", accepted, "trialLimitCheck", Map.of("checkReason", "Asked the client."));
    }

    private static Object typed(String value) {
        if (value.matches("true|false")) {
            return Boolean.valueOf(value);
        }
        return value.matches("[0-9.]+") ? (Object) new BigDecimal(value) : value;
    }

    private static String text(Object shown) {
        return String.valueOf(shown);
    }

    private Object result(String caseId) {
        return path.fact(caseId, "workTrial", "workTrialResult");
    }

    private List<String> sent(String caseId) {
        return notifications.sentFor(caseId).stream().map(MailRecord::template).toList();
    }
}
