package fi.tyopolku.shortnotice;

/** Something happened to an offer, by whomever; published inside the transaction. */
public record OfferChanged(String placeId, String caseId) {
}
