package fi.tyopolku.shortnotice;

/**
 * One client who may be offered a place.
 *
 * @param placeId the reported place, also the id under which its documents are kept
 * @param matchCode why it suits, a code of the decision table {@code shortNoticeMatch}
 * @param asked how often the client was asked
 * @param nameToProvider the client allows that the provider is told the name
 */
public record Offer(long id, String placeId, String caseId, int round, String matchCode, OfferState state, int asked,
        boolean toldGone, boolean nameToProvider) {
}
