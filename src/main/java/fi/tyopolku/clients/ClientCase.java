package fi.tyopolku.clients;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One path of one client.
 *
 * @param coach         user id of who coaches now, the deputy while one stands in; null until a coach is assigned
 * @param registeredOn  the day the job search started
 * @param openedAt      null until the referral is accepted
 * @param closedOn      null until the case is closed, as are outcome and retentionEnds
 * @param retentionEnds the day after which the data must go: four years after the end of the clientship (Act 380/2023
 *                      122 §)
 */
public record ClientCase(String caseId, long clientId, String municipality, String coach, CaseStatus status,
        ReferralSource source, String referrerName, String referrerEmail, LocalDate registeredOn, Instant openedAt,
        LocalDate closedOn, String outcome, LocalDate retentionEnds) {

    @Override
    public String toString() {
        return "ClientCase[" + caseId + ", " + status + "]";
    }
}
