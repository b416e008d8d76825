package fi.tyopolku.reporting.esf;

import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.funding.FundingProject;
import fi.tyopolku.funding.FundingProjects;
import fi.tyopolku.messages.Dates;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The projects of the municipality that the European Union pays a part of. */
@Component
class EsfProjectChoices implements ShownValues {

    private final FundingProjects projects;

    EsfProjectChoices(FundingProjects projects) {
        this.projects = projects;
    }

    @Override
    public Set<String> names() {
        return Set.of("esfProjects");
    }

    @Override
    public Object value(String name, OpenForm form) {
        return projects.of(form.municipality()).stream().filter(FundingProject::isEuMoney)
                .map(each -> Map.of("value", each.id(), "label", each.name() + " (" + each.funder() + ", "
                        + Dates.shown(each.validFrom()) + "–" + Dates.shown(each.validTo()) + ")")).toList();
    }
}
