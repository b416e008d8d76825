package fi.tyopolku.clients;

/** Where a case stands: from the referral to the end of the clientship. */
public enum CaseStatus {
    REFERRED, OPEN, INTERRUPTED, CLOSED
}
