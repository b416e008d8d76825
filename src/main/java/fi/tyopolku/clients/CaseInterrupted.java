package fi.tyopolku.clients;

/**
 * A case pauses, or leaves for another municipality: places and money that is not yet committed become free. Published
 * inside the transaction.
 */
public record CaseInterrupted(String caseId) {
}
