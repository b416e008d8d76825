package fi.tyopolku.studysupport;

import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.notifications.Address;
import fi.tyopolku.notifications.AddressBook;
import fi.tyopolku.notifications.Notification;
import fi.tyopolku.notifications.Recipient;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Addresses of the provider of an educational trial and of the instructor of learning at work. Only for mails of this
 * module, and there before others: other modules know providers and workplaces of the same case too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StudyAddresses implements AddressBook {

    private final DocumentStore documents;

    StudyAddresses(DocumentStore documents) {
        this.documents = documents;
    }

    @Override
    public Optional<Address> addressOf(String caseId, Recipient recipient) {
        return Optional.empty();
    }

    @Override
    public Optional<Address> addressOf(Notification notification) {
        return switch (notification.template()) {
            case "educational-trial-agreed-provider" -> address(notification.caseId(), StudyCases.TRIAL, "providerEmail");
            case "workplace-toolkit" -> address(notification.caseId(), StudyCases.STUDIES, "instructorEmail");
            default -> Optional.empty();
        };
    }

    private Optional<Address> address(String caseId, String kind, String field) {
        return documents.latest(caseId, kind).map(form -> new Address(form.content().path(field).asText(""), null));
    }
}
