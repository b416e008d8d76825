package fi.tyopolku.trainingdays;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A mark to be recorded for one date of one case.
 *
 * @param legalForm the form of law of an on-the-job day; null for contact teaching
 * @param hours hours of the day: required on the job when present, voluntary in contact teaching, null when absent
 */
public record DayMark(
        LocalDate day, TrainingDayKind kind, LegalForm legalForm, Mark mark, BigDecimal hours, DayContext context) {

    public DayMark {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(mark, "mark");
        Objects.requireNonNull(context, "context");
        if ((kind == TrainingDayKind.ON_THE_JOB) == (legalForm == null)) {
            throw new IllegalArgumentException("A legal form belongs to an on-the-job day and to no other");
        }
    }

    public static DayMark contact(LocalDate day, Mark mark, DayContext context) {
        return new DayMark(day, TrainingDayKind.CONTACT, null, mark, null, context);
    }

    public static DayMark onTheJob(
            LocalDate day, LegalForm legalForm, Mark mark, BigDecimal hours, DayContext context) {
        return new DayMark(day, TrainingDayKind.ON_THE_JOB, legalForm, mark, hours, context);
    }
}
