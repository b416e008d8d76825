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

    /** What these have called ends with them. */
    private static final String[] CALLERS = {"clientPath", "requestSupport"};

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

    /** What a path or a requested support has called ends with it; all else of the case ends here. */
    @EventListener
    void on(CaseClosed closed) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(closed.caseId()).processDefinitionKeyIn(OF_A_CASE)
                .list().stream().filter(instance -> !endsWithItsCaller(instance))
                .forEach(instance -> runtime.createMessageCorrelation("studyCaseEnded")
                        .processInstanceId(instance.getProcessInstanceId()).correlateAll());
    }

    private boolean endsWithItsCaller(ProcessInstance instance) {
        return runtime.createProcessInstanceQuery().processInstanceId(instance.getRootProcessInstanceId())
                .processDefinitionKeyIn(CALLERS).count() > 0;
    }
}
