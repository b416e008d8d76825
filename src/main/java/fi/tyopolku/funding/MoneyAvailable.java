package fi.tyopolku.funding;

/**
 * Money has come or come back for a purpose. Published in the transaction that brought it, so what a listener reserves
 * stands or falls with it; whoever waits is found with {@link FundingLedger#waiting}.
 */
public record MoneyAvailable(String municipality, String purpose) {
}
