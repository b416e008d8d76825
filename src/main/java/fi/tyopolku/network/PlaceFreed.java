package fi.tyopolku.network;

/**
 * A place came free and this case, the first in the waiting list, now holds it. Published in the transaction that
 * freed the place.
 */
public record PlaceFreed(String caseId, String groupId) {
}
