package fi.tyopolku.funding;

import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The projects of the municipality to choose from, each with its time and the goal that its partners share. */
@Component
class ProjectChoices implements ShownValues {

    private final FundingProjects projects;

    ProjectChoices(FundingProjects projects) {
        this.projects = projects;
    }

    @Override
    public Set<String> names() {
        return Set.of("projects");
    }

    @Override
    public Object value(String name, OpenForm form) {
        Locale locale = LocaleContextHolder.getLocale();
        return projects.of(form.municipality()).stream()
                .map(each -> Map.of("value", each.id(), "label", label(each, locale))).toList();
    }

    private static String label(FundingProject each, Locale locale) {
        return Texts.in(locale, "funding.project", each.name(), each.funder(), Dates.shown(each.validFrom()),
                Dates.shown(each.validTo()), each.sharedGoal());
    }
}
