package fi.tyopolku.notifications;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Knows the work of a person that is due; implemented where tasks are. */
public interface DueWork {

    /** The open tasks of a person that are due on the day or before it, the oldest first. */
    List<Task> of(String userId, LocalDate day, Locale locale);

    /**
     * @param name in the reader's language
     * @param caseId null where the task belongs to no case
     */
    record Task(String name, String caseId, LocalDate due) {
    }
}
