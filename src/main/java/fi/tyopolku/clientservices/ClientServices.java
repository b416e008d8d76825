package fi.tyopolku.clientservices;

import fi.tyopolku.clients.CaseClosed;
import fi.tyopolku.clients.CaseInterrupted;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.decisions.DecisionTables;
import fi.tyopolku.messages.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of services that clients are in. Which services do not go together stands in the decision table
 * {@code overlappingServices}; this class only finds the pairs to ask it about.
 */
@Service
@Transactional
public class ClientServices {

    /** What stands for the next step where there is none and a reason was recorded. */
    public static final String NO_NEXT_STEP = "NONE";

    private static final String TABLE = "overlappingServices";

    private final JdbcClient jdbc;
    private final CaseRegister cases;
    private final DecisionTables tables;
    private final ObjectProvider<ServicesElsewhere> elsewhere;
    private final Clock clock;

    ClientServices(JdbcClient jdbc, CaseRegister cases, DecisionTables tables, ObjectProvider<ServicesElsewhere> elsewhere,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.tables = tables;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    /**
     * The client begins a service. Two that begin at the same moment wait for each other. A refusal leaves the
     * transaction under way usable, since nothing was changed: a model may go another way.
     *
     * @throws OverlapRefused when the client is in a service that does not go together with it, with the reason
     */
    @Transactional(noRollbackFor = OverlapRefused.class)
    public void begin(NewClientService service) {
        refuseOverlap(service);
        jdbc.sql("""
                        insert into tyopolku.client_service
                        (case_id, municipality, service, live_key, project, starts_on, ends_on, weekdays)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(service.caseId(), service.municipality(), service.service(),
                        liveKey(service.caseId(), service.service()), service.project(), service.startsOn(),
                        service.endsOn(), weekdays(service.weekdays()))
                .update();
    }

    /**
     * For services of which another module keeps the record, before they begin.
     *
     * @throws OverlapRefused as {@link #begin} would
     */
    public void refuseOverlap(NewClientService service) {
        cases.hold(service.caseId());
        List<Overlap> overlaps = overlapsOf(service.asRunning());
        if (!overlaps.isEmpty()) {
            throw new OverlapRefused(overlaps);
        }
    }

    /** What keeps the client from a service now; empty when nothing does. */
    @Transactional(readOnly = true)
    public List<Overlap> bars(NewClientService service) {
        return overlapsOf(service.asRunning());
    }

    /**
     * A service ends. Ended a second time, nothing changes.
     *
     * @param result code of the result
     * @param nextStep code of what comes next, {@link #NO_NEXT_STEP} for nothing
     * @param isReasonRecorded whether a document says why nothing comes next
     * @throws Refusal when there is neither a next step nor a reason
     */
    public void end(String caseId, String service, String result, String nextStep, boolean isReasonRecorded) {
        boolean hasNextStep = nextStep != null && !nextStep.isBlank() && !NO_NEXT_STEP.equals(nextStep);
        if (!hasNextStep && !isReasonRecorded) {
            throw new Refusal("clientservices.nextStepMissing");
        }
        jdbc.sql("""
                        update tyopolku.client_service set live_key = null, ended_on = ?, result = ?, next_step = ?
                        where live_key = ?""")
                .params(today(), result, hasNextStep ? nextStep : NO_NEXT_STEP, liveKey(caseId, service))
                .update();
    }

    /** The services that a client is in, also those of which other modules keep the record. */
    @Transactional(readOnly = true)
    public List<RunningService> running(String caseId) {
        List<RunningService> running = new ArrayList<>(jdbc.sql("""
                        select * from tyopolku.client_service where case_id = ? and live_key is not null order by id""")
                .param(caseId).query(ClientServices::running).list());
        elsewhere.forEach(source -> running.addAll(source.runningFor(caseId)));
        return running;
    }

    /** The services that a client has been in, the latest end first. */
    @Transactional(readOnly = true)
    public List<EndedService> ended(String caseId) {
        return jdbc.sql("""
                        select * from tyopolku.client_service where case_id = ? and ended_on is not null
                        order by ended_on desc, id desc""")
                .param(caseId)
                .query((row, number) -> new EndedService(row.getString("case_id"), row.getString("service"),
                        row.getObject("starts_on", LocalDate.class), row.getObject("ended_on", LocalDate.class),
                        row.getString("result"), row.getString("next_step")))
                .list();
    }

    /** All overlaps among the services of the open cases of a municipality, each pair once. */
    @Transactional(readOnly = true)
    public List<Overlap> overlaps(String municipality) {
        return jdbc.sql("""
                        select case_id from tyopolku.client_case where municipality = ? and status = 'OPEN'
                        order by case_id""")
                .param(municipality).query(String.class).list().stream()
                .flatMap(caseId -> pairs(running(caseId)).stream())
                .toList();
    }

    @EventListener
    void on(CaseClosed closed) {
        endAll(closed.caseId(), "ENDED_WITH_CASE", "CASE_ENDED");
    }

    @EventListener
    void on(CaseInterrupted interrupted) {
        endAll(interrupted.caseId(), "INTERRUPTED", "PATH_RESUMES");
    }

    private void endAll(String caseId, String result, String nextStep) {
        jdbc.sql("""
                        update tyopolku.client_service set live_key = null, ended_on = ?, result = ?, next_step = ?
                        where case_id = ? and live_key is not null""")
                .params(today(), result, nextStep, caseId)
                .update();
    }

    private List<Overlap> overlapsOf(RunningService requested) {
        return running(requested.caseId()).stream().flatMap(other -> overlap(requested, other).stream()).toList();
    }

    private List<Overlap> pairs(List<RunningService> services) {
        List<Overlap> found = new ArrayList<>();
        for (int later = 1; later < services.size(); later++) {
            for (RunningService earlier : services.subList(0, later)) {
                found.addAll(overlap(services.get(later), earlier));
            }
        }
        return found;
    }

    private List<Overlap> overlap(RunningService requested, RunningService running) {
        if (!requested.runsBeside(running)) {
            return List.of();
        }
        Map<String, Object> pair = new HashMap<>(Map.of("requested", requested.service(), "running", running.service(),
                "shareDays", requested.sharesDaysWith(running),
                "twoProjects", requested.project() != null && running.project() != null
                        && !requested.project().equals(running.project())));
        return tables.evaluate(TABLE, Map.of("overlap", pair)).rows().stream()
                .map(row -> new Overlap(requested.caseId(), requested, running, (String) row.get("code"),
                        (String) row.get("basis")))
                .limit(1).toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String liveKey(String caseId, String service) {
        return caseId + "/" + service;
    }

    private static String weekdays(Set<DayOfWeek> days) {
        return days == null ? "" : days.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(","));
    }

    private static RunningService running(ResultSet row, int number) throws SQLException {
        Set<DayOfWeek> days = Arrays.stream(row.getString("weekdays").split(",")).filter(day -> !day.isEmpty())
                .map(DayOfWeek::valueOf).collect(Collectors.toSet());
        return new RunningService(row.getString("case_id"), row.getString("service"), row.getString("project"),
                row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class), days);
    }
}
