package fi.tyopolku.clients;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets one transaction after the other pass for the same person or the same key. Within one transaction the key's lock
 * is always taken before the person's, and of each purpose only one, so that no circle of waiting can arise.
 */
@Component
class RegistrationLocks {

    private static final int BUCKETS = 64;

    private final JdbcClient jdbc;

    RegistrationLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lockPerson(String municipality, PersonalIdentityCode identityCode) {
        lock("PERSON", municipality + '/' + identityCode.value());
    }

    void lockKey(String municipality, String key) {
        lock("REFERRAL_KEY", municipality + '/' + key);
    }

    private void lock(String purpose, String of) {
        jdbc.sql("select bucket from tyopolku.registration_lock where purpose = ? and bucket = ? for update")
                .params(purpose, Math.floorMod(of.hashCode(), BUCKETS))
                .query(Integer.class)
                .single();
    }
}
