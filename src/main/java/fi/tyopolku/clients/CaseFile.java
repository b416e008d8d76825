package fi.tyopolku.clients;

/** A case with its client. */
public record CaseFile(ClientCase clientCase, Client client) {

    public String caseId() {
        return clientCase.caseId();
    }
}
