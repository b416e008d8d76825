package fi.tyopolku.measures.camunda;

import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** The municipalities that may take part in a measure: the engine's tenants. */
@Component
class MunicipalityChoices implements ShownValues {

    private final IdentityService identity;

    MunicipalityChoices(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Set<String> names() {
        return Set.of("municipalityChoices");
    }

    @Override
    public Object value(String name, OpenForm form) {
        return identity.createTenantQuery().orderByTenantName().asc().list().stream()
                .map(each -> Map.of("value", each.getId(), "label", each.getName())).toList();
    }
}
