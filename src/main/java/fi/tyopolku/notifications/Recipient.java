package fi.tyopolku.notifications;

/** Who gets a mail. The names are API for modellers. */
public enum Recipient {
    /** the client of the case, in the client's language */
    CLIENT,
    /** whoever sent the referral */
    REFERRER,
    /** the workplace of the on-the-job period, from an {@link AddressBook} */
    HOST,
    /** the employer of the job, from an {@link AddressBook} */
    EMPLOYER,
    /** the workplace coach of a receiving unit, from an {@link AddressBook} */
    WORKPLACE_COACH,
    /** the provider of a training, from an {@link AddressBook} */
    PROVIDER,
    /** a partner of the network, from an {@link AddressBook}; the details say which */
    PARTNER,
    /** the coach of the case */
    COACH,
    /** the coach of the case before the last change */
    PREVIOUS_COACH,
    /** one person: the detail {@code userId} names the user */
    STAFF_MEMBER,
    COACHES("coach"),
    TRAINERS("trainer"),
    SERVICE_ADVISORS("service-advisor"),
    EMPLOYER_LIAISONS("employer-liaison"),
    FUNDING_OFFICERS("funding-officer"),
    MANAGERS("manager");

    private final String group;

    Recipient() {
        this(null);
    }

    /** Everyone of the group in the municipality: that of the detail {@code municipality}, else that of the case. */
    Recipient(String group) {
        this.group = group;
    }

    boolean isGroup() {
        return group != null;
    }

    String group() {
        return group;
    }
}
