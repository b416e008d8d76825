package fi.tyopolku.engine.access;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;

/** Accounts that stay closed after too many wrong passwords, until an administrator opens them again. */
@Component
public class AccountLocks {

    private final IdentityService identityService;
    private final ActingPerson acting;
    private final int mostAttempts;

    AccountLocks(ProcessEngine engine, ActingPerson acting) {
        this.identityService = engine.getIdentityService();
        this.acting = acting;
        this.mostAttempts = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getLoginMaxAttempts();
    }

    /** False for an unknown person. */
    public boolean isLocked(String userId) {
        return acting.asSystem(() -> identityService.createUserQuery().userId(userId).singleResult()
                instanceof UserEntity user && user.getAttempts() >= mostAttempts);
    }
}
