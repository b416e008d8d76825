package fi.tyopolku.path;

import fi.tyopolku.decisions.DecisionOutcome;
import fi.tyopolku.decisions.DecisionRecords;
import fi.tyopolku.decisions.DecisionTexts;
import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.messages.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The proposal of the table and its reason, for the coach who decides the next step. */
@Component
class NextStepProposal implements ShownValues {

    private static final String TABLE = "nextStepProposal";

    private final DecisionRecords decisions;

    NextStepProposal(DecisionRecords decisions) {
        this.decisions = decisions;
    }

    @Override
    public Set<String> names() {
        return Set.of("nextStepProposalText");
    }

    @Override
    public Object value(String name, OpenForm form) {
        return decisions.latest(form.caseId(), TABLE).map(record -> text(record.outcome())).orElse(null);
    }

    private static String text(DecisionOutcome outcome) {
        Locale locale = LocaleContextHolder.getLocale();
        if (outcome.rows().isEmpty() || outcome.mustBeChecked()) {
            return Texts.in(locale, "path.nextStep.byHand");
        }
        Map<String, Object> row = outcome.single();
        return Texts.in(locale, "path.nextStep.proposal", DecisionTexts.of(TABLE, (String) row.get("code"), locale),
                DecisionTexts.reason(TABLE, row.get("reason"), locale), DecisionTexts.basis(row.get("basis"), locale));
    }
}
