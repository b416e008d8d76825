package fi.tyopolku.engine.access;

import fi.tyopolku.messages.Refusal;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * An instance belongs to the municipality of the person who starts it; a called stage to that of its caller. An
 * instance without a municipality would be seen by everybody, so a person who has none, or more than one without saying
 * which (variable {@code municipality}), is refused. Only the system itself may start one without.
 */
class MunicipalityOfInstance implements TenantIdProvider {

    static final String VARIABLE = "municipality";

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        if (context.getSuperExecution() != null) {
            return context.getSuperExecution().getTenantId();
        }
        Object named = context.getVariables() == null ? null : context.getVariables().get(VARIABLE);
        String wanted = named instanceof String text && !text.isBlank() ? text : null;
        Authentication person = Context.getCommandContext().getAuthentication();
        if (person == null || person.getUserId() == null) {
            return wanted;
        }
        return ofPerson(person.getTenantIds(), wanted);
    }

    private static String ofPerson(List<String> own, String wanted) {
        List<String> municipalities = own == null ? List.of() : own;
        if (municipalities.isEmpty()) {
            throw new Refusal("access.noMunicipality");
        }
        if (wanted == null && municipalities.size() > 1) {
            throw new Refusal("access.municipalityUnclear");
        }
        if (wanted != null && !municipalities.contains(wanted)) {
            throw new Refusal("access.otherMunicipality");
        }
        return wanted == null ? municipalities.get(0) : wanted;
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext context) {
        DelegateExecution execution = context.getExecution();
        return execution == null ? null : execution.getTenantId();
    }
}
