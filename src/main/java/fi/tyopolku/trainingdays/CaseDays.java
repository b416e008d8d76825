package fi.tyopolku.trainingdays;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the ledger holds of one case.
 *
 * @param days in date order
 * @param corrections oldest first
 */
public record CaseDays(List<TrainingDay> days, List<DayCorrection> corrections) {

    public DayBalance balance() {
        return DayBalance.of(days);
    }

    public Optional<TrainingDay> on(LocalDate day) {
        return days.stream().filter(each -> each.day().equals(day)).findFirst();
    }

    public List<DayCorrection> correctionsOf(LocalDate day) {
        return corrections.stream().filter(each -> each.day().equals(day)).toList();
    }
}
