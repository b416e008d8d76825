package fi.tyopolku.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

    private final WorkingDays workingDays = new WorkingDays();

    @ParameterizedTest
    @ValueSource(strings = {
            "2026-01-01", "2026-01-06", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-06-19",
            "2026-06-20", "2026-10-31", "2027-12-06", "2026-12-24", "2026-12-25", "2026-11-21", "2026-11-22"})
    void holidaysEvesAndWeekendsAreOff(LocalDate date) {
        assertThat(workingDays.isWorkingDay(date)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-02", "2026-01-05", "2026-04-02", "2026-06-18", "2026-12-23", "2026-12-28", "2026-12-31"})
    void otherWeekdaysAreWorkingDays(LocalDate date) {
        assertThat(workingDays.isWorkingDay(date)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
            "2026-11-20, 1, 2026-11-23",
            "2026-12-23, 1, 2026-12-28",
            "2025-12-31, 5, 2026-01-09",
            "2026-01-01, 10, 2026-01-16",
            "2026-11-23, -1, 2026-11-20",
            "2026-11-22, 0, 2026-11-22"})
    void workingDaysAreCountedFromTheNextDay(LocalDate from, int days, LocalDate expected) {
        assertThat(workingDays.plus(from, days)).isEqualTo(expected);
    }

    @Test
    void aDayOffMovesToTheNextWorkingDay() {
        assertThat(workingDays.onOrAfter(LocalDate.of(2026, 12, 24))).isEqualTo("2026-12-28");
        assertThat(workingDays.onOrAfter(LocalDate.of(2026, 12, 28))).isEqualTo("2026-12-28");
    }
}
