package fi.tyopolku.engine.access;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * Hashes the password also when there is nobody to compare it with, or the account waits after wrong attempts:
 * otherwise the time of the answer tells which user ids exist.
 */
class SameEffortForAnyName extends DbIdentityServiceProvider {

    @Override
    public boolean checkPassword(String userId, String password) {
        UserEntity user = findUserById(userId);
        if (password != null && (user == null || isUserLocked(user))) {
            Context.getProcessEngineConfiguration().getPasswordManager().encrypt(password);
            return false;
        }
        return super.checkPassword(userId, password);
    }

    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return SameEffortForAnyName.class;
        }

        @Override
        public Session openSession() {
            return new SameEffortForAnyName();
        }
    }
}
