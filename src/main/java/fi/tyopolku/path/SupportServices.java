package fi.tyopolku.path;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.NewClientService;
import fi.tyopolku.clientservices.Overlap;
import fi.tyopolku.decisions.DecisionOutcome;
import fi.tyopolku.decisions.DecisionRecords;
import fi.tyopolku.decisions.DecisionTables;
import fi.tyopolku.path.SupportNeeds.State;
import fi.tyopolku.path.SupportNeeds.SupportNeed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the service that answers each need, by the table {@code supportServices}, and starts none that does not go
 * together with what the client is in.
 */
@Service
@Transactional
public class SupportServices {

    private static final String TABLE = "supportServices";
    private static final String PATH = "support.need";

    private final SupportNeeds needs;
    private final ClientServices services;
    private final CaseRegister cases;
    private final DecisionTables tables;
    private final DecisionRecords records;
    private final Clock clock;

    SupportServices(SupportNeeds needs, ClientServices services, CaseRegister cases, DecisionTables tables,
            DecisionRecords records, Clock clock) {
        this.needs = needs;
        this.services = services;
        this.cases = cases;
        this.tables = tables;
        this.records = records;
        this.clock = clock;
    }

    /**
     * What starts now.
     *
     * @param toStart    the needs by the service that is to answer them
     * @param notStarted needs that no service may answer now
     */
    public record Choice(Map<String, List<String>> toStart, List<String> notStarted) {
    }

    /**
     * Chooses the services for needs that were agreed on, and for those that an interruption or a move left open. What
     * is under way, done or left out is not started again.
     */
    public Choice choose(String caseId, Collection<String> agreed) {
        cases.hold(caseId);
        needs.agreed(caseId, agreed);
        Set<String> waiting = new LinkedHashSet<>(needs.open(caseId));
        needs.of(caseId).stream().filter(need -> need.state() == State.NOT_STARTED).map(SupportNeed::need)
                .filter(agreed::contains).forEach(waiting::add);

        Map<String, List<String>> byService = new LinkedHashMap<>();
        waiting.forEach(need -> byService.computeIfAbsent(serviceFor(caseId, need), service -> new ArrayList<>()).add(need));
        List<String> notStarted = new ArrayList<>();
        Map<String, List<String>> toStart = new LinkedHashMap<>();
        byService.forEach((service, answered) -> {
            if (mayStart(caseId, service)) {
                toStart.put(service, answered);
                answered.forEach(need -> needs.started(caseId, need, service));
            } else {
                notStarted.addAll(answered);
                answered.forEach(need -> needs.notStarted(caseId, need, service));
            }
        });
        return new Choice(toStart, notStarted);
    }

    /** Writes how the services have ended; results of services that do not run here change nothing. */
    public void ended(String caseId, Map<String, String> resultByService) {
        resultByService.forEach((service, result) -> needs.ended(caseId, service, result));
    }

    /** The coach has written why these needs are not answered. */
    public void leaveOut(String caseId, Collection<String> agreed) {
        needs.of(caseId).stream().filter(need -> need.state() == State.NOT_STARTED).map(SupportNeed::need)
                .filter(agreed::contains).forEach(need -> needs.leftOut(caseId, need));
    }

    /** What the client is in that does not go together with the service. */
    @Transactional(readOnly = true)
    List<Overlap> bars(String caseId, String service) {
        return services.bars(new NewClientService(caseId, cases.find(caseId).orElseThrow().municipality(), service, null,
                LocalDate.now(clock), null));
    }

    private boolean mayStart(String caseId, String service) {
        return !DecisionOutcome.CHECK_BY_HAND.equals(service) && !needs.isRunning(caseId, service)
                && bars(caseId, service).isEmpty();
    }

    private String serviceFor(String caseId, String need) {
        DecisionOutcome outcome = tables.evaluate(TABLE, Map.of("support", Map.of("need", need)));
        records.record(caseId, outcome, Map.of(PATH, need), clock.instant());
        return (String) outcome.single().get("code");
    }
}
