package fi.tyopolku.clientservices.camunda;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.NewClientService;
import fi.tyopolku.clientservices.OverlapRefused;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beginning and the end of a service in a model; the bean names are API for modellers. */
@Configuration
class ServiceDelegates {

    private static final String OVERLAP = "overlappingService";

    /**
     * Needs the input parameter {@code service}; {@code serviceEnds} (ISO date) and {@code project} may be given. What
     * overlaps is refused; a model that catches the error {@code overlappingService} on the task goes another way.
     */
    @Bean
    JavaDelegate beginService(ClientServices services, Clock clock) {
        return execution -> {
            try {
                services.begin(requested(execution, LocalDate.now(clock)));
            } catch (OverlapRefused overlap) {
                if (isCaught(execution)) {
                    throw new BpmnError(OVERLAP);
                }
                throw overlap;
            }
        };
    }

    /**
     * Needs the input parameters {@code service}, {@code result} and {@code closing}, the kind of the document that
     * closes the service, and the routing fact {@code serviceNextStep}. Where that is NONE, the closing document must
     * say why in {@code noNextStepReason}.
     */
    @Bean
    JavaDelegate endService(ClientServices services, DocumentStore documents) {
        return execution -> services.end(execution.getProcessBusinessKey(), input(execution, "service"),
                input(execution, "result"), (String) execution.getVariable("serviceNextStep"),
                isReasonRecorded(documents, execution));
    }

    private static NewClientService requested(DelegateExecution execution, LocalDate today) {
        String ends = input(execution, "serviceEnds");
        return new NewClientService(execution.getProcessBusinessKey(), execution.getTenantId(), input(execution, "service"),
                input(execution, "project"), today, ends == null ? null : LocalDate.parse(ends));
    }

    private static boolean isReasonRecorded(DocumentStore documents, DelegateExecution execution) {
        String closing = input(execution, "closing");
        return closing != null && documents.latest(execution.getProcessBusinessKey(), closing).map(Document::content)
                .map(content -> content.path("noNextStepReason")).filter(JsonNode::isTextual)
                .filter(reason -> !reason.asText().isBlank()).isPresent();
    }

    private static boolean isCaught(DelegateExecution execution) {
        return execution.getBpmnModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().getId().equals(execution.getCurrentActivityId()))
                .flatMap(event -> event.getEventDefinitions().stream())
                .anyMatch(ErrorEventDefinition.class::isInstance);
    }

    private static String input(DelegateExecution execution, String name) {
        return (String) execution.getVariableLocal(name);
    }
}
