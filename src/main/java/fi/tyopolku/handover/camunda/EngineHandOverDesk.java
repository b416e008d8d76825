package fi.tyopolku.handover.camunda;

import fi.tyopolku.handover.HandOverDesk;
import fi.tyopolku.messages.Refusal;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

@Component
class EngineHandOverDesk implements HandOverDesk {

    private final RepositoryService repository;
    private final FormService forms;

    EngineHandOverDesk(RepositoryService repository, FormService forms) {
        this.repository = repository;
        this.forms = forms;
    }

    @Override
    public void submit(String processKey, Map<String, Object> form) {
        ProcessDefinition process = repository.createProcessDefinitionQuery().processDefinitionKey(processKey).latestVersion()
                .singleResult();
        if (process == null) {
            throw new AccessDeniedException("The caller sees no hand-overs");
        }
        try {
            forms.submitStartForm(process.getId(), form);
        } catch (AuthorizationException e) {
            throw new AccessDeniedException("The caller may not start a hand-over");
        } catch (ProcessEngineException e) {
            Refusal refusal = Refusal.behind(e);
            throw refusal == null ? e : refusal;
        }
    }
}
