package fi.tyopolku.funding;

import java.time.LocalDate;
import java.util.Set;

/**
 * What a municipality lays down for its supplement.
 *
 * @param validTo null for until further notice
 * @param maxMonthlyCents the most it pays a month
 * @param maxMonths the longest it pays
 * @param minWorkingTimePercent the least working time, in per cent of full time
 * @param subsidyRequired whether it pays only on top of a pay subsidy
 * @param stateAidPercent share of the wage costs that public support may cover; {@code stateAidPercentReduced} when the
 *     ground is reduced work ability
 * @param employerKinds whom it serves
 */
public record MunicipalTerms(String municipality, LocalDate validFrom, LocalDate validTo, long maxMonthlyCents,
        int maxMonths, int minWorkingTimePercent, boolean subsidyRequired, int stateAidPercent, int stateAidPercentReduced,
        Set<String> employerKinds) {

    public MunicipalTerms {
        employerKinds = Set.copyOf(employerKinds);
    }

    public int stateAidPercentFor(String ground) {
        return "WORK_ABILITY".equals(ground) ? stateAidPercentReduced : stateAidPercent;
    }
}
