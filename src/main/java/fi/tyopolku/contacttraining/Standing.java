package fi.tyopolku.contacttraining;

/** How far the contact training of a case has come. The names are API for modellers. */
public enum Standing {

    /** All 25 days are done (S0-24). */
    DONE,

    /** Days are missing and the case holds no place: it never had one, or its group has ended. */
    NO_PLACE,

    /** Five training days in a row without permission wait for an official's decision, Act 380/2023 65 §. */
    ABSENCES,

    /** Days are missing and the training goes on. */
    UNDER_WAY
}
