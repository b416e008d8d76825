package fi.tyopolku.funding;

/**
 * Money may be had for a purpose: it has come or come back, or somebody who waited for it has gone. Published in the transaction that brought it, so what a listener reserves
 * stands or falls with it; whoever waits is found with {@link FundingLedger#waiting}.
 */
public record MoneyAvailable(String municipality, String purpose) {
}
