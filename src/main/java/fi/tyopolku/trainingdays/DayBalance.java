package fi.tyopolku.trainingdays;

import java.time.LocalDate;
import java.util.List;

/**
 * What a case has of its training days. Always counted from the recorded days, never stored.
 *
 * <p>An unauthorised row is the number of recorded training days of one kind, in date order, without permission and
 * up to the latest recorded day of that kind. The acts speak of five training days (380/2023 65 §) or trial days
 * (59 §) in a row without permission: a day present and a day absent with permission both are training days without
 * that fault, so either breaks the row, while dates on which there was no training neither break nor lengthen it. A
 * change of the legal form breaks it too, since each section counts its own days.
 *
 * @param contact days present in contact teaching
 * @param onTheJob days present on the job, in any legal form
 * @param lastKind kind of the latest recorded day; null when nothing is recorded
 * @param lastDay the latest recorded date; null when nothing is recorded
 */
public record DayBalance(
        int contact,
        int onTheJob,
        int contactUnauthorisedInRow,
        int onTheJobUnauthorisedInRow,
        TrainingDayKind lastKind,
        LocalDate lastDay) {

    /** Days of contact teaching in the Kohti työtä model (S0-24). */
    public static final int CONTACT_REQUIRED = 25;

    /** Days of on-the-job learning or training trial in the Kohti työtä model (S0-25). */
    public static final int ON_THE_JOB_REQUIRED = 35;

    /** Days of the Kohti työtä training in all (S0-23). */
    public static final int REQUIRED_IN_ALL = CONTACT_REQUIRED + ON_THE_JOB_REQUIRED;

    /** So many days in a row without permission bring the decision to an official, 380/2023 59.1 § and 65 §. */
    public static final int UNAUTHORISED_LIMIT = 5;

    static DayBalance of(List<TrainingDay> inDateOrder) {
        TrainingDay last = inDateOrder.isEmpty() ? null : inDateOrder.get(inDateOrder.size() - 1);
        return new DayBalance(
                present(inDateOrder, TrainingDayKind.CONTACT),
                present(inDateOrder, TrainingDayKind.ON_THE_JOB),
                row(inDateOrder, TrainingDayKind.CONTACT),
                row(inDateOrder, TrainingDayKind.ON_THE_JOB),
                last == null ? null : last.kind(),
                last == null ? null : last.day());
    }

    private static int present(List<TrainingDay> days, TrainingDayKind kind) {
        return (int) days.stream().filter(day -> day.kind() == kind && day.mark() == Mark.PRESENT).count();
    }

    private static int row(List<TrainingDay> days, TrainingDayKind kind) {
        List<TrainingDay> ofKind = days.stream().filter(day -> day.kind() == kind).toList();
        int row = 0;
        for (int i = ofKind.size() - 1; i >= 0; i--) {
            TrainingDay day = ofKind.get(i);
            if (day.mark() != Mark.ABSENT_WITHOUT
                    || day.legalForm() != ofKind.get(ofKind.size() - 1).legalForm()) {
                break;
            }
            row++;
        }
        return row;
    }

    public int total() {
        return contact + onTheJob;
    }

    public int contactMissing() {
        return Math.max(0, CONTACT_REQUIRED - contact);
    }

    public int onTheJobMissing() {
        return Math.max(0, ON_THE_JOB_REQUIRED - onTheJob);
    }

    public boolean contactDone() {
        return contactMissing() == 0;
    }

    public boolean onTheJobDone() {
        return onTheJobMissing() == 0;
    }

    public boolean done() {
        return contactDone() && onTheJobDone();
    }

    public int unauthorisedInRow(TrainingDayKind kind) {
        return kind == TrainingDayKind.CONTACT ? contactUnauthorisedInRow : onTheJobUnauthorisedInRow;
    }

    /** The row of the kind of training that goes on now, which is that of the latest recorded day. */
    public int unauthorisedInRow() {
        return lastKind == null ? 0 : unauthorisedInRow(lastKind);
    }

    /** Whether an official must consider interrupting; nothing is interrupted automatically. */
    public boolean interruptionToBeConsidered(TrainingDayKind kind) {
        return unauthorisedInRow(kind) >= UNAUTHORISED_LIMIT;
    }
}
