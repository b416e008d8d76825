package fi.tyopolku.clients;

import java.time.LocalDate;

/** A case has ended, at whatever stage. Published once per case, inside the transaction that closes it. */
public record CaseClosed(String caseId, LocalDate on) {
}
