package fi.tyopolku.meetings;

import fi.tyopolku.notifications.Address;
import fi.tyopolku.notifications.AddressBook;
import fi.tyopolku.notifications.Notification;
import fi.tyopolku.notifications.Recipient;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The address of a partner: of the one that the detail {@code partnerId} names, else of the partnership itself. */
@Component
class PartnerAddress implements AddressBook {

    static final String PARTNER_ID = "partnerId";

    private final Partners partners;

    PartnerAddress(Partners partners) {
        this.partners = partners;
    }

    @Override
    public Optional<Address> addressOf(String partnerId, Recipient recipient) {
        return recipient == Recipient.PARTNER
                ? partners.find(partnerId).map(partner -> new Address(partner.contactEmail(), partner.language()))
                : Optional.empty();
    }

    @Override
    public Optional<Address> addressOf(Notification notification) {
        return notification.details().get(PARTNER_ID) instanceof String partnerId
                ? addressOf(partnerId, notification.recipient())
                : addressOf(notification.caseId(), notification.recipient());
    }
}
