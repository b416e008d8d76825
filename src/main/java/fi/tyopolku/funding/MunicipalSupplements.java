package fi.tyopolku.funding;

import fi.tyopolku.decisions.DecisionOutcome;
import fi.tyopolku.decisions.DecisionTables;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Whether a municipality may pay a supplement and how much at most (rules.md D6): its own terms, and the limit that
 * subsidy, supplement and training compensation together cover at most the wage costs, 1.23 times for the 100 per cent
 * pay subsidy (Act 380/2023, 93 §). The table {@code municipalSupplement} says yes, no or "check by hand".
 */
@Service
public class MunicipalSupplements {

    public static final String TABLE = "municipalSupplement";

    private static final BigDecimal FULL_COST_FACTOR = new BigDecimal("1.23");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Regulation (EU) 2023/2831: de minimis aid of one undertaking in three years. */
    private static final BigDecimal DE_MINIMIS_CEILING = BigDecimal.valueOf(300_000);
    private static final Set<String> ECONOMIC = Set.of("COMPANY", "NATURAL_PERSON");
    private static final Set<String> GRANTED = Set.of("WHOLE_AMOUNT", "CUT_TO_STACKING_LIMIT", "CUT_TO_STATE_AID_CEILING");

    private final MunicipalTermsRegister register;
    private final DecisionTables tables;

    MunicipalSupplements(MunicipalTermsRegister register, DecisionTables tables) {
        this.register = register;
        this.tables = tables;
    }

    /**
     * What is asked. Anything but the municipality and the days may be null: then a person must look.
     *
     * @param use WAGE_COST, LICENCE or OTHER_COST
     * @param ground of the subsidy, such as SKILLS; NONE without one
     * @param wageCosts euros in a full month; {@code subsidy} and {@code otherSupport} likewise
     * @param deMinimisUsed euros in three years
     */
    public record Question(String municipality, LocalDate from, LocalDate to, Boolean paySubsidy, String ground, String use,
            String employerKind, BigDecimal workingTimePercent, BigDecimal wageCosts, BigDecimal subsidy,
            BigDecimal otherSupport, BigDecimal deMinimisUsed) {
    }

    /**
     * @param monthlyCents the most that can be paid a month; null while a sum is missing or no terms hold
     * @param totalCents the same for the whole time, at most the months of the terms; null likewise
     */
    public record Answer(DecisionOutcome outcome, Map<String, Object> facts, Long monthlyCents, Long totalCents) {

        /** True for yes, false for no, null when a person must look. */
        public Boolean isGranted() {
            if (outcome.certainCodes().stream().anyMatch(code -> !GRANTED.contains(code))) {
                return false;
            }
            return outcome.mustBeChecked() || outcome.rows().isEmpty() ? null : Boolean.TRUE;
        }
    }

    public Answer ask(Question question) {
        Optional<MunicipalTerms> terms = question.employerKind() == null ? Optional.empty()
                : register.on(question.from(), question.municipality(), question.employerKind());
        Sums sums = terms.map(found -> sums(question, found)).orElse(Sums.UNKNOWN);
        Map<String, Object> facts = new HashMap<>();
        facts.put("paySubsidy", question.paySubsidy());
        facts.put("subsidyRequired", terms.map(MunicipalTerms::subsidyRequired).orElse(null));
        facts.put("ground", question.ground());
        facts.put("use", question.use());
        facts.put("employerKindServed", question.employerKind() == null ? null : terms.isPresent());
        facts.put("workingTimeEnough", terms.map(found -> isEnough(question, found)).orElse(null));
        facts.put("deMinimisRoom", deMinimisRoom(question, sums.total()));
        facts.put("roomLeft", sums.limit() == null ? null : sums.limit().signum() > 0);
        facts.put("limitedBy", sums.limitedBy());
        DecisionOutcome outcome = tables.evaluate(TABLE, Map.of("supplement", facts));
        return new Answer(outcome, facts, cents(sums.limit()), cents(sums.total()));
    }

    private record Sums(BigDecimal limit, String limitedBy, BigDecimal total) {

        static final Sums UNKNOWN = new Sums(null, null, null);
    }

    private static Sums sums(Question question, MunicipalTerms terms) {
        if (question.wageCosts() == null || question.subsidy() == null || question.otherSupport() == null) {
            return Sums.UNKNOWN;
        }
        BigDecimal paid = question.subsidy().add(question.otherSupport());
        BigDecimal factor = "FULL_100".equals(question.ground()) ? FULL_COST_FACTOR : BigDecimal.ONE;
        BigDecimal stacking = question.wageCosts().multiply(factor).subtract(paid);
        BigDecimal stateAid = question.wageCosts().multiply(factor)
                .multiply(BigDecimal.valueOf(terms.stateAidPercentFor(question.ground()))).divide(HUNDRED).subtract(paid);
        BigDecimal most = BigDecimal.valueOf(terms.maxMonthlyCents(), 2);
        BigDecimal limit = most.min(stacking).min(stateAid).max(BigDecimal.ZERO).setScale(2, RoundingMode.DOWN);
        String limitedBy = most.compareTo(stacking.min(stateAid)) <= 0 ? "NONE"
                : stacking.compareTo(stateAid) <= 0 ? "STACKING" : "STATE_AID";
        BigDecimal months = Months.of(question.from(), question.to()).min(BigDecimal.valueOf(terms.maxMonths()));
        return new Sums(limit, limitedBy, limit.multiply(months).setScale(2, RoundingMode.DOWN));
    }

    private static Boolean isEnough(Question question, MunicipalTerms terms) {
        return question.workingTimePercent() == null ? null
                : question.workingTimePercent().compareTo(BigDecimal.valueOf(terms.minWorkingTimePercent())) >= 0;
    }

    /** Aid to whoever does not act economically is no state aid. */
    private static Boolean deMinimisRoom(Question question, BigDecimal total) {
        if (question.employerKind() == null) {
            return null;
        }
        if (!ECONOMIC.contains(question.employerKind())) {
            return true;
        }
        return question.deMinimisUsed() == null || total == null ? null
                : question.deMinimisUsed().add(total).compareTo(DE_MINIMIS_CEILING) <= 0;
    }

    private static Long cents(BigDecimal euros) {
        return euros == null ? null : Euros.toCents(euros);
    }
}
