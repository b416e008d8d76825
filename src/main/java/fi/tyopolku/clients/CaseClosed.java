package fi.tyopolku.clients;

/** A case has ended; whoever holds something for it lets go. */
public record CaseClosed(String caseId, java.time.LocalDate on) {}
