package fi.tyopolku.notifications;

import fi.tyopolku.notifications.MailRecord.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what was sent. */
@Component
class SentLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    SentLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean contains(Notification notification, String key) {
        return jdbc.sql("""
                        select count(*) from tyopolku.mail_sent
                        where case_id = ? and template = ? and recipient = ? and send_key = ?""")
                .params(notification.caseId(), notification.template(), notification.recipient().name(), key)
                .query(Integer.class)
                .single() > 0;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another transaction has recorded it meanwhile */
    void add(Notification notification, String key, String messageId, String language, Reason reason) {
        jdbc.sql("""
                        insert into tyopolku.mail_sent (case_id, template, recipient, send_key, message_id, language,
                            state, reason, handled_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(notification.caseId(), notification.template(), notification.recipient().name(), key, messageId,
                        language, reason == null ? "SENT" : "NOT_SENT", reason == null ? null : reason.name(), now())
                .update();
    }

    void markNotSent(String messageId, Reason reason) {
        jdbc.sql("update tyopolku.mail_sent set state = 'NOT_SENT', reason = ? where message_id = ?")
                .params(reason.name(), messageId)
                .update();
    }

    List<MailRecord> of(String caseId) {
        return jdbc.sql("select * from tyopolku.mail_sent where case_id = ? order by handled_at, template, send_key")
                .param(caseId)
                .query(SentLog::mailRecord)
                .list();
    }

    void stopReminders(String caseId) {
        jdbc.sql("""
                        insert into tyopolku.reminder_stop (case_id, stopped_at)
                        select cast(:caseId as varchar(40)), cast(:now as timestamp with time zone)
                        where not exists (select 1 from tyopolku.reminder_stop where case_id = :caseId)""")
                .param("caseId", caseId)
                .param("now", now())
                .update();
    }

    boolean remindersStopped(String caseId) {
        return jdbc.sql("select count(*) from tyopolku.reminder_stop where case_id = ?").param(caseId)
                .query(Integer.class).single() > 0;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static MailRecord mailRecord(ResultSet row, int number) throws SQLException {
        String reason = row.getString("reason");
        return new MailRecord(row.getString("case_id"), row.getString("template"),
                Recipient.valueOf(row.getString("recipient")), row.getString("send_key"), row.getString("message_id"),
                "SENT".equals(row.getString("state")), reason == null ? null : Reason.valueOf(reason),
                row.getObject("handled_at", OffsetDateTime.class).toInstant());
    }
}
