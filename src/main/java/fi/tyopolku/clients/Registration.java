package fi.tyopolku.clients;

/**
 * What came of a referral.
 *
 * @param caseId      the case of the person
 * @param alreadyOpen true when the person had a path here before this referral; then nothing was changed
 */
public record Registration(String caseId, boolean alreadyOpen) {
}
