package fi.tyopolku.clients;

import fi.tyopolku.messages.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a repeated referral harmless: the same key in the same municipality leads to the same case. Ask with
 * {@link #caseFor} first and {@link #remember} the new case in the same transaction; a second post with the key waits
 * at {@code caseFor} until that transaction has ended, so both methods demand one.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ReferralKeys {

    private static final int LONGEST_KEY = 100;

    private final JdbcClient jdbc;
    private final RegistrationLocks locks;
    private final Clock clock;

    ReferralKeys(JdbcClient jdbc, RegistrationLocks locks, Clock clock) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.clock = clock;
    }

    /**
     * The case that an earlier referral with this key led to.
     *
     * @param body the referral as it was posted; the same key with another body is refused
     *             ({@code clients.referralKey.otherBody})
     */
    public Optional<String> caseFor(String key, String municipality, String body) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Refusal("clients.referralKey.invalid", LONGEST_KEY);
        }
        locks.lockKey(municipality, key);
        Optional<Remembered> earlier = jdbc.sql("""
                        select case_id, body_hash from tyopolku.referral_key
                        where municipality = ? and idempotency_key = ?""")
                .params(municipality, key)
                .query(Remembered.class)
                .optional();
        if (earlier.isPresent() && !earlier.get().bodyHash().equals(hash(body))) {
            throw new Refusal("clients.referralKey.otherBody");
        }
        return earlier.map(Remembered::caseId);
    }

    public void remember(String key, String municipality, String body, String caseId) {
        jdbc.sql("""
                        insert into tyopolku.referral_key
                            (municipality, idempotency_key, case_id, body_hash, remembered_at)
                        values (?, ?, ?, ?, ?)""")
                .params(municipality, key, caseId, hash(body), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String hash(String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    record Remembered(String caseId, String bodyHash) {
    }
}
