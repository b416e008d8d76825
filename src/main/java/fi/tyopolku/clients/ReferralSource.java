package fi.tyopolku.clients;

/** Who sends clients to the path. The employment authority was the TE Office until the end of 2024. */
public enum ReferralSource {
    DEVELOPMENT_PROJECT, REHABILITATIVE_WORK, EMPLOYMENT_AUTHORITY, WALK_IN, ASSOCIATION
}
