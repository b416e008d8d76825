package fi.tyopolku.trainingdays;

import static fi.tyopolku.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clients.NewReferral;
import fi.tyopolku.clients.PersonalIdentityCode;
import fi.tyopolku.clients.ReferralSource;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.FixedClock;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.Together;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(FixedClock.class)
class DayLedgerTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final DayContext CONTEXT = DayContext.of(LocalDate.of(2026, 9, 1), "task", "trainer");

    @Autowired
    private DayLedger ledger;

    @Autowired
    private ClientRegister clients;

    private final String caseId = newCase();

    @Test
    void aRecordedDayIsFoundAgainWithAllItCarries() {
        DayContext context = new DayContext(LocalDate.of(2026, 9, 1), new BigDecimal("7.5"), "task-1", "coach");
        ledger.record(caseId, DayMark.onTheJob(
                MONDAY, LegalForm.TRAINING_AGREEMENT, Mark.PRESENT, new BigDecimal("7.5"), context));

        TrainingDay day = ledger.days(caseId).get(0);
        assertThat(day.day()).isEqualTo(MONDAY);
        assertThat(day.kind()).isEqualTo(TrainingDayKind.ON_THE_JOB);
        assertThat(day.legalForm()).isEqualTo(LegalForm.TRAINING_AGREEMENT);
        assertThat(day.mark()).isEqualTo(Mark.PRESENT);
        assertThat(day.hours()).isEqualByComparingTo("7.5");
        assertThat(day.source()).isEqualTo("task-1");
        assertThat(day.recordedBy()).isEqualTo("coach");
        assertThat(day.recordedAt()).isEqualTo(FixedClock.clock().instant());
    }

    @Test
    void aSecondMarkForTheSameDateIsRefused() {
        ledger.record(caseId, contact(MONDAY, Mark.PRESENT));
        assertRefused("trainingdays.secondMark", () -> ledger.record(caseId, contact(MONDAY, Mark.ABSENT_WITHOUT)));
        assertThat(ledger.days(caseId)).extracting(TrainingDay::mark).containsExactly(Mark.PRESENT);
    }

    @Test
    void aSixthDayPresentInAWeekIsRefusedAlsoAcrossKinds() {
        recordWorkTrial(MONDAY, 5);
        assertRefused("trainingdays.tooManyDays",
                () -> ledger.record(caseId, contact(MONDAY.plusDays(5), Mark.PRESENT)));
        assertThat(ledger.balance(caseId).total()).isEqualTo(5);
    }

    @Test
    void anAbsenceDoesNotFillTheWeek() {
        recordWorkTrial(MONDAY, 5);
        ledger.record(caseId, contact(MONDAY.plusDays(5), Mark.ABSENT_PERMITTED));
        assertThat(ledger.days(caseId)).hasSize(6);
    }

    @Test
    void aFifthDayOfRehabilitativeWorkInAWeekIsRefused() {
        for (int i = 0; i < 4; i++) {
            ledger.record(caseId, rehabilitative(MONDAY.plusDays(i)));
        }
        assertRefused("trainingdays.tooManyDays.REHABILITATIVE_WORK",
                () -> ledger.record(caseId, rehabilitative(MONDAY.plusDays(4))));
        ledger.record(caseId, contact(MONDAY.plusDays(4), Mark.PRESENT));
        assertThat(ledger.balance(caseId).total()).isEqualTo(5);
    }

    @Test
    void theWeekOfAGroupIsRecordedAtOnce() {
        String other = newCase();
        ledger.recordAll(Map.of(caseId, week(5), other, week(3)));
        assertThat(ledger.balance(caseId).contact()).isEqualTo(5);
        assertThat(ledger.balance(other).contact()).isEqualTo(3);
    }

    @Test
    void oneWrongMarkRefusesTheWeekOfTheWholeGroup() {
        String other = newCase();
        ledger.record(other, contact(MONDAY.plusDays(2), Mark.PRESENT));
        var refusal = assertRefused("trainingdays.secondMark",
                () -> ledger.recordAll(Map.of(caseId, week(5), other, week(5))));
        assertThat(((DayRefusal) refusal).caseId()).isEqualTo(other);
        assertThat(((DayRefusal) refusal).day()).isEqualTo(MONDAY.plusDays(2));
        assertThat(ledger.days(caseId)).isEmpty();
        assertThat(ledger.days(other)).hasSize(1);
    }

    @Test
    void aWeekWithMoreThanFivePresentDaysIsRefusedWhole() {
        assertRefused("trainingdays.tooManyDays", () -> ledger.recordAll(Map.of(caseId, week(6))));
        assertThat(ledger.days(caseId)).isEmpty();
    }

    @Test
    void aMakeUpDayInAnotherWeekCounts() {
        ledger.recordAll(Map.of(caseId, week(4)));
        ledger.record(caseId, contact(MONDAY.minusDays(2), Mark.PRESENT));
        assertThat(ledger.balance(caseId).contact()).isEqualTo(5);
    }

    @Test
    void aCorrectionChangesTheMarkAndKeepsWhatStoodThere() {
        ledger.record(caseId, contact(MONDAY, Mark.ABSENT_WITHOUT));
        ledger.correct(caseId, MONDAY, Mark.ABSENT_PERMITTED, "A certificate came later", "coach");

        assertThat(ledger.days(caseId)).extracting(TrainingDay::mark).containsExactly(Mark.ABSENT_PERMITTED);
        DayCorrection correction = ledger.corrections(caseId).get(0);
        assertThat(correction.oldMark()).isEqualTo(Mark.ABSENT_WITHOUT);
        assertThat(correction.newMark()).isEqualTo(Mark.ABSENT_PERMITTED);
        assertThat(correction.reason()).isEqualTo("A certificate came later");
        assertThat(correction.correctedBy()).isEqualTo("coach");
        assertThat(correction.correctedAt()).isEqualTo(FixedClock.clock().instant());
    }

    @Test
    void aCorrectionObeysTheLimitsOfTheDay() {
        ledger.record(caseId, DayMark.onTheJob(MONDAY, LegalForm.WORK_TRIAL, Mark.ABSENT_WITHOUT, null, CONTEXT));
        assertRefused("trainingdays.hoursMissing", () -> ledger.correct(caseId, MONDAY, Mark.PRESENT, "Was there", "coach"));
        assertRefused("trainingdays.tooManyHours.WORK_TRIAL",
                () -> ledger.correct(caseId, MONDAY, Mark.PRESENT, BigDecimal.valueOf(9), "Was there", "coach"));
        assertThat(ledger.corrections(caseId)).isEmpty();

        ledger.correct(caseId, MONDAY, Mark.PRESENT, BigDecimal.valueOf(6), "Was there", "coach");
        ledger.correct(caseId, MONDAY, Mark.PRESENT, BigDecimal.valueOf(5), "Left early", "coach");
        assertThat(ledger.days(caseId).get(0).hours()).isEqualByComparingTo("5");
        assertThat(ledger.corrections(caseId)).hasSize(2);
        assertThat(ledger.balance(caseId).onTheJob()).isEqualTo(1);
    }

    @Test
    void aCorrectionObeysTheLimitsOfTheWeek() {
        recordWorkTrial(MONDAY, 5);
        ledger.record(caseId, contact(MONDAY.plusDays(5), Mark.ABSENT_PERMITTED));
        assertRefused("trainingdays.tooManyDays",
                () -> ledger.correct(caseId, MONDAY.plusDays(5), Mark.PRESENT, "Was there", "coach"));
        assertThat(ledger.balance(caseId).total()).isEqualTo(5);
        assertThat(ledger.corrections(caseId)).isEmpty();
    }

    @Test
    void aSixthDayIsRefusedAlsoWhenAllDaysComeAtTheSameMoment() throws Exception {
        String registered = registeredCase();

        List<Boolean> recorded = Together.times(6, number ->
                isAllowed(() -> ledger.record(registered, contact(MONDAY.plusDays(number), Mark.PRESENT))));

        assertThat(recorded.stream().filter(Boolean::booleanValue)).hasSize(5);
        assertThat(ledger.balance(registered).total()).isEqualTo(5);
    }

    @Test
    void correctionsAtTheSameMomentDoNotFillTheWeekBeyondFiveDays() throws Exception {
        String registered = registeredCase();
        for (int i = 0; i < 6; i++) {
            ledger.record(registered, contact(MONDAY.plusDays(i), Mark.ABSENT_PERMITTED));
        }

        List<Boolean> corrected = Together.times(6, number -> isAllowed(
                () -> ledger.correct(registered, MONDAY.plusDays(number), Mark.PRESENT, "Was there", "coach")));

        assertThat(corrected.stream().filter(Boolean::booleanValue)).hasSize(5);
        assertThat(ledger.balance(registered).total()).isEqualTo(5);
    }

    private static boolean isAllowed(Runnable work) {
        try {
            work.run();
            return true;
        } catch (DayRefusal refused) {
            return false;
        }
    }

    /** A case that has a row to hold. */
    private String registeredCase() {
        return clients.register(new NewReferral("kemijarvi", new PersonalIdentityCode(IdentityCodes.next()), "Aino",
                "Koskela", null, null, "fi", null, ReferralSource.WALK_IN, null, null, LocalDate.of(2026, 9, 1))).caseId();
    }

    @Test
    void aCorrectionWithoutReasonOrWithoutEffectIsRefused() {
        ledger.record(caseId, contact(MONDAY, Mark.PRESENT));
        assertRefused("trainingdays.reasonMissing",
                () -> ledger.correct(caseId, MONDAY, Mark.ABSENT_WITHOUT, " ", "coach"));
        assertRefused("trainingdays.reasonTooLong",
                () -> ledger.correct(caseId, MONDAY, Mark.ABSENT_WITHOUT, "x".repeat(1001), "coach"));
        assertRefused("trainingdays.nothingToCorrect",
                () -> ledger.correct(caseId, MONDAY, Mark.PRESENT, "Same", "coach"));
        assertRefused("trainingdays.noMark",
                () -> ledger.correct(caseId, MONDAY.plusDays(1), Mark.PRESENT, "None", "coach"));
    }

    private void recordWorkTrial(LocalDate from, int days) {
        for (int i = 0; i < days; i++) {
            ledger.record(caseId, DayMark.onTheJob(
                    from.plusDays(i), LegalForm.WORK_TRIAL, Mark.PRESENT, BigDecimal.valueOf(6), CONTEXT));
        }
    }

    private static DayMark rehabilitative(LocalDate day) {
        return DayMark.onTheJob(day, LegalForm.REHABILITATIVE_WORK, Mark.PRESENT, BigDecimal.valueOf(4), CONTEXT);
    }

    private static List<DayMark> week(int days) {
        return Stream.iterate(MONDAY, day -> day.plusDays(1)).limit(days)
                .map(day -> contact(day, Mark.PRESENT)).toList();
    }

    private static DayMark contact(LocalDate day, Mark mark) {
        return DayMark.contact(day, mark, CONTEXT);
    }

    private static String newCase() {
        return "TP-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
