package fi.tyopolku.notifications;

import java.util.Optional;

/**
 * Knows addresses of partners: {@link Recipient#HOST}, {@link Recipient#EMPLOYER}, {@link Recipient#WORKPLACE_COACH},
 * {@link Recipient#PROVIDER} and {@link Recipient#PARTNER}. Any module may declare a bean of
 * this type; the first that knows an address is used.
 */
public interface AddressBook {

    Optional<Address> addressOf(String caseId, Recipient recipient);

    /** For a partner that the case alone does not tell: the details say which, by an id. */
    default Optional<Address> addressOf(Notification notification) {
        return addressOf(notification.caseId(), notification.recipient());
    }
}
