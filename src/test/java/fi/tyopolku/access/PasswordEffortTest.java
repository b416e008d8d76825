package fi.tyopolku.access;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.testing.DatabaseTest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class PasswordEffortTest {

    private static final String KNOWN = "known-in-effort-test";

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private IdentityService identityService;
    @Autowired
    private PasswordCheck passwords;

    private final AtomicInteger hashes = new AtomicInteger();
    private PasswordManager own;

    @BeforeEach
    void openAccount() {
        own = configuration().getPasswordManager();
        configuration().setPasswordManager(new PasswordManager(new Counting(), List.of()));
        User user = identityService.newUser(KNOWN);
        user.setPassword("Vaara-salasana-1");
        identityService.saveUser(user);
    }

    @AfterEach
    void closeAccount() {
        identityService.deleteUser(KNOWN);
        configuration().setPasswordManager(own);
    }

    @Test
    void aWrongNameCostsAsMuchWorkAsAWrongPassword() {
        assertThat(hashesToRefuse("nobody", "guess")).isEqualTo(1);
        assertThat(hashesToRefuse(KNOWN, "guess")).isEqualTo(1);
        assertThat(hashesToRefuse(KNOWN, "Vaara-salasana-1")).as("while the account waits").isEqualTo(1);
    }

    private int hashesToRefuse(String userId, String password) {
        hashes.set(0);
        assertThat(passwords.passes(userId, password)).isFalse();
        return hashes.get();
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private final class Counting implements PasswordEncryptor {

        @Override
        public String encrypt(String password) {
            hashes.incrementAndGet();
            return "hash of " + password;
        }

        @Override
        public boolean check(String password, String encrypted) {
            return encrypt(password).equals(encrypted);
        }

        @Override
        public String hashAlgorithmName() {
            return "COUNTING";
        }
    }
}
