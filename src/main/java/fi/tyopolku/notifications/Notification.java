package fi.tyopolku.notifications;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One mail to send, once.
 *
 * @param caseId   the case; for mail about a training group the id of the group
 * @param template a file name under {@code mail/<language>} without its ending
 * @param key      tells this mail from another of the same case, template and recipient; the same when a job is
 *                 repeated. At most 130 signs
 * @param details  what the template needs beyond the case: no personal data. Dates as {@link java.time.LocalDate} or
 *                 ISO strings are written in the reader's way; codes choose a section {@code name_CODE}. May hold
 *                 {@code municipality} and {@code userId}, see {@link Recipient}
 * @param calendar what the mail does to the reader's calendar; null for nothing
 */
public record Notification(String caseId, String template, Recipient recipient, String key,
        Map<String, Object> details, CalendarEntry calendar) {

    public Notification(String caseId, String template, Recipient recipient, String key, Map<String, Object> details) {
        this(caseId, template, recipient, key, details, null);
    }

    public Notification {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(key, "key");
        details = details == null ? Map.of() : new HashMap<>(details);
    }

    String detail(String name) {
        return details.get(name) instanceof String text && !text.isBlank() ? text : null;
    }
}
