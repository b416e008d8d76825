package fi.tyopolku.funding;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A case asks for money.
 *
 * @param funder only from this funder's appropriations; null for any funder of the municipality and purpose
 * @param amountCents the whole sum for the whole period
 * @param startsOn when the job or service starts; the appropriation must be valid on that date
 * @param discretionary whether the authority may refuse for lack of money (the 55+ support is not discretionary)
 * @param by user id
 * @param reference tells lines of one case and purpose apart; null where a case has one line for a purpose
 * @param project only from appropriations of this project; null for money that belongs to no project
 */
public record ReservationRequest(
        String caseId,
        String municipality,
        String purpose,
        String funder,
        long amountCents,
        LocalDate startsOn,
        boolean discretionary,
        String by,
        String reference,
        String project) {

    public ReservationRequest {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(municipality, "municipality");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(startsOn, "startsOn");
        Objects.requireNonNull(by, "by");
    }

    /** The one line of the case for the purpose. */
    public ReservationRequest(String caseId, String municipality, String purpose, String funder, long amountCents,
            LocalDate startsOn, boolean discretionary, String by) {
        this(caseId, municipality, purpose, funder, amountCents, startsOn, discretionary, by, null, null);
    }

    public static ReservationRequest from(
            String caseId, String municipality, String purpose, long amountCents, LocalDate startsOn, String by) {
        boolean discretionary = !FundingPurpose.EMPLOYMENT_SUPPORT_55.equals(purpose);
        return new ReservationRequest(
                caseId, municipality, purpose, null, amountCents, startsOn, discretionary, by);
    }
}
