package fi.tyopolku.trainingdays;

import static fi.tyopolku.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayRulesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final DayContext CONTEXT = DayContext.of(LocalDate.of(2026, 11, 2), "task", "trainer");
    private static final DayContext SEVEN_AND_A_HALF_HOUR_WORKPLACE =
            new DayContext(LocalDate.of(2026, 11, 2), new BigDecimal("7.5"), "task", "trainer");

    @Test
    void aDateInTheFutureIsRefused() {
        var refusal = assertRefused("trainingdays.inTheFuture",
                () -> check(DayMark.contact(TODAY.plusDays(1), Mark.PRESENT, CONTEXT)));
        assertThat(refusal.in(Locale.forLanguageTag("fi"))).contains("23.11.2026");
    }

    @Test
    void todayMayBeRecorded() {
        assertThatCode(() -> check(DayMark.contact(TODAY, Mark.PRESENT, CONTEXT))).doesNotThrowAnyException();
    }

    @Test
    void aDateBeforeTheStartOfTheStageIsRefused() {
        assertRefused("trainingdays.beforeTheStart",
                () -> check(DayMark.contact(LocalDate.of(2026, 11, 1), Mark.PRESENT, CONTEXT)));
        assertThatCode(() -> check(DayMark.contact(LocalDate.of(2026, 11, 2), Mark.PRESENT, CONTEXT)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "WORK_TRIAL, 3.99, trainingdays.tooFewHours.WORK_TRIAL",
        "WORK_TRIAL, 8.01, trainingdays.tooManyHours.WORK_TRIAL",
        "WORK_TRIAL, 9, trainingdays.tooManyHours.WORK_TRIAL",
        "LABOUR_MARKET_TRAINING, 3.5, trainingdays.tooFewHours.LABOUR_MARKET_TRAINING",
        "LABOUR_MARKET_TRAINING, 8.5, trainingdays.tooManyHours.LABOUR_MARKET_TRAINING",
        "REHABILITATIVE_WORK, 3.75, trainingdays.tooFewHours.REHABILITATIVE_WORK",
        "TRAINING_AGREEMENT, 7.75, trainingdays.tooManyHours.TRAINING_AGREEMENT",
        "TRAINING_AGREEMENT, 25, trainingdays.hoursOfNoDay",
        "WORK_TRIAL, 0, trainingdays.hoursOfNoDay",
        "WORK_TRIAL, -5, trainingdays.hoursOfNoDay",
        "WORK_TRIAL, , trainingdays.hoursMissing"
    })
    void hoursOutsideTheLimitsOfTheLegalFormAreRefused(LegalForm form, BigDecimal hours, String key) {
        assertRefused(key, () -> check(
                DayMark.onTheJob(MONDAY, form, Mark.PRESENT, hours, SEVEN_AND_A_HALF_HOUR_WORKPLACE)));
    }

    @ParameterizedTest
    @CsvSource({
        "WORK_TRIAL, 4", "WORK_TRIAL, 8.00", "LABOUR_MARKET_TRAINING, 4", "LABOUR_MARKET_TRAINING, 8",
        "REHABILITATIVE_WORK, 4", "REHABILITATIVE_WORK, 8.5", "TRAINING_AGREEMENT, 2", "TRAINING_AGREEMENT, 7.50"
    })
    void hoursAtTheLimitsAreAccepted(LegalForm form, BigDecimal hours) {
        assertThatCode(() -> check(
                DayMark.onTheJob(MONDAY, form, Mark.PRESENT, hours, SEVEN_AND_A_HALF_HOUR_WORKPLACE)))
                .doesNotThrowAnyException();
    }

    @Test
    void hoursOfAnAbsentDayAreRefused() {
        assertRefused("trainingdays.hoursWhenAbsent", () -> check(DayMark.onTheJob(
                MONDAY, LegalForm.WORK_TRIAL, Mark.ABSENT_PERMITTED, BigDecimal.valueOf(6), CONTEXT)));
    }

    @Test
    void aContactDayNeedsNoHours() {
        assertThatCode(() -> check(DayMark.contact(MONDAY, Mark.PRESENT, CONTEXT))).doesNotThrowAnyException();
    }

    @Test
    void aLegalFormBelongsToOnTheJobDaysOnly() {
        assertThatThrownBy(() -> new DayMark(
                MONDAY, TrainingDayKind.CONTACT, LegalForm.WORK_TRIAL, Mark.PRESENT, null, CONTEXT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DayMark.onTheJob(MONDAY, null, Mark.PRESENT, BigDecimal.TEN, CONTEXT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWeekOfEightDaysIsRefused() {
        List<DayMark> eight = MONDAY.datesUntil(MONDAY.plusDays(8))
                .map(day -> DayMark.contact(day, Mark.PRESENT, CONTEXT)).toList();
        assertRefused("trainingdays.weekHasSevenDays", () -> DayRules.checkBatch("TP-1", eight));
    }

    @Test
    void daysOfTwoWeeksAreNotOneWeek() {
        List<DayMark> saturdayAndMonday = List.of(
                DayMark.contact(MONDAY.minusDays(2), Mark.PRESENT, CONTEXT),
                DayMark.contact(MONDAY, Mark.PRESENT, CONTEXT));
        assertRefused("trainingdays.notOneWeek", () -> DayRules.checkBatch("TP-1", saturdayAndMonday));
    }

    @Test
    void twoMarksForOneDateAreRefused() {
        DayMark mark = DayMark.contact(MONDAY, Mark.PRESENT, CONTEXT);
        assertRefused("trainingdays.secondMark", () -> DayRules.checkDates("TP-1", Set.of(), List.of(mark, mark)));
        assertRefused("trainingdays.secondMark", () -> DayRules.checkDates("TP-1", Set.of(MONDAY), List.of(mark)));
    }

    @Test
    void aWeekHasAtMostFiveDaysPresent() {
        assertThatCode(() -> DayRules.checkWeek("TP-1", MONDAY, Collections.nCopies(5, LegalForm.WORK_TRIAL)))
                .doesNotThrowAnyException();
        assertRefused("trainingdays.tooManyDays",
                () -> DayRules.checkWeek("TP-1", MONDAY, Collections.nCopies(6, LegalForm.WORK_TRIAL)));
    }

    @Test
    void aWeekHasAtMostFourDaysOfRehabilitativeWork() {
        assertThatCode(() -> DayRules.checkWeek("TP-1", MONDAY, Collections.nCopies(4, LegalForm.REHABILITATIVE_WORK)))
                .doesNotThrowAnyException();
        assertRefused("trainingdays.tooManyDays.REHABILITATIVE_WORK",
                () -> DayRules.checkWeek("TP-1", MONDAY, Collections.nCopies(5, LegalForm.REHABILITATIVE_WORK)));
    }

    private static void check(DayMark mark) {
        DayRules.checkDay("TP-1", mark, TODAY);
    }
}
