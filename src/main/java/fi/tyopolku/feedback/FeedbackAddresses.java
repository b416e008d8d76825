package fi.tyopolku.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.notifications.Address;
import fi.tyopolku.notifications.AddressBook;
import fi.tyopolku.notifications.Notification;
import fi.tyopolku.notifications.Recipient;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Addresses that the coach gave for the request; they go before others, but for feedback only. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FeedbackAddresses implements AddressBook {

    static final String DOCUMENT = "feedbackRequest";
    private static final Set<String> TEMPLATES = Set.of(Feedback.REQUEST, Feedback.REMINDER);

    private final DocumentStore documents;

    FeedbackAddresses(DocumentStore documents) {
        this.documents = documents;
    }

    @Override
    public Optional<Address> addressOf(String caseId, Recipient recipient) {
        return Optional.empty();
    }

    @Override
    public Optional<Address> addressOf(Notification notification) {
        if (!TEMPLATES.contains(notification.template())) {
            return Optional.empty();
        }
        return switch (notification.recipient()) {
            case EMPLOYER -> given(notification.caseId(), "employer");
            case PROVIDER -> given(notification.caseId(), "provider");
            default -> Optional.empty();
        };
    }

    private Optional<Address> given(String caseId, String party) {
        return documents.latest(caseId, DOCUMENT).map(request -> request.content())
                .filter(content -> content.hasNonNull(party + "Email") && !content.get(party + "Email").asText().isBlank())
                .map(content -> address(content, party));
    }

    private static Address address(JsonNode content, String party) {
        return new Address(content.get(party + "Email").asText(), content.path(party + "Language").asText("fi"));
    }
}
