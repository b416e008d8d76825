package fi.tyopolku.funding;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Held until the end of the transaction by whoever puts a case into a queue or moves a queue on. Who holds it only reads
 * appropriations, so that it cannot be part of a circle of waiting.
 */
@Component
class FundingGate {

    private static final int BUCKETS = 8;

    private final JdbcClient jdbc;

    FundingGate(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void enter(String municipality, String purpose) {
        jdbc.sql("select bucket from tyopolku.funding_gate where bucket = ? for update")
                .param(Math.floorMod((municipality + '/' + purpose).hashCode(), BUCKETS))
                .query(Integer.class)
                .single();
    }
}
