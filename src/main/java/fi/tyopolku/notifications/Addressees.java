package fi.tyopolku.notifications;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.Client;
import fi.tyopolku.clients.ClientCase;
import fi.tyopolku.clients.ClientRegister;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds out who a notification goes to, and what every mail says about the case. */
@Component
class Addressees {

    private final ClientRegister clients;
    private final CaseRegister cases;
    private final StaffDirectory staff;
    private final ObjectProvider<AddressBook> addressBooks;
    private final String publicUrl;

    /**
     * @param key adds the user to the key of the notification where it goes to several people; else empty
     * @param userId null for people without an account
     */
    record Addressee(String key, Address address, String userId) {

        static Addressee nobody() {
            return new Addressee("", null, null);
        }
    }

    Addressees(ClientRegister clients, CaseRegister cases, StaffDirectory staff,
            ObjectProvider<AddressBook> addressBooks, @Value("${tyopolku.public-url}") String publicUrl) {
        this.clients = clients;
        this.cases = cases;
        this.staff = staff;
        this.addressBooks = addressBooks;
        this.publicUrl = publicUrl;
    }

    List<Addressee> of(Notification notification) {
        Recipient recipient = notification.recipient();
        String caseId = notification.caseId();
        if (recipient.isGroup()) {
            return municipality(notification).stream()
                    .flatMap(municipality -> staff.membersOf(recipient.group(), municipality).stream())
                    .map(member -> new Addressee("/" + member.userId(), address(member), member.userId()))
                    .toList();
        }
        Optional<Addressee> found = switch (recipient) {
            case CLIENT -> clients.client(caseId).map(client -> outside(new Address(client.email(), client.language())));
            case REFERRER -> cases.find(caseId).map(referred -> outside(new Address(referred.referrerEmail(), null)));
            case COACH -> cases.coachOf(caseId).flatMap(staff::member).map(Addressees::inside);
            case PREVIOUS_COACH -> cases.previousCoachOf(caseId).flatMap(staff::member).map(Addressees::inside);
            case STAFF_MEMBER -> Optional.ofNullable(notification.detail("userId")).flatMap(staff::member)
                    .map(Addressees::inside);
            default -> addressBooks.orderedStream().flatMap(book -> book.addressOf(notification).stream())
                    .findFirst().map(Addressees::outside);
        };
        return found.stream().toList();
    }

    private static Addressee outside(Address address) {
        return new Addressee("", address, null);
    }

    private static Addressee inside(StaffMember member) {
        return new Addressee("", address(member), member.userId());
    }

    /** The details of the notification, and what every mail may mention; the client's name only to the client. */
    Map<String, Object> details(Notification notification) {
        Map<String, Object> details = new HashMap<>(notification.details());
        details.put("caseId", notification.caseId());
        details.put("publicUrl", publicUrl);
        details.put("municipalityName", municipality(notification).map(staff::municipalityName).orElse(""));
        Optional<StaffMember> coach = cases.coachOf(notification.caseId()).flatMap(staff::member);
        details.put("coachName", coach.map(StaffMember::name).orElse(""));
        details.put("coachEmail", coach.map(StaffMember::email).orElse(""));
        if (notification.recipient() == Recipient.CLIENT) {
            details.put("givenName", clients.client(notification.caseId()).map(Client::givenName).orElse(""));
        }
        return details;
    }

    private Optional<String> municipality(Notification notification) {
        return Optional.ofNullable(notification.detail("municipality"))
                .or(() -> cases.find(notification.caseId()).map(ClientCase::municipality));
    }

    private static Address address(StaffMember member) {
        return new Address(member.email(), member.language());
    }
}
