package fi.tyopolku.contacttraining;

import fi.tyopolku.contacttraining.AttendanceSheets.Given;
import fi.tyopolku.trainingdays.Mark;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody has typed on the page of a week and the ledger does not hold yet. */
record Typed(List<Given> given, Map<String, String> notes) {

    /** The fields of the document {@code attendanceWeek} beside the marks. */
    static final List<String> NOTES =
            List.of("qualificationsExplored", "workTasksExplored", "companyVisited", "companyVisitedOn");

    static Typed nothing() {
        return new Typed(List.of(), Map.of());
    }

    boolean hasNotes() {
        return notes.values().stream().anyMatch(text -> !text.isBlank());
    }

    Optional<Mark> of(String caseId, LocalDate day) {
        return given.stream().filter(each -> each.caseId().equals(caseId) && each.day().equals(day))
                .flatMap(each -> each.marks().stream()).findFirst();
    }
}
