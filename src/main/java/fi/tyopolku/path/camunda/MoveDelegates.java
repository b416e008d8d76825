package fi.tyopolku.path.camunda;

import fi.tyopolku.clients.CaseMove;
import fi.tyopolku.clients.CaseMoves;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.CaseStatus;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.path.CaseMoveOffers;
import fi.tyopolku.path.SupportNeeds;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A client's move from one municipality to another; the bean names are API for modellers. A person sees only the
 * municipality of their own, so what crosses the border is done by the system.
 */
@Configuration
class MoveDelegates {

    private static final String PATH = "clientPath";
    private static final String SYSTEM = "system";
    private static final String PLACE_OF_INSTANCE = "municipality";

    private final ActingPerson acting;
    private final CaseRegister cases;
    private final ClientRegister clients;

    MoveDelegates(ActingPerson acting, CaseRegister cases, ClientRegister clients) {
        this.acting = acting;
        this.cases = cases;
        this.clients = clients;
    }

    /** Starts {@code caseMove} in the municipality that the report names; sets clientLabel and coach here. */
    @Bean
    JavaDelegate offerMove(CaseMoveOffers offers) {
        return execution -> {
            String caseId = execution.getProcessBusinessKey();
            CaseMove move = offers.offer(caseId);
            Map<String, Object> facts = new HashMap<>(NeedDelegates.StageFacts.of(caseId, cases, clients));
            execution.setVariable("coach", facts.remove("coach"));
            execution.setVariable("clientLabel", facts.get("clientLabel"));
            facts.putAll(Map.of(PLACE_OF_INSTANCE, move.toMunicipality(), "fromMunicipality", move.fromMunicipality(),
                    "movesOn", move.movesOn().toString(), "pathStage", stage(execution, caseId)));
            asSystem(() -> runtime(execution).createProcessInstanceByKey("caseMove").businessKey(caseId)
                    .setVariables(facts).execute());
        };
    }

    @Bean
    JavaDelegate releaseForMove(CaseMoves moves) {
        return execution -> moves.release(execution.getProcessBusinessKey());
    }

    /** Needs the routing fact newCoach. Ends the path there, moves the registers and begins the path here. */
    @Bean
    JavaDelegate moveCase(CaseMoves moves, SupportNeeds needs) {
        return execution -> {
            String caseId = execution.getProcessBusinessKey();
            String by = acting.userId().orElse(SYSTEM);
            String from = (String) execution.getVariable("fromMunicipality");
            asSystem(() -> {
                tell(execution, "clientMoves");
                moves.accept(caseId, (String) execution.getVariable("newCoach"), by);
                tell(execution, "moveAccepted");
                Map<String, Object> facts = new HashMap<>(NeedDelegates.StageFacts.of(caseId, cases, clients));
                facts.putAll(Map.of(PLACE_OF_INSTANCE, execution.getTenantId(), "movedFrom", from,
                        "referralAccepted", true, "supportNeeds", String.join(",", needs.open(caseId))));
                return runtime(execution).createProcessInstanceByKey(PATH).businessKey(caseId).setVariables(facts).execute();
            });
        };
    }

    @Bean
    JavaDelegate declineMove(CaseMoves moves) {
        return execution -> {
            moves.decline(execution.getProcessBusinessKey(), acting.userId().orElse(SYSTEM));
            asSystem(() -> {
                tell(execution, "moveDeclined");
                return null;
            });
        };
    }

    private static void tell(DelegateExecution execution, String message) {
        try {
            runtime(execution).createMessageCorrelation(message)
                    .processInstanceBusinessKey(execution.getProcessBusinessKey()).correlate();
        } catch (MismatchingMessageCorrelationException pathIsJustMoving) {
            throw new Refusal("stages.change.notNow");
        }
    }

    /** The stage under way; the supports beside it are not named. */
    private String stage(DelegateExecution execution, String caseId) {
        if (cases.find(caseId).filter(found -> found.status() == CaseStatus.INTERRUPTED).isPresent()) {
            return "break";
        }
        ProcessInstance path = runtime(execution).createProcessInstanceQuery().processInstanceBusinessKey(caseId)
                .processDefinitionKey(PATH).singleResult();
        return calledBy(runtime(execution).getActivityInstance(path.getId()));
    }

    private static String calledBy(ActivityInstance instance) {
        for (ActivityInstance child : instance.getChildActivityInstances()) {
            String found = child.getActivityId().startsWith("callActivity_")
                    ? child.getActivityId().substring("callActivity_".length()) : calledBy(child);
            if (!found.equals("supports") && !found.equals("none")) {
                return found;
            }
        }
        return "none";
    }

    private <T> void asSystem(java.util.function.Supplier<T> work) {
        acting.asSystem(work);
    }

    private static RuntimeService runtime(DelegateExecution execution) {
        return execution.getProcessEngineServices().getRuntimeService();
    }
}
