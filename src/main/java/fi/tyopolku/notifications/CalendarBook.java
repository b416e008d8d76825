package fi.tyopolku.notifications;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers which entry each reader has in the calendar, so that a later mail changes or cancels the same one (RFC 5546:
 * same UID, higher SEQUENCE).
 */
@Component
class CalendarBook {

    private final JdbcClient jdbc;
    private final Clock clock;

    CalendarBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An entry as it goes out. */
    record Sent(String uid, int sequence, LocalDate startsOn, LocalTime startsAt, LocalDate endsOn, String place,
            boolean cancelled) {

        private boolean says(CalendarEntry entry) {
            return !cancelled && Objects.equals(startsOn, entry.startsOn())
                    && Objects.equals(startsAt, entry.startsAt()) && Objects.equals(endsOn, entry.endsOn())
                    && Objects.equals(place, entry.place());
        }
    }

    /** An entry that is not over yet. */
    private record Coming(String reader, String series, LocalDate startsOn, LocalDate endsOn) {
    }

    /**
     * Notes what a mail is about to say, and answers the entries that it carries: none when it ends or cancels what the
     * reader never got or what is over.
     */
    List<Sent> note(String subjectId, String reader, CalendarEntry entry) {
        return switch (entry.change()) {
            case PUT -> List.of(put(subjectId, reader, entry));
            case END -> coming(subjectId).stream().filter(each -> isMeant(each, reader, entry) && goesOn(each))
                    .map(each -> end(subjectId, reader, each.series())).toList();
            case CANCEL -> coming(subjectId).stream().filter(each -> isMeant(each, reader, entry))
                    .map(each -> cancel(subjectId, reader, each.series())).toList();
        };
    }

    /** Whether the reader has one of these entries before them, or is in the middle of it and not on its last day. */
    boolean isExpecting(String subjectId, String reader, CalendarEntry entry) {
        return coming(subjectId).stream().filter(each -> isMeant(each, reader, entry))
                .anyMatch(each -> goesOn(each) || !each.startsOn().isBefore(LocalDate.now(clock)));
    }

    private List<Coming> coming(String subjectId) {
        return jdbc.sql("""
                        select * from tyopolku.calendar_entry where subject_id = ? and cancelled = false
                        and coalesce(ends_on, starts_on) >= ? order by reader, series""")
                .params(subjectId, LocalDate.now(clock))
                .query((row, number) -> new Coming(row.getString("reader"), row.getString("series"),
                        row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class))).list();
    }

    private static boolean isMeant(Coming each, String reader, CalendarEntry entry) {
        return each.reader().equals(reader) && (entry.series().equals(CalendarEntry.ALL) || entry.series().equals(each.series()));
    }

    /** Has begun and lasts beyond today. */
    private boolean goesOn(Coming each) {
        LocalDate today = LocalDate.now(clock);
        return each.endsOn() != null && each.endsOn().isAfter(today) && !each.startsOn().isAfter(today);
    }

    private Sent put(String subjectId, String reader, CalendarEntry entry) {
        Optional<Sent> before = find(subjectId, reader, entry.series());
        if (before.isPresent() && before.get().says(entry)) {
            return before.get();
        }
        Sent now = new Sent(uid(subjectId, reader, entry.series()), before.map(sent -> sent.sequence() + 1).orElse(0),
                entry.startsOn(), entry.startsAt(), entry.endsOn(), entry.place(), false);
        if (before.isPresent()) {
            jdbc.sql("""
                            update tyopolku.calendar_entry set sequence_number = ?, starts_on = ?, starts_at = ?, ends_on = ?,
                                place = ?, cancelled = false
                            where subject_id = ? and reader = ? and series = ?""")
                    .params(now.sequence(), now.startsOn(), now.startsAt(), now.endsOn(), now.place(), subjectId, reader,
                            entry.series())
                    .update();
        } else {
            jdbc.sql("""
                            insert into tyopolku.calendar_entry (subject_id, reader, series, sequence_number, starts_on, starts_at,
                                ends_on, place, cancelled)
                            values (?, ?, ?, ?, ?, ?, ?, ?, false)""")
                    .params(subjectId, reader, entry.series(), now.sequence(), now.startsOn(), now.startsAt(), now.endsOn(),
                            now.place())
                    .update();
        }
        return now;
    }

    private Sent end(String subjectId, String reader, String series) {
        jdbc.sql("""
                        update tyopolku.calendar_entry set sequence_number = sequence_number + 1, ends_on = ?
                        where subject_id = ? and reader = ? and series = ?""")
                .params(LocalDate.now(clock), subjectId, reader, series).update();
        return find(subjectId, reader, series).orElseThrow();
    }

    private Sent cancel(String subjectId, String reader, String series) {
        jdbc.sql("""
                        update tyopolku.calendar_entry set sequence_number = sequence_number + 1, cancelled = true
                        where subject_id = ? and reader = ? and series = ?""")
                .params(subjectId, reader, series).update();
        return find(subjectId, reader, series).orElseThrow();
    }

    private Optional<Sent> find(String subjectId, String reader, String series) {
        return jdbc.sql("select * from tyopolku.calendar_entry where subject_id = ? and reader = ? and series = ?")
                .params(subjectId, reader, series).query(CalendarBook::sent).optional();
    }

    private static Sent sent(ResultSet row, int number) throws SQLException {
        return new Sent(uid(row.getString("subject_id"), row.getString("reader"), row.getString("series")),
                row.getInt("sequence_number"), row.getObject("starts_on", LocalDate.class),
                row.getObject("starts_at", LocalTime.class), row.getObject("ends_on", LocalDate.class), row.getString("place"),
                row.getBoolean("cancelled"));
    }

    private static String uid(String subjectId, String reader, String series) {
        String unique = String.join("\n", subjectId, reader, series);
        return UUID.nameUUIDFromBytes(unique.getBytes(StandardCharsets.UTF_8)) + "@tyopolku";
    }
}
