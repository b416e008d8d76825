package fi.tyopolku.funding;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a case is paid with, for reading only. */
@Repository
public class CaseFunding {

    private final JdbcClient jdbc;
    private final FundingLedger ledger;

    CaseFunding(JdbcClient jdbc, FundingLedger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /**
     * A line of one of the case's funding plans.
     *
     * @param item code with the text {@code funding.item.<code>}, as funder and state have
     * @param planState DRAFT, APPROVED, REJECTED, GIVEN_UP or CASE_ENDED
     */
    public record PlannedLine(String item, String whatFor, long amountCents, String funder, String state,
            LocalDate startsOn, LocalDate endsOn, String planState) {
    }

    /** The lines of the case's plans that stand, in their order. */
    public List<PlannedLine> plannedLines(String caseId) {
        return jdbc.sql("""
                select l.item, l.what_for, l.amount, l.funder, l.state, l.starts_on, l.ends_on, p.state as plan_state
                from tyopolku.funding_plan_line l join tyopolku.funding_plan p on p.id = l.plan_id
                where p.subject_id = ? and l.state <> 'DROPPED' order by p.starts_on, p.id, l.number""")
                .param(caseId)
                .query((row, number) -> new PlannedLine(row.getString("item"), row.getString("what_for"),
                        row.getLong("amount"), row.getString("funder"), row.getString("state"),
                        row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class),
                        row.getString("plan_state")))
                .list();
    }

    /** What appropriations hold or held for the case outside its plans, which tell of their own. */
    public List<Reservation> reservations(String caseId) {
        return ledger.reservationsOf(caseId).stream().filter(line -> line.reference() == null).toList();
    }

    /** Which of the cases wait for money, and for which. */
    public List<QueuedRequest> queued(Collection<String> caseIds) {
        return caseIds.isEmpty() ? List.of() : jdbc.sql("select * from tyopolku.funding_queue where case_id in (:ids) order by id")
                .param("ids", Set.copyOf(caseIds))
                .query(FundingLedger::queued)
                .list();
    }
}
