package fi.tyopolku.employers;

import fi.tyopolku.notifications.Address;
import fi.tyopolku.notifications.AddressBook;
import fi.tyopolku.notifications.Notification;
import fi.tyopolku.notifications.Recipient;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Where mail to employers of the register goes: that of a needs survey, or the one that the detail {@code partnerId}
 * names. Who has not agreed to be written to has no address here.
 */
@Component
class EmployerAddresses implements AddressBook {

    private final EmployerSurveys surveys;
    private final EmployerRegister employers;

    EmployerAddresses(EmployerSurveys surveys, EmployerRegister employers) {
        this.surveys = surveys;
        this.employers = employers;
    }

    @Override
    public Optional<Address> addressOf(String caseId, Recipient recipient) {
        return recipient == Recipient.EMPLOYER ? surveys.employerOf(caseId).map(EmployerAddresses::address) : Optional.empty();
    }

    @Override
    public Optional<Address> addressOf(Notification notification) {
        return notification.recipient() == Recipient.PARTNER && notification.details().get("partnerId") instanceof String id
                ? employers.find(id).map(EmployerAddresses::address)
                : addressOf(notification.caseId(), notification.recipient());
    }

    private static Address address(Employer employer) {
        return new Address(employer.address(), employer.language());
    }
}
