package fi.tyopolku.notifications;

import fi.tyopolku.calendar.WorkingDays;
import fi.tyopolku.messages.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One mail in the morning instead of many. Tasks are looked up as they are now, so nobody is reminded of what was done
 * meanwhile; reminders that waited are left out for the same reason.
 */
@Service
public class MorningDigest {

    private static final String TEMPLATE = "morning-digest";

    private final DigestItems items;
    private final DueWork work;
    private final StaffDirectory staff;
    private final MailTemplates templates;
    private final Postman postman;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final String publicUrl;
    private final TransactionTemplate transaction;

    MorningDigest(DigestItems items, DueWork work, StaffDirectory staff, MailTemplates templates, Postman postman,
            WorkingDays workingDays, Clock clock, @Value("${tyopolku.public-url}") String publicUrl,
            PlatformTransactionManager transactions) {
        this.items = items;
        this.work = work;
        this.staff = staff;
        this.templates = templates;
        this.postman = postman;
        this.workingDays = workingDays;
        this.clock = clock;
        this.publicUrl = publicUrl;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Sends everybody's digest; on a day that is no working day nothing.
     *
     * @throws MailNotSentException when the mail server does not take one; repeat the call, whoever got theirs
     *                              gets no second one that day
     */
    public void send() {
        LocalDate today = LocalDate.now(clock);
        if (workingDays.isWorkingDay(today)) {
            MailNotSentException.sendToEach(items.readers(),
                    reader -> transaction.executeWithoutResult(status -> sendTo(reader, today)));
        }
    }

    private void sendTo(String userId, LocalDate today) {
        if (!items.isFirstOn(today, userId)) {
            return;
        }
        List<DigestItems.Item> news = items.take(userId).stream()
                .filter(item -> !MailTemplates.isReminder(item.template())).toList();
        StaffMember reader = staff.member(userId).filter(member -> member.email() != null
                && Postman.isUsable(member.email())).orElse(null);
        if (reader == null) {
            return;
        }
        Locale locale = Locale.forLanguageTag(reader.language());
        List<DueWork.Task> due = work.of(userId, today, locale);
        if (news.isEmpty() && due.isEmpty()) {
            return;
        }
        Map<String, Object> details = new HashMap<>();
        details.put("publicUrl", publicUrl);
        details.put("tasks", due.stream().map(task -> Map.of("name", task.name(), "due", Dates.shown(task.due()),
                "isLate", task.due().isBefore(today), "case", task.caseId() == null ? "" : task.caseId())).toList());
        details.put("hasTasks", !due.isEmpty());
        details.put("news", news.stream().map(item -> Map.of("title", item.title(), "case", item.subjectId())).toList());
        details.put("hasNews", !news.isEmpty());
        postman.deliver(TEMPLATE, reader.email(), reader.language(), "<digest-" + today + "-"
                + Integer.toHexString(userId.hashCode()) + "@tyopolku>", templates.render(TEMPLATE, reader.language(), details),
                List.of());
    }
}
