package fi.tyopolku.contacttraining;

import fi.tyopolku.network.TrainingGroup;
import fi.tyopolku.trainingdays.DayBalance;
import fi.tyopolku.trainingdays.DayCorrection;
import fi.tyopolku.trainingdays.TrainingDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One week of a group: a row for each participant, a column for each day.
 *
 * @param monday the first day of the week
 * @param taught the teaching days of the week
 * @param days taught and make-up days, in order
 * @param freeDays days within the group's time that are not among the days
 * @param isRecorded the week has been completed: from now on marks are corrected only
 */
record WeekSheet(TrainingGroup group, LocalDate monday, List<LocalDate> taught, List<LocalDate> days,
        List<LocalDate> freeDays, boolean isRecorded, List<Row> rows) {

    /**
     * @param label given name and initial, with the case id where two share it
     * @param isParticipant false for somebody who has left the group but was there in this week
     * @param cells by day, in order
     */
    record Row(String caseId, String label, boolean isParticipant, DayBalance balance, Map<LocalDate, Cell> cells) {
    }

    /**
     * @param recorded the mark in the ledger, null when there is none
     * @param corrections of this day, oldest first
     * @param isRequired the week is not full without a mark here
     */
    record Cell(State state, TrainingDay recorded, List<DayCorrection> corrections, boolean isRequired) {
    }

    /** What can be done with a cell. */
    enum State {
        /** May be marked. */
        OPEN,
        /** The group's mark stands; it is corrected with a reason. */
        SAVED,
        /** No mark, and the week is recorded or the person has left: a mark is added with a reason. */
        MISSING,
        /** The day belongs to a workplace or to another group. */
        ELSEWHERE,
        /** The day has not come. */
        FUTURE,
        /** The person was not in the group yet. */
        NOT_YET
    }

    Optional<Row> row(String caseId) {
        return rows.stream().filter(row -> row.caseId().equals(caseId)).findFirst();
    }

    Optional<Cell> cell(String caseId, LocalDate day) {
        return row(caseId).map(row -> row.cells().get(day));
    }

    /** Marks that are still needed before the week is full; days to come are among them. */
    long missing() {
        return count(cell -> cell.isRequired() && cell.recorded() == null);
    }

    /** Marks that are needed and could be given now. */
    long missingNow() {
        return count(cell -> cell.isRequired() && cell.state() == State.OPEN);
    }

    boolean canBeMarked() {
        return count(cell -> cell.state() == State.OPEN) > 0;
    }

    private long count(Predicate<Cell> matching) {
        return rows.stream().flatMap(row -> row.cells().values().stream()).filter(matching).count();
    }
}
