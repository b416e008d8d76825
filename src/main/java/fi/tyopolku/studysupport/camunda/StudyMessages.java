package fi.tyopolku.studysupport.camunda;

import fi.tyopolku.clients.CaseClosed;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells running supports, trials and studies what happened. Whoever does not wait for it is not disturbed. */
@Component
class StudyMessages {

    private static final String[] OF_A_CASE = {"specialSupport", "educationalTrial", "benefitStudies"};

    private static final String PATH = "clientPath";

    private final RuntimeService runtime;

    StudyMessages(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void materialFaultReported(String materialId) {
        runtime.createMessageCorrelation("materialFaultReported").processInstanceBusinessKey(materialId).correlateAll();
    }

    void studyStageChanged(String caseId) {
        runtime.createMessageCorrelation("studyStageChanged").processInstanceBusinessKey(caseId).correlateAll();
    }

    /** What a path has called ends with the path; all else of the case ends here. */
    @EventListener
    void on(CaseClosed closed) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(closed.caseId()).processDefinitionKeyIn(OF_A_CASE)
                .list().stream().filter(instance -> !isPartOfPath(instance))
                .forEach(instance -> runtime.createMessageCorrelation("studyCaseEnded")
                        .processInstanceId(instance.getProcessInstanceId()).correlateAll());
    }

    private boolean isPartOfPath(ProcessInstance instance) {
        return runtime.createProcessInstanceQuery().processInstanceId(instance.getRootProcessInstanceId())
                .processDefinitionKey(PATH).count() > 0;
    }
}
