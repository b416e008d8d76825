package fi.tyopolku.path.camunda;

import fi.tyopolku.messages.Refusal;
import fi.tyopolku.path.PathStart;
import fi.tyopolku.path.Referrals;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

@Component
class EnginePathStart implements PathStart {

    private static final String PATH = "clientPath";

    private final RepositoryService repository;
    private final FormService forms;

    EnginePathStart(RepositoryService repository, FormService forms) {
        this.repository = repository;
        this.forms = forms;
    }

    @Override
    public String start(Map<String, Object> referral) {
        String path = repository.createProcessDefinitionQuery().processDefinitionKey(PATH).latestVersion().singleResult()
                .getId();
        try {
            return forms.submitStartForm(path, Map.of(Referrals.DOCUMENT, referral)).getBusinessKey();
        } catch (AuthorizationException e) {
            throw new AccessDeniedException("The caller may not start a path");
        } catch (ProcessEngineException e) {
            Refusal refusal = Refusal.behind(e);
            throw refusal == null ? e : refusal;
        }
    }
}
