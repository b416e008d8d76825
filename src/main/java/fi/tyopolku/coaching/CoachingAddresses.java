package fi.tyopolku.coaching;

import fi.tyopolku.notifications.Address;
import fi.tyopolku.notifications.AddressBook;
import fi.tyopolku.notifications.Notification;
import fi.tyopolku.notifications.Recipient;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The workplace coach of the case and, for mail about coaching only, the employer of the coached job: an earlier
 * application for a subsidy may name another one.
 */
@Component
@Order(0)
class CoachingAddresses implements AddressBook {

    private final WorkplaceCoachings coachings;
    private final Sheets sheets;

    CoachingAddresses(WorkplaceCoachings coachings, Sheets sheets) {
        this.coachings = coachings;
        this.sheets = sheets;
    }

    @Override
    public Optional<Address> addressOf(String caseId, Recipient recipient) {
        return recipient != Recipient.WORKPLACE_COACH ? Optional.empty()
                : coachings.coachOf(caseId).map(coach -> new Address(coach.email(), coach.language()));
    }

    @Override
    public Optional<Address> addressOf(Notification notification) {
        return notification.recipient() == Recipient.EMPLOYER && notification.template().startsWith("coaching-")
                ? sheets.find(notification.caseId(), CoachedJobs.JOB).map(job -> new Address(
                        job.path("employerEmail").asText(null), job.path("employerLanguage").asText(null)))
                : addressOf(notification.caseId(), notification.recipient());
    }
}
