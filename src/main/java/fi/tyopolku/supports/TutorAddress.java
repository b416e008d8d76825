package fi.tyopolku.supports;

import fi.tyopolku.notifications.Address;
import fi.tyopolku.notifications.AddressBook;
import fi.tyopolku.notifications.Notification;
import fi.tyopolku.notifications.Recipient;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where mail to the tutor of a case goes. Other mail to partners is for other books. */
@Component
class TutorAddress implements AddressBook {

    private static final String TEMPLATE = "tutor-chosen";

    private final Tutors tutors;

    TutorAddress(Tutors tutors) {
        this.tutors = tutors;
    }

    @Override
    public Optional<Address> addressOf(String caseId, Recipient recipient) {
        return Optional.empty();
    }

    @Override
    public Optional<Address> addressOf(Notification notification) {
        return notification.recipient() == Recipient.PARTNER && TEMPLATE.equals(notification.template())
                ? tutors.of(notification.caseId()).map(tutor -> new Address(tutor.email(), tutor.language()))
                : Optional.empty();
    }
}
