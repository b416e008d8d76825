package fi.tyopolku.reporting;

import static fi.tyopolku.messages.Dates.HELSINKI;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.messages.Dates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Calendar days that clients waited for something, by municipality, of those whose wait ended from the first to the last
 * day. Who still waits is not in it.
 */
@Component
class Waits {

    private final JdbcClient jdbc;
    private final DocumentStore documents;

    Waits(JdbcClient jdbc, DocumentStore documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    private record Wait(String municipality, LocalDate since, LocalDate until) {

        /** What began before it was agreed was no wait. */
        private long days() {
            return Math.max(0, ChronoUnit.DAYS.between(since, until));
        }
    }

    private record Begun(String caseId, String municipality, LocalDate on) {
    }

    /** From the registration as a jobseeker until the referral was accepted. */
    Map<String, List<Long>> forAcceptance(LocalDate from, LocalDate to) {
        return days(jdbc.sql("""
                        select municipality, registered_on, opened_at from tyopolku.client_case
                        where opened_at >= ? and opened_at < ?""")
                .params(start(from), start(to.plusDays(1)))
                .query((row, number) -> new Wait(row.getString("municipality"),
                        row.getObject("registered_on", LocalDate.class),
                        day(row, "opened_at")))
                .list().stream());
    }

    /** From the client's approval of the plan until the first day of contact training. */
    Map<String, List<Long>> forContactTraining(LocalDate from, LocalDate to) {
        return days(firstDays("CONTACT", from, to).stream().map(begun -> approvedOn(begun.caseId())
                .map(approved -> new Wait(begun.municipality(), approved, begun.on())).orElse(null)));
    }

    /** From the last day of contact training, without one from the approval of the plan, until the first day on the job. */
    Map<String, List<Long>> forWorkTrial(LocalDate from, LocalDate to) {
        return days(firstDays("ON_THE_JOB", from, to).stream().map(begun -> lastContactDay(begun)
                .or(() -> approvedOn(begun.caseId()))
                .map(since -> new Wait(begun.municipality(), since, begun.on())).orElse(null)));
    }

    /** From the first application for a subsidised job until the money was reserved for it. */
    Map<String, List<Long>> forFunding(LocalDate from, LocalDate to) {
        return days(jdbc.sql("""
                        select c.municipality, min(d.saved_at) as applied, min(l.reserved_at) as reserved
                        from tyopolku.funding_line l
                        join tyopolku.client_case c on c.case_id = l.case_id
                        join tyopolku.document d on d.case_id = l.case_id and d.kind = 'jobApplication' and d.version = 1
                        where l.reference is null and l.purpose in ('PAY_SUBSIDY', 'EMPLOYMENT_SUPPORT_55')
                        group by c.municipality, l.case_id
                        having min(l.reserved_at) >= ? and min(l.reserved_at) < ?""")
                .params(start(from), start(to.plusDays(1)))
                .query((row, number) -> new Wait(row.getString("municipality"),
                        day(row, "applied"),
                        day(row, "reserved")))
                .list().stream());
    }

    private List<Begun> firstDays(String kind, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select t.case_id, c.municipality, min(t.training_date) as begun
                        from tyopolku.training_day t join tyopolku.client_case c on c.case_id = t.case_id
                        where t.kind = ? and t.mark = 'PRESENT'
                        group by t.case_id, c.municipality
                        having min(t.training_date) >= ? and min(t.training_date) <= ?""")
                .params(kind, from, to)
                .query((row, number) -> new Begun(row.getString("case_id"), row.getString("municipality"),
                        row.getObject("begun", LocalDate.class)))
                .list();
    }

    private Optional<LocalDate> lastContactDay(Begun begun) {
        return Optional.ofNullable(jdbc.sql("""
                        select max(training_date) from tyopolku.training_day
                        where case_id = ? and kind = 'CONTACT' and mark = 'PRESENT' and training_date < ?""")
                .params(begun.caseId(), begun.on()).query(LocalDate.class).single());
    }

    /** The first approval; a plan that is changed later is approved again. */
    private Optional<LocalDate> approvedOn(String caseId) {
        return documents.versions(caseId, "planApproval").stream().map(each -> each.content())
                .filter(approval -> approval.path("approvedByClient").asBoolean() && approval.hasNonNull("approvedOn"))
                .map(approval -> LocalDate.parse(approval.path("approvedOn").asText()))
                .min(LocalDate::compareTo);
    }

    private static Map<String, List<Long>> days(Stream<Wait> waits) {
        return waits.filter(Objects::nonNull)
                .collect(groupingBy(Wait::municipality, TreeMap::new, mapping(Wait::days, toList())));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Dates.dayOf(row.getObject(column, OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(HELSINKI).toOffsetDateTime();
    }
}
