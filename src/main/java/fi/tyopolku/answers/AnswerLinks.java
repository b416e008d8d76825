package fi.tyopolku.answers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which somebody answers once, without an account. The token stands in the mail only: we keep its SHA-256. A
 * link ends when it is used, when it expires, when it is withdrawn and when what it asks about has changed.
 */
@Service
public class AnswerLinks {

    private static final int TOKEN_BYTES = 24;

    private final JdbcClient jdbc;
    private final ObjectProvider<AnswerPurpose> purposes;
    private final Clock clock;
    private final String publicUrl;
    private final SecureRandom random = new SecureRandom();

    AnswerLinks(JdbcClient jdbc, ObjectProvider<AnswerPurpose> purposes, Clock clock,
            @Value("${tyopolku.public-url}") String publicUrl) {
        this.jdbc = jdbc;
        this.purposes = purposes;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** How a token stands. What is unknown, expired, withdrawn or out of date looks the same. */
    enum Standing {
        OPEN,
        USED,
        NOT_VALID
    }

    record Found(AnswerLink link, Standing standing, String contentVersion) {

        private static final Found NOTHING = new Found(null, Standing.NOT_VALID, null);
    }

    /** Somebody else has answered by this link meanwhile. */
    static class UsedMeanwhile extends RuntimeException {
    }

    /**
     * Makes a link and returns its token, which is kept nowhere. In a transaction of its own, because mail cannot be
     * taken back: a link in a mail that has gone out works even when the sender's transaction fails afterwards.
     *
     * @throws IllegalArgumentException when nobody declared the purpose or there is nothing to answer
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public String invite(Invitation invitation) {
        String version = purpose(invitation.purpose()).contentVersion(invitation.subjectId(), invitation.party())
                .orElseThrow(() -> new IllegalArgumentException("There is nothing to answer"));
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("""
                insert into tyopolku.answer_link
                (token_hash, purpose, subject_id, party, language, content_version, expires_at, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(hash(token), invitation.purpose(), invitation.subjectId(), invitation.party(),
                        invitation.language(), version, invitation.expires().atOffset(ZoneOffset.UTC), now())
                .update();
        return token;
    }

    /** The address to be written into the mail. */
    public String addressOf(String token) {
        return publicUrl + "/answer/" + token;
    }

    /** The links of a subject stop working; those already used stay as they are. */
    @Transactional
    public void withdraw(String purpose, String subjectId) {
        jdbc.sql("""
                update tyopolku.answer_link set withdrawn_at = ?
                where purpose = ? and subject_id = ? and used_at is null and withdrawn_at is null""")
                .params(now(), purpose, subjectId).update();
    }

    /** How the link of a token stands. Looking uses nothing up: mail scanners open every link. */
    @Transactional(readOnly = true)
    Found find(String token) {
        return jdbc.sql("select * from tyopolku.answer_link where token_hash = ?").param(hash(token))
                .query(this::found).optional().orElse(Found.NOTHING);
    }

    AnswerForm formOf(AnswerLink link, Locale locale) {
        return purpose(link.purpose()).form(link, locale);
    }

    /**
     * Takes the answer, once. The purpose comes first, since it locks what the answer changes; of two answers at the same
     * moment the later one finds the link used and takes everything back.
     *
     * @throws UsedMeanwhile when another answer came first
     */
    @Transactional
    AnswerPurpose.Receipt answer(AnswerLink link, Map<String, String> answers, Locale locale) {
        AnswerPurpose.Receipt receipt = purpose(link.purpose()).answered(link, answers, locale);
        int used = jdbc.sql("""
                update tyopolku.answer_link set used_at = ? where id = ? and used_at is null and withdrawn_at is null""")
                .params(now(), link.id()).update();
        if (used == 0) {
            throw new UsedMeanwhile();
        }
        // A reminder brought a second link for the same question.
        jdbc.sql("""
                update tyopolku.answer_link set used_at = ?
                where purpose = ? and subject_id = ? and party = ? and used_at is null and withdrawn_at is null""")
                .params(now(), link.purpose(), link.subjectId(), link.party()).update();
        return receipt;
    }

    private Found found(ResultSet row, int number) throws SQLException {
        AnswerLink link = new AnswerLink(row.getLong("id"), row.getString("purpose"), row.getString("subject_id"),
                row.getString("party"), row.getString("language"));
        String version = row.getString("content_version");
        if (row.getObject("used_at") != null) {
            return new Found(link, Standing.USED, version);
        }
        boolean isOver = row.getObject("withdrawn_at") != null
                || !row.getObject("expires_at", OffsetDateTime.class).isAfter(now());
        boolean isCurrent = !isOver
                && purpose(link.purpose()).contentVersion(link.subjectId(), link.party()).equals(Optional.of(version));
        return isCurrent ? new Found(link, Standing.OPEN, version) : Found.NOTHING;
    }

    private AnswerPurpose purpose(String code) {
        List<AnswerPurpose> found = purposes.stream().filter(purpose -> purpose.code().equals(code)).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("No module declares the purpose " + code);
        }
        return found.get(0);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
