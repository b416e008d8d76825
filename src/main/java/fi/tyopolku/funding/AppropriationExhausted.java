package fi.tyopolku.funding;

import fi.tyopolku.messages.Refusal;

/**
 * No valid appropriation has the whole sum left. Nothing was written, and a transaction already under way may go on:
 * the caller may catch this and put the case into the queue.
 */
public class AppropriationExhausted extends Refusal {

    private final String purpose;

    AppropriationExhausted(String purpose) {
        super("funding.exhausted");
        this.purpose = purpose;
    }

    public String purpose() {
        return purpose;
    }
}
