package fi.tyopolku.worktrial;

import fi.tyopolku.decisions.DecisionOutcome;
import fi.tyopolku.decisions.DecisionRecord;
import fi.tyopolku.decisions.DecisionRecords;
import fi.tyopolku.decisions.DecisionTexts;
import fi.tyopolku.trainingdays.LegalForm;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reads what the decision tables say about an agreement. Bean {@code trialLimits} for gateways; the codes are those that
 * {@code ${decide}} gives, joined by commas.
 */
@Component("trialLimits")
public class TrialLimits {

    /** The signatures are asked for when the terms are lawful. */
    private static final String AGREEMENT_INCOMPLETE = "AGREEMENT_INCOMPLETE";
    /** Good to know: the six months of work trial begin anew, 380/2023 55.2 §. */
    private static final String COUNTER_RESETS = "COUNTER_RESETS";
    private static final Set<String> NO_BREACH =
            Set.of(AGREEMENT_INCOMPLETE, COUNTER_RESETS, DecisionOutcome.CHECK_BY_HAND, "");
    private static final Map<LegalForm, String> TABLES = Map.of(
            LegalForm.WORK_TRIAL, "workTrialLimits",
            LegalForm.LABOUR_MARKET_TRAINING, "labourMarketTrainingLimits",
            LegalForm.TRAINING_AGREEMENT, "trainingAgreementLimits",
            LegalForm.REHABILITATIVE_WORK, "rehabilitativeWorkLimits");

    private final TrialAgreements agreements;
    private final DecisionRecords records;

    TrialLimits(TrialAgreements agreements, DecisionRecords records) {
        this.agreements = agreements;
        this.records = records;
    }

    /** Whether the terms break a limit. */
    public boolean broken(String codes) {
        return Arrays.stream(codes.split(",")).anyMatch(TrialLimits::isBreach);
    }

    /** Whether a person must look, because a fact is missing or the table does not hold the law of that time. */
    public boolean unclear(String codes) {
        return Arrays.asList(codes.split(",")).contains(DecisionOutcome.CHECK_BY_HAND);
    }

    String breaches(String caseId, Locale locale) {
        return lines(caseId, TrialLimits::isBreach, locale);
    }

    String questions(String caseId, Locale locale) {
        return lines(caseId, DecisionOutcome.CHECK_BY_HAND::equals, locale);
    }

    String information(String caseId, Locale locale) {
        return lines(caseId, COUNTER_RESETS::equals, locale);
    }

    private static boolean isBreach(String code) {
        return !NO_BREACH.contains(code);
    }

    /** @return a list in markdown, null where there is nothing to say */
    private String lines(String caseId, Predicate<String> wanted, Locale locale) {
        List<Map<String, Object>> rows = latest(caseId);
        String lines = rows.stream().filter(row -> wanted.test((String) row.get("code")))
                .map(row -> "- " + sentence(caseId, row, locale) + " ("
                        + DecisionTexts.basis(row.get("basis"), locale) + ")")
                .distinct().collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : lines;
    }

    private List<Map<String, Object>> latest(String caseId) {
        return table(caseId).flatMap(table -> records.latest(caseId, table)).map(DecisionRecord::outcome)
                .map(DecisionOutcome::rows).orElse(List.of());
    }

    /** For a missing fact the table's own question. */
    private String sentence(String caseId, Map<String, Object> row, Locale locale) {
        String code = (String) row.get("code");
        String table = table(caseId).orElseThrow();
        return DecisionOutcome.CHECK_BY_HAND.equals(code) ? DecisionTexts.reason(table, row.get("reason"), locale)
                : DecisionTexts.of(table, code, locale);
    }

    private Optional<String> table(String caseId) {
        return agreements.content(caseId).map(agreement -> agreement.path("legalForm").asText(""))
                .filter(form -> !form.isEmpty()).map(form -> TABLES.get(LegalForm.valueOf(form)));
    }
}
