package fi.tyopolku.clients;

/** A case goes on in another municipality under the same id. Published inside the transaction that moves it. */
public record CaseMoved(String caseId, String fromMunicipality, String toMunicipality) {
}
