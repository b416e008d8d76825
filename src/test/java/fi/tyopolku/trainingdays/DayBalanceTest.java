package fi.tyopolku.trainingdays;

import static fi.tyopolku.trainingdays.Mark.ABSENT_PERMITTED;
import static fi.tyopolku.trainingdays.Mark.ABSENT_WITHOUT;
import static fi.tyopolku.trainingdays.Mark.PRESENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayBalanceTest {

    private final List<TrainingDay> days = new ArrayList<>();
    private LocalDate next = LocalDate.of(2026, 9, 1);

    @Test
    void nothingRecordedIsAnEmptyBalance() {
        DayBalance balance = DayBalance.of(List.of());
        assertThat(balance.total()).isZero();
        assertThat(balance.unauthorisedInRow()).isZero();
        assertThat(balance.done()).isFalse();
    }

    @Test
    void twentyFiveAndThirtyFiveDaysAreSixty() {
        contact(25, PRESENT);
        onTheJob(34, LegalForm.WORK_TRIAL, PRESENT);
        assertThat(DayBalance.of(days).done()).isFalse();
        assertThat(DayBalance.of(days).onTheJobMissing()).isEqualTo(1);

        onTheJob(1, LegalForm.LABOUR_MARKET_TRAINING, PRESENT);
        DayBalance balance = DayBalance.of(days);
        assertThat(balance.done()).isTrue();
        assertThat(balance.total()).isEqualTo(DayBalance.REQUIRED_IN_ALL).isEqualTo(60);
    }

    @Test
    void onlyPresentDaysCount() {
        contact(3, PRESENT);
        contact(2, ABSENT_PERMITTED);
        contact(1, ABSENT_WITHOUT);
        DayBalance balance = DayBalance.of(days);
        assertThat(balance.contact()).isEqualTo(3);
        assertThat(balance.contactMissing()).isEqualTo(22);
    }

    @Test
    void fiveUnauthorisedDaysInARowBringTheMatterToAnOfficial() {
        contact(2, PRESENT);
        contact(4, ABSENT_WITHOUT);
        assertThat(DayBalance.of(days).interruptionToBeConsidered(TrainingDayKind.CONTACT)).isFalse();

        contact(1, ABSENT_WITHOUT);
        assertThat(DayBalance.of(days).contactUnauthorisedInRow()).isEqualTo(5);
        assertThat(DayBalance.of(days).interruptionToBeConsidered(TrainingDayKind.CONTACT)).isTrue();
    }

    @Test
    void aDayPresentBreaksTheRow() {
        contact(4, ABSENT_WITHOUT);
        contact(1, PRESENT);
        contact(2, ABSENT_WITHOUT);
        assertThat(DayBalance.of(days).contactUnauthorisedInRow()).isEqualTo(2);
    }

    @Test
    void anAbsenceWithPermissionBreaksTheRow() {
        contact(4, ABSENT_WITHOUT);
        contact(1, ABSENT_PERMITTED);
        contact(1, ABSENT_WITHOUT);
        assertThat(DayBalance.of(days).contactUnauthorisedInRow()).isEqualTo(1);
    }

    @Test
    void aWeekendDoesNotBreakTheRow() {
        contact(3, ABSENT_WITHOUT);
        next = next.plusDays(10);
        contact(2, ABSENT_WITHOUT);
        assertThat(DayBalance.of(days).contactUnauthorisedInRow()).isEqualTo(5);
    }

    @Test
    void aChangeOfTheLegalFormBreaksTheRow() {
        onTheJob(4, LegalForm.WORK_TRIAL, ABSENT_WITHOUT);
        onTheJob(1, LegalForm.LABOUR_MARKET_TRAINING, ABSENT_WITHOUT);
        assertThat(DayBalance.of(days).onTheJobUnauthorisedInRow()).isEqualTo(1);
    }

    @Test
    void eachKindHasItsOwnRow() {
        contact(3, ABSENT_WITHOUT);
        onTheJob(2, LegalForm.WORK_TRIAL, ABSENT_WITHOUT);
        DayBalance balance = DayBalance.of(days);
        assertThat(balance.unauthorisedInRow(TrainingDayKind.CONTACT)).isEqualTo(3);
        assertThat(balance.unauthorisedInRow(TrainingDayKind.ON_THE_JOB)).isEqualTo(2);
        assertThat(balance.unauthorisedInRow()).isEqualTo(2);
    }

    private void contact(int count, Mark mark) {
        add(count, TrainingDayKind.CONTACT, null, mark);
    }

    private void onTheJob(int count, LegalForm form, Mark mark) {
        add(count, TrainingDayKind.ON_THE_JOB, form, mark);
    }

    private void add(int count, TrainingDayKind kind, LegalForm form, Mark mark) {
        for (int i = 0; i < count; i++) {
            days.add(new TrainingDay("TP-1", next, kind, form, mark, null, null, "test", "trainer", Instant.EPOCH));
            next = next.plusDays(1);
        }
    }
}
