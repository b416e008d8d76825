package fi.tyopolku.notifications;

import java.time.Instant;

/**
 * A line of the sent-log.
 *
 * @param messageId the Message-ID header, also that of a repeated attempt
 * @param reason    why nothing was sent; null for what was sent
 */
public record MailRecord(String caseId, String template, Recipient recipient, String key, String messageId,
        boolean sent, Reason reason, Instant handledAt) {

    /** Why the path went on without a mail. */
    public enum Reason {
        /** nobody to write to, or the person has no email address */
        NO_ADDRESS,
        /** the address has not the form of one */
        ADDRESS_UNUSABLE,
        /** the mail server says that the address does not exist */
        ADDRESS_REFUSED,
        /** a reminder of a case that is closed */
        CASE_CLOSED,
        /** the person wants one mail in the morning, see {@link MorningDigest} */
        IN_DIGEST
    }
}
