package fi.tyopolku.clients;

/** A case pauses; places and money not yet committed are let go, documents and days stay. */
public record CaseInterrupted(String caseId) {}
