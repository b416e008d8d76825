package fi.tyopolku.reporting.camunda;

import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.reporting.Municipalities;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.stereotype.Component;

/** Municipalities are the engine's tenants. */
@Component
class MunicipalityNames implements Municipalities {

    private final IdentityService identity;
    private final ActingPerson acting;

    MunicipalityNames(IdentityService identity, ActingPerson acting) {
        this.identity = identity;
        this.acting = acting;
    }

    @Override
    public String name(String id) {
        return acting.asSystem(() -> Optional.ofNullable(identity.createTenantQuery().tenantId(id).singleResult())
                .map(Tenant::getName).orElse(id));
    }
}
