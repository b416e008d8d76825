package fi.tyopolku.funding.estimates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A job whose support is estimated. Sums are euros a month.
 *
 * @param employerKind as in the application for pay subsidy, such as {@code COMPANY}
 * @param businessActivity whether the employer acts economically
 * @param rulesAsOf the day whose caps count; null for the first day
 * @param stateAidCeilingPercent how much of the wage costs public support may cover
 * @param supplementCeiling the most that the municipality pays a month
 * @param subsidies one after the other, inside the period
 * @param compensations training compensations; those that run at the same time add up
 */
record EstimateRequest(String employerKind, boolean businessActivity, LocalDate start, LocalDate end, LocalDate rulesAsOf,
        BigDecimal monthlyPay, BigDecimal sideCosts, BigDecimal holidayPay, BigDecimal stateAidCeilingPercent,
        BigDecimal supplementCeiling, List<Subsidy> subsidies, List<Compensation> compensations) {

    EstimateRequest {
        subsidies = List.copyOf(subsidies);
        compensations = List.copyOf(compensations);
    }

    LocalDate dayOfRules() {
        return rulesAsOf == null ? start : rulesAsOf;
    }

    BigDecimal wageCosts() {
        return monthlyPay.add(sideCosts).add(holidayPay);
    }

    /** Pay subsidy or 55+ support of 50, 70 or 100 per cent. */
    record Subsidy(int percent, BigDecimal workingTimePercent, LocalDate start, LocalDate end) {

        boolean runsOn(LocalDate day) {
            return !day.isBefore(start) && !day.isAfter(end);
        }
    }

    /** Training compensation of an apprenticeship. */
    record Compensation(BigDecimal monthlyAmount, LocalDate start, LocalDate end) {

        boolean runsOn(LocalDate day) {
            return !day.isBefore(start) && !day.isAfter(end);
        }
    }
}
