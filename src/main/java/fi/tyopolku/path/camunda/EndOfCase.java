package fi.tyopolku.path.camunda;

import fi.tyopolku.clients.CaseClosed;
import fi.tyopolku.clients.CaseInterrupted;
import fi.tyopolku.clients.CaseMoved;
import fi.tyopolku.engine.access.ActingPerson;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells whatever runs beside the path that the case ends. {@code caseEnded} comes when the case closes, pauses or leaves
 * for another municipality, {@code caseClosed} only when it closes.
 */
@Component
class EndOfCase {

    private static final Set<String> ENDING_THEMSELVES = Set.of("clientPath", "reportChange");

    private final RuntimeService runtime;
    private final ActingPerson acting;

    EndOfCase(RuntimeService runtime, ActingPerson acting) {
        this.runtime = runtime;
        this.acting = acting;
    }

    @EventListener
    void on(CaseClosed closed) {
        tell("caseEnded", closed.caseId());
        tell("caseClosed", closed.caseId());
    }

    @EventListener
    void on(CaseInterrupted interrupted) {
        tell("caseEnded", interrupted.caseId());
    }

    /**
     * What else was begun for the case there, such as a licence or a plan of funding, ends with the move: the new
     * municipality begins its own, and nobody in the old one works on the case any more.
     */
    @EventListener
    void on(CaseMoved moved) {
        acting.asSystem(() -> {
            runtime.createProcessInstanceQuery().processInstanceBusinessKey(moved.caseId())
                    .tenantIdIn(moved.fromMunicipality()).rootProcessInstances().list().stream()
                    .filter(instance -> !ENDING_THEMSELVES.contains(instance.getProcessDefinitionKey()))
                    .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "The case has moved to another municipality"));
            return null;
        });
    }

    /** One after the other, callers first: what a caller ends with itself must not be told any more. */
    private void tell(String message, String caseId) {
        acting.asSystem(() -> {
            Set<String> told = new HashSet<>();
            for (Optional<Execution> next = waiting(message, caseId, told); next.isPresent(); next = waiting(message, caseId, told)) {
                told.add(next.get().getId());
                runtime.messageEventReceived(message, next.get().getId());
            }
            return null;
        });
    }

    private Optional<Execution> waiting(String message, String caseId, Set<String> told) {
        Set<String> callers = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId).rootProcessInstances()
                .list().stream().map(ProcessInstance::getId).collect(Collectors.toSet());
        return runtime.createExecutionQuery().processInstanceBusinessKey(caseId).messageEventSubscriptionName(message).list()
                .stream().filter(execution -> !execution.isEnded() && !told.contains(execution.getId()))
                .min(Comparator.comparing(execution -> !callers.contains(execution.getProcessInstanceId())));
    }
}
