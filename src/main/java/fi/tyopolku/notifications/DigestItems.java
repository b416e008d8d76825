package fi.tyopolku.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who wants one mail in the morning, and what waits for it. */
@Component
@Transactional
public class DigestItems {

    private final JdbcClient jdbc;
    private final Clock clock;

    DigestItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param title the subject of the mail that was not sent */
    record Item(long id, String subjectId, String template, String title) {
    }

    public boolean isWantedBy(String userId) {
        return jdbc.sql("select count(*) from tyopolku.mail_wish where user_id = ? and morning_digest").param(userId)
                .query(Integer.class).single() > 0;
    }

    /** What waits already is still sent with the next digest. */
    public void wish(String userId, boolean morningDigest) {
        int known = jdbc.sql("update tyopolku.mail_wish set morning_digest = ?, changed_at = ? where user_id = ?")
                .params(morningDigest, now(), userId).update();
        if (known == 0) {
            jdbc.sql("insert into tyopolku.mail_wish (user_id, morning_digest, changed_at) values (?, ?, ?)")
                    .params(userId, morningDigest, now()).update();
        }
    }

    /** Everybody who wants a digest, or whose items still wait. */
    List<String> readers() {
        return jdbc.sql("""
                        select user_id from tyopolku.mail_wish where morning_digest
                        union select user_id from tyopolku.digest_item order by user_id""")
                .query(String.class).list();
    }

    void add(String userId, Notification notification, String title) {
        jdbc.sql("insert into tyopolku.digest_item (user_id, subject_id, template, title, waiting_since) values (?, ?, ?, ?, ?)")
                .params(userId, notification.caseId(), notification.template(), title, now()).update();
    }

    /** @return false when the person got the digest of that day already */
    boolean isFirstOn(LocalDate day, String userId) {
        return jdbc.sql("""
                        update tyopolku.mail_wish set last_digest_on = ?
                        where user_id = ? and (last_digest_on is null or last_digest_on <> ?)""")
                .params(day, userId, day).update() > 0;
    }

    /** Takes what waits for a person out of the list; two nodes at the same moment never take the same. */
    List<Item> take(String userId) {
        List<Item> items = jdbc.sql("""
                        select id, subject_id, template, title from tyopolku.digest_item where user_id = ? order by id for update""")
                .param(userId).query(DigestItems::item).list();
        items.forEach(item -> jdbc.sql("delete from tyopolku.digest_item where id = ?").param(item.id()).update());
        return items;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(row.getLong("id"), row.getString("subject_id"), row.getString("template"), row.getString("title"));
    }
}
