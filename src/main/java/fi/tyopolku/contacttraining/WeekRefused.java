package fi.tyopolku.contacttraining;

import java.time.LocalDate;
import java.util.List;

/** A week that was not saved, with everything that is wrong in it. Nothing of it is kept. */
class WeekRefused extends RuntimeException {

    private final transient List<Problem> problems;

    /**
     * @param caseId null where the problem is not one participant's
     * @param day null where it is not one day's
     * @param sentence in the language of whoever asked
     */
    record Problem(String caseId, LocalDate day, String sentence) {
    }

    WeekRefused(List<Problem> problems) {
        super("The week was not saved");
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }
}
