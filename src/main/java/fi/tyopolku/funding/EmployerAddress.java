package fi.tyopolku.funding;

import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.notifications.Address;
import fi.tyopolku.notifications.AddressBook;
import fi.tyopolku.notifications.Recipient;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The employer's address stands in the application. */
@Component
class EmployerAddress implements AddressBook {

    private final DocumentStore documents;

    EmployerAddress(DocumentStore documents) {
        this.documents = documents;
    }

    @Override
    public Optional<Address> addressOf(String caseId, Recipient recipient) {
        return recipient != Recipient.EMPLOYER ? Optional.empty()
                : documents.latest(caseId, SubsidyApplications.APPLICATION).map(application -> new Address(
                        application.content().path("employerEmail").asText(null),
                        application.content().path("employerLanguage").asText(null)));
    }
}
