package fi.tyopolku.funding;

import java.math.BigDecimal;

/**
 * What decision table {@code subsidyAmount} (D4) gives.
 *
 * @param percent share of the wage costs paid, 1..100 (86-90, 96 §)
 * @param months longest duration; null where it follows the contract (apprenticeship, 90 §)
 * @param capCentsPerMonth ceiling of a calendar month (94.1 §)
 * @param costFactor 1.23 for the 100 % pay subsidy (88 §), else 1
 * @param workingTimeCapPercent costs count only up to this share of full working time (65 in 88 §); null for no limit
 */
public record SubsidyTerms(
        int percent, Integer months, long capCentsPerMonth, BigDecimal costFactor, Integer workingTimeCapPercent) {

    public SubsidyTerms {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("percent must be 1..100: " + percent);
        }
        if (months != null && months < 1) {
            throw new IllegalArgumentException("months must be positive: " + months);
        }
        if (capCentsPerMonth < 0) {
            throw new IllegalArgumentException("capCentsPerMonth must not be negative: " + capCentsPerMonth);
        }
        if (costFactor == null || costFactor.signum() <= 0) {
            throw new IllegalArgumentException("costFactor must be positive: " + costFactor);
        }
        if (workingTimeCapPercent != null && (workingTimeCapPercent < 1 || workingTimeCapPercent > 100)) {
            throw new IllegalArgumentException("workingTimeCapPercent must be 1..100: " + workingTimeCapPercent);
        }
    }
}
