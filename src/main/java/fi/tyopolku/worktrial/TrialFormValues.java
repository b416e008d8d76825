package fi.tyopolku.worktrial;

import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the forms of the work trial show besides the documents. */
@Component
class TrialFormValues implements ShownValues {

    private final Map<String, Function<OpenForm, Object>> values;

    TrialFormValues(TrialWeeks weeks, TrialLimits limits, TrialAgreements agreements) {
        values = Map.of(
                "trialDaysDone", form -> weeks.daysDone(form.caseId()),
                "trialAbsencesInRow", form -> weeks.absencesInRow(form.caseId()),
                "trialBegins", form -> Dates.shown(agreements.terms(form.caseId()).start()),
                "trialEnds", form -> Dates.shown(agreements.terms(form.caseId()).end()),
                "trialExtractNeeded", form -> agreements.extractNeeded(form.caseId()),
                "trialLimitBreaches", form -> limits.breaches(form.caseId(), locale()),
                "trialLimitQuestions", form -> limits.questions(form.caseId(), locale()),
                "trialLimitInformation", form -> limits.information(form.caseId(), locale()),
                "trialWeekDays", form -> week(form).days().stream().map(TrialWeek::nameOf).toList(),
                "trialWeekHeading", form -> heading(week(form)));
    }

    @Override
    public Set<String> names() {
        return values.keySet();
    }

    @Override
    public Object value(String name, OpenForm form) {
        return form.caseId() == null ? null : values.get(name).apply(form);
    }

    private static TrialWeek week(OpenForm form) {
        return new TrialWeek(LocalDate.parse((String) form.variables().get("trialWeekStart")),
                LocalDate.parse((String) form.variables().get("trialWeekEnd")));
    }

    private static String heading(TrialWeek week) {
        return Texts.in(locale(), "worktrial.week", String.valueOf(week.start().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                Dates.shown(week.start()), Dates.shown(week.end()));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
