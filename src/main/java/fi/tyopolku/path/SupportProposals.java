package fi.tyopolku.path;

import fi.tyopolku.decisions.DecisionOutcome;
import fi.tyopolku.decisions.DecisionRecord;
import fi.tyopolku.decisions.DecisionRecords;
import fi.tyopolku.decisions.DecisionTexts;
import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The supports that the survey suggests, each with the reason that the decision table gave, as rows to read. */
@Component
class SupportProposals implements ShownValues {

    private static final String DECISION = "supportNeeds";

    private final DecisionRecords decisions;

    SupportProposals(DecisionRecords decisions) {
        this.decisions = decisions;
    }

    @Override
    public Set<String> names() {
        return Set.of("proposedSupports");
    }

    @Override
    public Object value(String name, OpenForm form) {
        Locale locale = LocaleContextHolder.getLocale();
        return decisions.latest(form.caseId(), DECISION).map(DecisionRecord::outcome).map(DecisionOutcome::rows)
                .orElse(List.of()).stream().map(row -> shown(row, locale)).toList();
    }

    private static Map<String, Object> shown(Map<String, Object> row, Locale locale) {
        return Map.of("support", DecisionTexts.of(DECISION, (String) row.get("code"), locale),
                "reason", DecisionTexts.reason(DECISION, row.get("reason"), locale), "basis",
                DecisionTexts.basis(row.get("basis"), locale));
    }
}
