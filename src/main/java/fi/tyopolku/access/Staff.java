package fi.tyopolku.access;

import java.util.List;
import java.util.Optional;

/** Finds the people who work with cases. Answers the same whoever asks: it is for the product, not for a screen. */
public interface Staff {

    /** The key under which a person's language is kept with the account. */
    String LANGUAGE = "language";

    Optional<StaffMember> member(String userId);

    /** The people of a group who belong to a municipality, by user id. */
    List<StaffMember> inGroup(String group, String municipality);
}
