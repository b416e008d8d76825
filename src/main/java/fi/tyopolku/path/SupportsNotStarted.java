package fi.tyopolku.path;

import fi.tyopolku.clientservices.Overlap;
import fi.tyopolku.decisions.DecisionOutcome;
import fi.tyopolku.decisions.DecisionTexts;
import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.path.SupportNeeds.State;
import fi.tyopolku.path.SupportNeeds.SupportNeed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The needs that no service could answer yet, each with what stands in the way today, as rows to read. */
@Component("supportsNotStartedValues")
class SupportsNotStarted implements ShownValues {

    private final SupportNeeds needs;
    private final SupportServices services;

    SupportsNotStarted(SupportNeeds needs, SupportServices services) {
        this.needs = needs;
        this.services = services;
    }

    @Override
    public Set<String> names() {
        return Set.of("supportsNotStartedList");
    }

    @Override
    public Object value(String name, OpenForm form) {
        Locale locale = LocaleContextHolder.getLocale();
        return needs.of(form.caseId()).stream().filter(need -> need.state() == State.NOT_STARTED)
                .map(need -> row(form.caseId(), need, locale)).toList();
    }

    private Map<String, Object> row(String caseId, SupportNeed need, Locale locale) {
        if (DecisionOutcome.CHECK_BY_HAND.equals(need.service())) {
            return Map.of("need", need.need(), "support", "", "reason", Texts.in(locale, "path.support.noService"));
        }
        List<Overlap> bars = services.bars(caseId, need.service());
        String reason = bars.stream().map(bar -> bar.in(locale)).collect(Collectors.joining(" "));
        if (reason.isEmpty()) {
            boolean isRunning = needs.isRunning(caseId, need.service());
            reason = Texts.in(locale, isRunning ? "path.support.runs" : "path.support.nothingInTheWay");
        }
        return Map.of("need", DecisionTexts.of("supportNeeds", need.need(), locale),
                "support", Texts.in(locale, "clientservices.service." + need.service()), "reason", reason);
    }
}
