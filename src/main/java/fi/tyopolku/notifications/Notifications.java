package fi.tyopolku.notifications;

import fi.tyopolku.clients.CaseClosed;
import fi.tyopolku.notifications.Addressees.Addressee;
import fi.tyopolku.notifications.MailRecord.Reason;
import fi.tyopolku.messages.Texts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends mail, each one once. */
@Service
public class Notifications {

    private final Addressees addressees;
    private final MailTemplates templates;
    private final SentLog sentLog;
    private final Postman postman;
    private final CalendarBook calendar;
    private final DigestItems digest;
    private final TransactionTemplate ownTransaction;

    Notifications(Addressees addressees, MailTemplates templates, SentLog sentLog, Postman postman,
            CalendarBook calendar, DigestItems digest, PlatformTransactionManager transactions) {
        this.addressees = addressees;
        this.templates = templates;
        this.sentLog = sentLog;
        this.postman = postman;
        this.calendar = calendar;
        this.digest = digest;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Sends the mail to everyone it is for, unless that was done before. Who has no address is recorded as not sent, so
     * that a path never waits for an address.
     *
     * <p>Each mail is recorded in a transaction of its own, which commits when the mail server has taken the mail: a
     * caller that fails later and is repeated sends nothing twice, two callers at the same moment wait for each other,
     * and a mail that cannot be handed over leaves no record. Only when that last commit fails is the mail sent again,
     * with the same Message-ID.
     *
     * @throws MailNotSentException     when some mail could not be handed over; repeat the call, what was sent stays
     * @throws IllegalArgumentException when the template is unknown or a detail is missing
     */
    public void send(Notification notification) {
        templates.detailsOf(notification.template());
        if (MailTemplates.isReminder(notification.template()) && sentLog.remindersStopped(notification.caseId())) {
            handle(notification, Addressee.nobody(), Reason.CASE_CLOSED);
            return;
        }
        List<Addressee> found = addressees.of(notification);
        if (found.isEmpty()) {
            handle(notification, Addressee.nobody(), Reason.NO_ADDRESS);
            return;
        }
        MailNotSentException.sendToEach(found, addressee -> handle(notification, addressee,
                waitsForMorning(notification, addressee) ? Reason.IN_DIGEST : obstacle(addressee.address())));
    }

    /**
     * Whether somebody whom the mail is for counts on what it cancels: has it in the calendar and it is not over or on its
     * last day. A mail that cancels nothing is expected by nobody.
     */
    public boolean isExpecting(Notification notification) {
        return notification.calendar() != null && addressees.of(notification).stream().anyMatch(addressee ->
                calendar.isExpecting(notification.caseId(), reader(notification, addressee), notification.calendar()));
    }

    /** The names of all details that a template mentions: see {@link Notification#details()}. */
    public Set<String> detailsOf(String template) {
        return templates.detailsOf(template);
    }

    /** What people call a mail: its subject, in the reader's language. */
    public String titleOf(String template, Locale locale) {
        return templates.titleOf(template, Texts.supported(locale).getLanguage());
    }

    /** What was sent about a case, oldest first, and what was not. */
    public List<MailRecord> sentFor(String caseId) {
        return sentLog.of(caseId);
    }

    /** From now on templates {@code reminder-*} of this case are not sent. May be repeated. */
    public void cancelReminders(String caseId) {
        sentLog.stopReminders(caseId);
    }

    @EventListener
    void on(CaseClosed closed) {
        cancelReminders(closed.caseId());
    }

    private void handle(Notification notification, Addressee addressee, Reason obstacle) {
        String key = notification.key() + addressee.key();
        if (sentLog.contains(notification, key)) {
            return;
        }
        String messageId = messageId(notification, key);
        String language = language(addressee.address());
        MailText text = obstacle == null || obstacle == Reason.IN_DIGEST ? render(notification, language) : null;
        try {
            ownTransaction.executeWithoutResult(status -> {
                sentLog.add(notification, key, messageId, language, obstacle);
                if (obstacle == Reason.IN_DIGEST) {
                    digest.add(addressee.userId(), notification, text.subject());
                } else if (text != null && !postman.deliver(notification.template(), addressee.address().email(), language,
                        messageId, text, entries(notification, addressee))) {
                    sentLog.markNotSent(messageId, Reason.ADDRESS_REFUSED);
                }
            });
        } catch (DuplicateKeyException alreadySentMeanwhile) {
            // The other caller waited for the mail server on our behalf.
        }
    }

    /**
     * A calendar entry does not wait: the meeting may be this morning. Nor does a reminder to a group: the digest lists
     * the reader's own tasks, and what it reminds of belongs to nobody yet.
     */
    private boolean waitsForMorning(Notification notification, Addressee addressee) {
        boolean isReminderToGroup = notification.recipient().group() != null
                && MailTemplates.isReminder(notification.template());
        return addressee.userId() != null && notification.calendar() == null && !isReminderToGroup
                && digest.isWantedBy(addressee.userId());
    }

    private List<CalendarBook.Sent> entries(Notification notification, Addressee addressee) {
        return notification.calendar() == null ? List.of() : calendar.note(notification.caseId(),
                reader(notification, addressee), notification.calendar());
    }

    /** Stays the same from the invitation to the cancellation. */
    private static String reader(Notification notification, Addressee addressee) {
        if (addressee.userId() != null) {
            return addressee.userId();
        }
        String partner = notification.detail("partnerId");
        return notification.recipient().name() + (partner == null ? "" : ":" + partner);
    }

    private MailText render(Notification notification, String language) {
        Map<String, Object> details = addressees.details(notification);
        return templates.render(notification.template(), language, details);
    }

    private static Reason obstacle(Address address) {
        if (address.email() == null || address.email().isBlank()) {
            return Reason.NO_ADDRESS;
        }
        return Postman.isUsable(address.email()) ? null : Reason.ADDRESS_UNUSABLE;
    }

    private static String language(Address address) {
        String language = address == null ? null : address.language();
        return language != null && MailTemplates.LANGUAGES.contains(language) ? language : "fi";
    }

    private static String messageId(Notification notification, String key) {
        String unique = String.join("\n", notification.caseId(), notification.template(),
                notification.recipient().name(), key);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(unique.getBytes(StandardCharsets.UTF_8));
            return "<" + HexFormat.of().formatHex(hash, 0, 16) + "@tyopolku>";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
