package fi.tyopolku.notifications;

import java.util.List;
import java.util.Optional;

/** Knows the people who work with the product. Implemented where users are kept; one bean of this type must exist. */
public interface StaffDirectory {

    Optional<StaffMember> member(String userId);

    /** The members of a group (such as {@code coach}) who belong to the municipality. */
    List<StaffMember> membersOf(String group, String municipality);

    /** The name people know a municipality by, 'Kemijärvi' for {@code kemijarvi}. */
    default String municipalityName(String municipality) {
        return municipality;
    }
}
