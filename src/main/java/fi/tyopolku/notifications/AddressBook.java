package fi.tyopolku.notifications;

import java.util.Optional;

/**
 * Knows addresses of partners, {@link Recipient#HOST} and {@link Recipient#EMPLOYER}. Any module may declare a bean of
 * this type; the first that knows an address is used.
 */
public interface AddressBook {

    Optional<Address> addressOf(String caseId, Recipient recipient);
}
