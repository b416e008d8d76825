package fi.tyopolku.engine.access;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * PBKDF2 with SHA-256 in place of the engine's single round of SHA-512. The rounds stand before each hash, so that they
 * can be raised later while old passwords still open the door. (bcrypt would cut a password with the engine's salt at
 * 72 bytes.)
 */
class SlowPasswordHash implements PasswordEncryptor {

    private static final int SALT_BYTES = 16;
    private static final Pattern STORED = Pattern.compile("(\\d{1,8})\\$([0-9a-f]+)");

    private final int rounds;

    SlowPasswordHash(int rounds) {
        this.rounds = rounds;
    }

    @Override
    public String encrypt(String password) {
        return rounds + "$" + encoder(rounds).encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        Matcher stored = STORED.matcher(encrypted);
        return stored.matches()
                && encoder(Integer.parseInt(stored.group(1))).matches(password, stored.group(2));
    }

    @Override
    public String hashAlgorithmName() {
        return "PBKDF2-SHA256";
    }

    private static Pbkdf2PasswordEncoder encoder(int rounds) {
        return new Pbkdf2PasswordEncoder("", SALT_BYTES, rounds, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }
}
