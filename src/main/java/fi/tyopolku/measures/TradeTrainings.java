package fi.tyopolku.measures;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.calendar.Deadlines;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.network.NewTrainingGroup;
import fi.tyopolku.network.TrainingGroup;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.network.TrainingPlace;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Trade trainings: one module of on-the-job training, guidance, teamwork and vocational studies. Tracks each
 * participant's hours in each of the four, and what is done.
 */
@Service
@Transactional
public class TradeTrainings {

    static final String DOCUMENT = "tradeTraining";
    static final String PROGRESS = "tradeProgress";
    private static final String PERIOD = "TRADE_PROGRESS_PERIOD";

    private final Measures measures;
    private final TrainingPurchases purchases;
    private final TrainingGroups groups;
    private final DocumentStore documents;
    private final Deadlines deadlines;
    private final JdbcClient jdbc;
    private final Clock clock;

    TradeTrainings(Measures measures, TrainingPurchases purchases, TrainingGroups groups, DocumentStore documents,
            Deadlines deadlines, JdbcClient jdbc, Clock clock) {
        this.measures = measures;
        this.purchases = purchases;
        this.groups = groups;
        this.documents = documents;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Opens the training that the document {@code tradeTraining} describes, unless it was bought and is open already.
     *
     * @param starter teaches the group when the document names nobody; null for a bought one
     */
    public TrainingGroup open(String id, String municipality, String starter) {
        if (groups.find(id).isEmpty()) {
            JsonNode asked = documents.latest(id, DOCUMENT).orElseThrow().content();
            measures.plan(new PlannedMeasure(id, municipality, asked.path("name").asText(), MeasureKind.TRADE_TRAINING,
                    asked.path("industry").asText(), TrainingPlans.text(asked, "project").orElse(null), null,
                    asked.path("places").asInt(), TrainingPlans.day(asked, "starts"), TrainingPlans.day(asked, "ends"),
                    List.of(municipality), Map.of(), Map.of(), TrainingPlans.components(asked)));
            measures.publish(id, asked.path("provider").asText());
            groups.create(id, new NewTrainingGroup(municipality, asked.path("name").asText(),
                    asked.path("provider").asText(),
                    purchases.trainer(TrainingPlans.text(asked, "trainer").orElse(starter), municipality),
                    TrainingPlans.day(asked, "starts"), TrainingPlans.day(asked, "ends"), TrainingPlans.weekdays(asked),
                    asked.path("places").asInt()));
        }
        return groups.find(id).orElseThrow();
    }

    /** The last day of the period after the one that ended on the given day, or of the first for null; empty at the end. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> periodAfter(String id, LocalDate ended) {
        TrainingGroup group = groups.find(id).orElseThrow();
        if (ended != null && !ended.isBefore(group.ends())) {
            return Optional.empty();
        }
        LocalDate next = deadlines.dueOn(PERIOD, ended == null ? group.starts() : ended);
        return Optional.of(next.isAfter(group.ends()) ? group.ends() : next);
    }

    @Transactional(readOnly = true)
    public boolean hasParticipants(String id) {
        return !measures.takingPart(id).isEmpty();
    }

    /** Who takes part now, in the order in which they came. */
    @Transactional(readOnly = true)
    public List<TrainingPlace> participants(String id) {
        Set<String> takingPart = Set.copyOf(measures.takingPart(id));
        return groups.participants(id).stream().filter(place -> takingPart.contains(place.caseId())).toList();
    }

    /**
     * Writes the period that the trainer has filled in: hours for who took part, and what is done. A component is done
     * when the trainer says so or its planned hours are full.
     *
     * @throws Refusal when it is another period, one that has not come, or somebody took part in no hours
     */
    public void record(String id, LocalDate periodEnds) {
        JsonNode progress = documents.latest(id, PROGRESS).orElseThrow().content();
        if (!TrainingPlans.day(progress, "periodEnds").equals(periodEnds) || periodEnds.isAfter(LocalDate.now(clock))) {
            throw new Refusal("measures.otherPeriod", periodEnds.toString());
        }
        for (TradeComponent component : TradeComponent.values()) {
            int hours = progress.path(component.field() + "Hours").asInt(0);
            List<String> done = TrainingPlans.texts(progress, component.field() + "Done");
            List<String> took = TrainingPlans.texts(progress, component.field() + "Took");
            if (hours > 0) {
                took.forEach(caseId -> add(id, caseId, component, hours));
            }
            done.forEach(caseId -> setState(id, caseId, component, State.DONE));
        }
    }

    /** Who the trainer has last recorded as having left. */
    @Transactional(readOnly = true)
    public List<String> left(String id) {
        return documents.latest(id, PROGRESS).map(document -> TrainingPlans.texts(document.content(), "left"))
                .orElse(List.of());
    }

    /** How far a participant is in each component; empty where the measure has none or the case is no participant. */
    @Transactional(readOnly = true)
    public List<Progress> progressOf(String id, String caseId) {
        return jdbc.sql("""
                select p.component, c.planned_hours, p.hours_done, p.state from tyopolku.participant_component p
                join tyopolku.measure_component c on c.measure_id = p.measure_id and c.component = p.component
                where p.measure_id = ? and p.case_id = ?""").params(id, caseId)
                .query((row, number) -> new Progress(TradeComponent.valueOf(row.getString("component")),
                        row.getInt("planned_hours"), row.getInt("hours_done"), State.valueOf(row.getString("state"))))
                .list().stream().sorted((one, other) -> one.component().compareTo(other.component())).toList();
    }

    /** What a participant has neither done nor been exempted from. */
    @Transactional(readOnly = true)
    public List<TradeComponent> open(String id, String caseId) {
        return progressOf(id, caseId).stream().filter(each -> each.state() == State.OPEN).map(Progress::component).toList();
    }

    /** The coach has given a reason for each component that is still open. */
    public void exempt(String id, String caseId) {
        open(id, caseId).forEach(component -> setState(id, caseId, component, State.EXEMPTED));
    }

    /** By component: how many participants have done it. */
    @Transactional(readOnly = true)
    public Map<TradeComponent, Integer> doneBy(String id) {
        Map<String, Integer> counts = jdbc.sql("""
                select component, count(*) as done from tyopolku.participant_component
                where measure_id = ? and state = 'DONE' group by component""").param(id)
                .query((row, number) -> Map.entry(row.getString("component"), row.getInt("done"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return Arrays.stream(TradeComponent.values())
                .collect(Collectors.toMap(each -> each, each -> counts.getOrDefault(each.name(), 0)));
    }

    /** Open, done, or not done for a reason that the closing document holds. */
    public enum State {
        OPEN,
        DONE,
        EXEMPTED
    }

    /** How far one participant is in one component. */
    public record Progress(TradeComponent component, int plannedHours, int hoursDone, State state) {
    }

    private void add(String id, String caseId, TradeComponent component, int hours) {
        jdbc.sql("""
                update tyopolku.participant_component set hours_done = hours_done + ?,
                state = case when hours_done + ? >= (select planned_hours from tyopolku.measure_component c
                    where c.measure_id = participant_component.measure_id
                    and c.component = participant_component.component) then 'DONE' else state end
                where measure_id = ? and case_id = ? and component = ?""")
                .params(hours, hours, id, caseId, component.name()).update();
    }

    private void setState(String id, String caseId, TradeComponent component, State state) {
        jdbc.sql("""
                update tyopolku.participant_component set state = ?
                where measure_id = ? and case_id = ? and component = ? and state = 'OPEN'""")
                .params(state.name(), id, caseId, component.name()).update();
    }
}
