package fi.tyopolku.worktrial;

import fi.tyopolku.notifications.Address;
import fi.tyopolku.notifications.AddressBook;
import fi.tyopolku.notifications.Recipient;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where mail to the workplace of the period goes: the address in the agreement. */
@Component
class HostAddress implements AddressBook {

    private final TrialAgreements agreements;

    HostAddress(TrialAgreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public Optional<Address> addressOf(String caseId, Recipient recipient) {
        return recipient == Recipient.HOST
                ? agreements.content(caseId).map(agreement -> new Address(agreement.path("hostEmail").asText(""), null))
                : Optional.empty();
    }
}
