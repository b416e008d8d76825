package fi.tyopolku.access.camunda;

import fi.tyopolku.access.StaffMember;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The first account of an installation. The page where anybody could make it is closed. */
@Component
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String ADMINISTRATORS = "camunda-admin";

    private final IdentityService identityService;
    private final Accounts accounts;
    private final String userId;
    private final String password;

    FirstAdministrator(IdentityService identityService, Accounts accounts,
            @Value("${tyopolku.admin.id:admin}") String userId,
            @Value("${tyopolku.admin.password:}") String password) {
        this.identityService = identityService;
        this.accounts = accounts;
        this.userId = userId;
        this.password = password;
    }

    void openIfMissing() {
        if (identityService.createUserQuery().memberOfGroup(ADMINISTRATORS).count() > 0) {
            return;
        }
        if (password.isBlank()) {
            LOG.warn("There is no administrator yet, so nobody can log in. Set TYOPOLKU_ADMIN_PASSWORD (and, for "
                    + "another name than \"admin\", TYOPOLKU_ADMIN_ID) and start again; remove it after the first log-in.");
            return;
        }
        if (!identityService.checkPasswordAgainstPolicy(password).isValid()) {
            throw new IllegalStateException("TYOPOLKU_ADMIN_PASSWORD is too weak: at least 10 characters with a small "
                    + "letter, a capital letter, a digit and a special character.");
        }
        accounts.open(new StaffMember(userId, userId, null, "fi", Set.of(ADMINISTRATORS), Set.of()), null, null,
                password);
        LOG.info("Opened the first administrator's account.");
    }
}
