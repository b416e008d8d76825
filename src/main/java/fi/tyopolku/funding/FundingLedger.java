package fi.tyopolku.funding;

import fi.tyopolku.funding.FundingEntry.Kind;
import fi.tyopolku.funding.Reservation.State;
import fi.tyopolku.messages.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Keeps the money. Sums are whole cents. An appropriation changes by one conditional update whose condition is that
 * the money suffices, under a check constraint, and every change has its entry in the journal, in one transaction.
 *
 * <p>Every method joins a transaction under way or opens its own; in its own it is repeated when a lock is not given
 * in time. It is safe to call each of them twice.
 */
@Service
public class FundingLedger {

    /** Ten billion euros: far above any appropriation, far below where sums of cents overflow. */
    private static final long LARGEST_AMOUNT = 1_000_000_000_000L;

    private static final String SELECT_LINE = """
            select l.*, a.municipality, a.funder
            from tyopolku.funding_line l join tyopolku.appropriation a on a.id = l.appropriation_id
            """;

    private final JdbcClient jdbc;
    private final LedgerTransactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FundingLedger(JdbcClient jdbc, LedgerTransactions transactions, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Opens an appropriation and returns its id. */
    public String grant(AppropriationGrant grant, String by) {
        checkAmount(grant.amountCents());
        if (grant.validTo().isBefore(grant.validFrom())) {
            throw new Refusal("funding.datesReversed");
        }
        return transactions.run(() -> {
            String id = UUID.randomUUID().toString();
            jdbc.sql("""
                    insert into tyopolku.appropriation
                    (id, municipality, funder, purpose, valid_from, valid_to, amount, reserved, committed, project)
                    values (?, ?, ?, ?, ?, ?, ?, 0, 0, ?)""")
                    .params(id, grant.municipality(), grant.funder(), grant.purpose(),
                            grant.validFrom(), grant.validTo(), grant.amountCents(), grant.project())
                    .update();
            enter(id, null, Kind.GRANTED, grant.amountCents(), by);
            events.publishEvent(new MoneyAvailable(grant.municipality(), grant.purpose()));
            return id;
        });
    }

    /** Adds money to an appropriation. */
    public void increase(String appropriationId, long amountCents, String by) {
        checkAmount(amountCents);
        transactions.run(() -> {
            int changed = jdbc.sql("""
                    update tyopolku.appropriation set amount = amount + :cents
                    where id = :id and amount + :cents <= :largest""")
                    .param("cents", amountCents).param("id", appropriationId).param("largest", LARGEST_AMOUNT)
                    .update();
            if (changed == 0) {
                throw new Refusal(
                        find(appropriationId).isPresent() ? "funding.amountTooLarge" : "funding.noAppropriation");
            }
            enter(appropriationId, null, Kind.GRANTED, amountCents, by);
            Appropriation appropriation = balance(appropriationId);
            events.publishEvent(new MoneyAvailable(appropriation.municipality(), appropriation.purpose()));
        });
    }

    /**
     * Reserves the whole sum from the first appropriation that has it: of those valid on the start date, the one that
     * ends first. The same request again gives the same reservation. A case that gets its money leaves the queue.
     *
     * @throws AppropriationExhausted when no appropriation has the sum left
     * @throws Refusal when the case already has another open reservation for the purpose
     */
    public Reservation reserve(ReservationRequest request) {
        checkAmount(request.amountCents());
        // Thrown outside the work: inside, it would mark a transaction under way for rollback.
        return transactions.run(() -> tryToReserve(request))
                .orElseThrow(() -> new AppropriationExhausted(request.purpose()));
    }

    /**
     * Promises the money reserved for a case and purpose, when the job starts.
     *
     * @throws Refusal when nothing is reserved
     */
    public Reservation commit(String caseId, String purpose, String by) {
        return commit(caseId, theOneFor(purpose), by);
    }

    /**
     * Promises the money reserved for a line of a funding plan.
     *
     * @throws Refusal when nothing is reserved
     */
    public Reservation commitLine(String caseId, String reference, String by) {
        return commit(caseId, lineOf(reference), by);
    }

    private Reservation commit(String caseId, Predicate<Reservation> wanted, String by) {
        return transactions.run(() -> {
            Reservation reserved = lines(caseId, State.RESERVED, wanted).stream().findFirst().orElse(null);
            if (reserved == null) {
                return latestCommitted(caseId, wanted).orElseThrow(() -> new Refusal("funding.nothingReserved"));
            }
            if (leaveReserved(reserved, State.COMMITTED)) {
                jdbc.sql("""
                        update tyopolku.appropriation set reserved = reserved - :cents, committed = committed + :cents
                        where id = :id""")
                        .param("cents", reserved.amountCents()).param("id", reserved.appropriationId()).update();
                enter(reserved.appropriationId(), reserved.id(), Kind.COMMITTED, reserved.amountCents(), by);
            }
            Reservation now = line(reserved.id());
            if (now.state() != State.COMMITTED) {
                throw new Refusal("funding.nothingReserved");
            }
            return now;
        });
    }

    /**
     * Gives back all that a case has reserved and not committed, for every purpose.
     *
     * @return cents given back
     */
    public long release(String caseId, String by) {
        return transactions.run(() -> releaseLines(lines(caseId, State.RESERVED, any -> true), Set.of(), by));
    }

    /** Gives back what a case has reserved and not committed for one purpose; returns the cents. */
    public long release(String caseId, String purpose, String by) {
        return transactions.run(() -> releaseLines(lines(caseId, State.RESERVED, theOneFor(purpose)), Set.of(), by));
    }

    /** Gives back what is reserved and not committed for a line of a funding plan; returns the cents. */
    public long releaseLine(String caseId, String reference, String by) {
        return transactions.run(() -> releaseLines(lines(caseId, State.RESERVED, lineOf(reference)), Set.of(), by));
    }

    /**
     * The case's own application is withdrawn: out of every queue, and back with what it reserved. The lines of its
     * funding plans stay.
     *
     * @return cents given back
     */
    public long withdraw(String caseId, String by) {
        return transactions.run(() -> {
            Set<MoneyAvailable> left = leaveQueues(caseId);
            return releaseLines(lines(caseId, State.RESERVED, line -> line.reference() == null), left, by);
        });
    }

    /**
     * The case wants no money any more: takes it out of every queue, then gives back all that it has reserved and not
     * committed.
     *
     * @return cents given back
     */
    public long letGo(String caseId, String by) {
        // Out of the queue first, so that the money given back does not wake the case that gave it.
        return transactions.run(() -> {
            Set<MoneyAvailable> left = leaveQueues(caseId);
            return releaseLines(lines(caseId, State.RESERVED, any -> true), left, by);
        });
    }

    /**
     * Takes back committed money that was not used or was paid wrongly (380/2023 133 §); it can be reserved again.
     * Takes from the case's latest commitment for the purpose. Unlike the other methods, a second call takes again.
     *
     * @throws Refusal when nothing is committed or less than the sum
     */
    public void recover(String caseId, String purpose, long amountCents, String by) {
        recover(caseId, theOneFor(purpose), amountCents, by);
    }

    /** Takes back all that is committed for a line of a funding plan and has not come back yet; returns the cents. */
    public long recoverLine(String caseId, String reference, String by) {
        return transactions.run(() -> {
            long left = latestCommitted(caseId, lineOf(reference))
                    .map(line -> line.amountCents() - line.recoveredCents()).orElse(0L);
            if (left > 0) {
                recover(caseId, lineOf(reference), left, by);
            }
            return left;
        });
    }

    private void recover(String caseId, Predicate<Reservation> wanted, long amountCents, String by) {
        checkAmount(amountCents);
        transactions.run(() -> {
            Reservation committed = latestCommitted(caseId, wanted)
                    .orElseThrow(() -> new Refusal("funding.nothingCommitted"));
            int changed = jdbc.sql("""
                    update tyopolku.funding_line set recovered = recovered + :cents
                    where id = :id and recovered + :cents <= amount""")
                    .param("cents", amountCents).param("id", committed.id()).update();
            if (changed == 0) {
                throw new Refusal("funding.recoverTooMuch");
            }
            jdbc.sql("update tyopolku.appropriation set committed = committed - ? where id = ?")
                    .params(amountCents, committed.appropriationId()).update();
            enter(committed.appropriationId(), committed.id(), Kind.RECOVERED, amountCents, by);
            events.publishEvent(new MoneyAvailable(committed.municipality(), committed.purpose()));
        });
    }

    /** An appropriation as it stands now. */
    public Appropriation balance(String appropriationId) {
        return find(appropriationId).orElseThrow(() -> new Refusal("funding.noAppropriation"));
    }

    /** All appropriations of a municipality, by purpose and end. */
    public List<Appropriation> overview(String municipality) {
        return jdbc.sql("""
                select * from tyopolku.appropriation where municipality = ? order by purpose, valid_to, id""")
                .param(municipality).query(FundingLedger::appropriation).list();
    }

    /** The journal of an appropriation, oldest first. */
    public List<FundingEntry> journal(String appropriationId) {
        return jdbc.sql("select * from tyopolku.funding_entry where appropriation_id = ? order by id")
                .param(appropriationId).query(FundingLedger::entry).list();
    }

    /** All lines of a case, released ones too, oldest first. */
    public List<Reservation> reservationsOf(String caseId) {
        return jdbc.sql(SELECT_LINE + "where l.case_id = ? order by l.reserved_at, l.id")
                .param(caseId).query(FundingLedger::reservation).list();
    }

    /** Puts a case at the end of the queue. A case that waits already keeps its turn, with the sum and start given now. */
    public void enqueue(ReservationRequest request) {
        checkAmount(request.amountCents());
        transactions.run(() -> {
            int changed = jdbc.sql("""
                    update tyopolku.funding_queue
                    set municipality = ?, amount = ?, starts_on = ?, discretionary = ?
                    where case_id = ? and purpose = ?""")
                    .params(request.municipality(), request.amountCents(), request.startsOn(),
                            request.discretionary(), request.caseId(), request.purpose())
                    .update();
            if (changed == 0) {
                jdbc.sql("""
                        insert into tyopolku.funding_queue
                        (case_id, municipality, purpose, amount, starts_on, discretionary, arrived_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                        .params(request.caseId(), request.municipality(), request.purpose(), request.amountCents(),
                                request.startsOn(), request.discretionary(), now())
                        .update();
            }
        });
    }

    /** Takes a case out of every queue; there may be money enough for whoever waited behind it. */
    public void leaveQueue(String caseId) {
        transactions.run(() -> leaveQueues(caseId).forEach(events::publishEvent));
    }

    /** Who waits for money of a municipality and purpose, in order of arrival. */
    public List<QueuedRequest> waiting(String municipality, String purpose) {
        return jdbc.sql("select * from tyopolku.funding_queue where municipality = ? and purpose = ? order by id")
                .params(municipality, purpose).query(FundingLedger::queued).list();
    }

    private Optional<Reservation> tryToReserve(ReservationRequest request) {
        Optional<Reservation> already = sameAsBefore(request);
        if (already.isPresent()) {
            return already;
        }
        for (Appropriation candidate : candidates(request)) {
            int changed = jdbc.sql("""
                    update tyopolku.appropriation set reserved = reserved + :cents
                    where id = :id and reserved + committed + :cents <= amount""")
                    .param("cents", request.amountCents()).param("id", candidate.id()).update();
            if (changed == 1) {
                String id = insertLine(request, candidate.id());
                enter(candidate.id(), id, Kind.RESERVED, request.amountCents(), request.by());
                if (request.reference() == null) {
                    jdbc.sql("delete from tyopolku.funding_queue where case_id = ? and purpose = ?")
                            .params(request.caseId(), request.purpose()).update();
                }
                return Optional.of(line(id));
            }
        }
        return Optional.empty();
    }

    private Optional<Reservation> sameAsBefore(ReservationRequest request) {
        Predicate<Reservation> same = line -> line.amountCents() == request.amountCents()
                && line.startsOn().equals(request.startsOn());
        Predicate<Reservation> asked = request.reference() == null ? theOneFor(request.purpose())
                : lineOf(request.reference());
        List<Reservation> reserved = lines(request.caseId(), State.RESERVED, asked);
        if (!reserved.isEmpty() && reserved.stream().noneMatch(same)) {
            throw new Refusal("funding.reservedOtherwise");
        }
        List<Reservation> live = new ArrayList<>(reserved);
        live.addAll(lines(request.caseId(), State.COMMITTED, asked));
        return live.stream().filter(same).findFirst();
    }

    private List<Appropriation> candidates(ReservationRequest request) {
        return jdbc.sql("""
                select * from tyopolku.appropriation
                where municipality = :municipality and purpose = :purpose
                and valid_from <= :start and valid_to >= :start
                order by valid_to, id""")
                .param("municipality", request.municipality()).param("purpose", request.purpose())
                .param("start", request.startsOn())
                .query(FundingLedger::appropriation).list().stream()
                .filter(each -> request.funder() == null || request.funder().equals(each.funder()))
                .filter(each -> Objects.equals(request.project(), each.project()))
                .toList();
    }

    private String insertLine(ReservationRequest request, String appropriationId) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into tyopolku.funding_line
                (id, case_id, purpose, live_key, appropriation_id, amount, recovered, starts_on, discretionary, state,
                 reserved_at, reference)
                values (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)""")
                .params(id, request.caseId(), request.purpose(), liveKey(request),
                        appropriationId, request.amountCents(), request.startsOn(), request.discretionary(),
                        State.RESERVED.name(), now(), request.reference())
                .update();
        return id;
    }

    /** @return the queues in which the case stood */
    private Set<MoneyAvailable> leaveQueues(String caseId) {
        Set<MoneyAvailable> queues = new LinkedHashSet<>(
                jdbc.sql("select municipality, purpose from tyopolku.funding_queue where case_id = ? order by id")
                        .param(caseId)
                        .query((row, number) -> new MoneyAvailable(row.getString("municipality"), row.getString("purpose")))
                        .list());
        jdbc.sql("delete from tyopolku.funding_queue where case_id = ?").param(caseId).update();
        return queues;
    }

    /** Announces the money last, together with the queues that were left: whoever is woken may take locks. */
    private long releaseLines(List<Reservation> reserved, Set<MoneyAvailable> left, String by) {
        long given = 0;
        Set<MoneyAvailable> news = new LinkedHashSet<>(left);
        // In one order of appropriations for everybody, so that two releases cannot lock each other out.
        List<Reservation> inOrder =
                reserved.stream().sorted(Comparator.comparing(Reservation::appropriationId)).toList();
        for (Reservation line : inOrder) {
            if (leaveReserved(line, State.RELEASED)) {
                jdbc.sql("update tyopolku.appropriation set reserved = reserved - ? where id = ?")
                        .params(line.amountCents(), line.appropriationId()).update();
                enter(line.appropriationId(), line.id(), Kind.RELEASED, line.amountCents(), by);
                given += line.amountCents();
                news.add(new MoneyAvailable(line.municipality(), line.purpose()));
            }
        }
        news.forEach(events::publishEvent);
        return given;
    }

    /** False when somebody else moved the line first. */
    private boolean leaveReserved(Reservation line, State state) {
        return jdbc.sql("""
                update tyopolku.funding_line set state = ?, live_key = null where id = ? and state = 'RESERVED'""")
                .params(state.name(), line.id()).update() == 1;
    }

    private static String liveKey(ReservationRequest request) {
        String key = request.caseId() + "/" + request.purpose();
        return request.reference() == null ? key : key + "/" + request.reference();
    }

    private static Predicate<Reservation> theOneFor(String purpose) {
        return line -> line.reference() == null && line.purpose().equals(purpose);
    }

    private static Predicate<Reservation> lineOf(String reference) {
        return line -> reference.equals(line.reference());
    }

    private List<Reservation> lines(String caseId, State state, Predicate<Reservation> wanted) {
        return reservationsOf(caseId).stream().filter(line -> line.state() == state && wanted.test(line)).toList();
    }

    private Optional<Reservation> latestCommitted(String caseId, Predicate<Reservation> wanted) {
        return lines(caseId, State.COMMITTED, wanted).stream().reduce((earlier, later) -> later);
    }

    private Reservation line(String id) {
        return jdbc.sql(SELECT_LINE + "where l.id = ?").param(id).query(FundingLedger::reservation).single();
    }

    private Optional<Appropriation> find(String id) {
        return jdbc.sql("select * from tyopolku.appropriation where id = ?")
                .param(id).query(FundingLedger::appropriation).optional();
    }

    private void enter(String appropriationId, String lineId, Kind kind, long amountCents, String by) {
        jdbc.sql("""
                insert into tyopolku.funding_entry
                (appropriation_id, line_id, kind, amount, entered_by, entered_at)
                values (:appropriation, :line, :kind, :cents, :by, :at)""")
                .param("appropriation", appropriationId).param("line", lineId).param("kind", kind.name())
                .param("cents", amountCents).param("by", by).param("at", now())
                .update();
    }

    private static void checkAmount(long amountCents) {
        if (amountCents <= 0) {
            throw new Refusal("funding.amountNotPositive");
        }
        if (amountCents > LARGEST_AMOUNT) {
            throw new Refusal("funding.amountTooLarge");
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Appropriation appropriation(ResultSet row, int number) throws SQLException {
        return new Appropriation(
                row.getString("id"),
                row.getString("municipality"),
                row.getString("funder"),
                row.getString("purpose"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getLong("amount"),
                row.getLong("reserved"),
                row.getLong("committed"),
                row.getString("project"));
    }

    private static Reservation reservation(ResultSet row, int number) throws SQLException {
        return new Reservation(
                row.getString("id"),
                row.getString("case_id"),
                row.getString("municipality"),
                row.getString("purpose"),
                row.getString("appropriation_id"),
                row.getString("funder"),
                row.getLong("amount"),
                row.getLong("recovered"),
                row.getObject("starts_on", LocalDate.class),
                row.getBoolean("discretionary"),
                State.valueOf(row.getString("state")),
                row.getObject("reserved_at", OffsetDateTime.class).toInstant(),
                row.getString("reference"));
    }

    private static FundingEntry entry(ResultSet row, int number) throws SQLException {
        return new FundingEntry(
                row.getLong("id"),
                row.getString("appropriation_id"),
                row.getString("line_id"),
                Kind.valueOf(row.getString("kind")),
                row.getLong("amount"),
                row.getString("entered_by"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant());
    }

    static QueuedRequest queued(ResultSet row, int number) throws SQLException {
        return new QueuedRequest(
                row.getString("case_id"),
                row.getString("municipality"),
                row.getString("purpose"),
                row.getLong("amount"),
                row.getObject("starts_on", LocalDate.class),
                row.getBoolean("discretionary"),
                row.getObject("arrived_at", OffsetDateTime.class).toInstant());
    }
}
