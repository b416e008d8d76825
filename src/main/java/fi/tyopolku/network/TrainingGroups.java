package fi.tyopolku.network;

import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Training groups and who holds or waits for a place in them. Whoever changes the places of a group first locks the
 * group's row, so a place is given once and the waiting list is never passed by.
 */
@Service
public class TrainingGroups {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TrainingGroups(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a group and returns its id. */
    @Transactional
    public String create(NewTrainingGroup group) {
        String id = UUID.randomUUID().toString();
        create(id, group);
        return id;
    }

    /** Opens a group under an id that is already in use for it elsewhere. At most 36 signs. */
    @Transactional
    public void create(String id, NewTrainingGroup group) {
        check(group);
        jdbc.sql("""
                insert into tyopolku.training_group
                (id, municipality, name, provider, trainer, starts, ends, teaching_weekdays, places, taken)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""")
                .params(id, group.municipality(), group.name(), group.provider(), group.trainer(),
                        group.starts(), group.ends(), weekdays(group.teachingWeekdays()), group.places())
                .update();
    }

    /**
     * Lets nobody else change or hold the group until the caller's transaction ends. Who looks and then waits for news,
     * and who tells the news, both hold the group, so that no news falls in between.
     */
    @Transactional
    public void hold(String groupId) {
        lock(groupId);
    }

    /** The groups in which a case has held or waited for a place, the latest first. */
    public List<TrainingGroup> historyOf(String caseId) {
        return jdbc.sql("""
                select g.* from tyopolku.training_group g join (
                    select group_id, max(id) as latest from tyopolku.training_place where case_id = ? group by group_id) p
                on p.group_id = g.id order by p.latest desc""")
                .param(caseId).query(TrainingGroups::group).list();
    }

    public Optional<TrainingGroup> find(String groupId) {
        return jdbc.sql("select * from tyopolku.training_group where id = ?")
                .param(groupId).query(TrainingGroups::group).optional();
    }

    /** Groups of a municipality that have not ended, full ones too, since they have a waiting list. */
    public List<TrainingGroup> openGroups(String municipality) {
        return jdbc.sql("""
                select * from tyopolku.training_group where municipality = ? and ends >= ? order by starts, name, id""")
                .params(municipality, today()).query(TrainingGroups::group).list();
    }

    /** The groups that somebody trains, ended ones too, the latest first. */
    public List<TrainingGroup> trainedBy(String user) {
        return jdbc.sql("select * from tyopolku.training_group where trainer = ? order by ends desc, name, id")
                .param(user).query(TrainingGroups::group).list();
    }

    /** All groups, of every municipality, that run on a date. */
    public List<TrainingGroup> runningOn(LocalDate date) {
        return jdbc.sql("""
                select * from tyopolku.training_group where starts <= :date and ends >= :date
                order by municipality, name, id""")
                .param("date", date).query(TrainingGroups::group).list();
    }

    /**
     * Takes a place for a case or, when all are taken, puts it at the end of the waiting list. Asked again for the
     * same group, says how the case stands.
     *
     * @param clientLabel given name and initial, nothing more
     * @throws Refusal when the group does not exist or has ended, or the case has a place in another group
     */
    @Transactional
    public TrainingPlace.State takePlace(String groupId, String caseId, String clientLabel) {
        TrainingGroup group = lock(groupId);
        Optional<TrainingPlace> already = placeOf(caseId);
        if (already.isPresent()) {
            if (!already.get().groupId().equals(groupId)) {
                throw new Refusal("network.placeInAnotherGroup");
            }
            return already.get().state();
        }
        if (hasEnded(group)) {
            throw new Refusal("network.groupEnded", Dates.shown(group.ends()));
        }
        TrainingPlace.State state = group.free() > 0 ? TrainingPlace.State.TAKEN : TrainingPlace.State.WAITING;
        if (state == TrainingPlace.State.TAKEN) {
            changeTaken(groupId, 1);
        }
        jdbc.sql("""
                insert into tyopolku.training_place (group_id, case_id, live_case, client_label, state, since)
                values (?, ?, ?, ?, ?, ?)""")
                .params(groupId, caseId, caseId, clientLabel, state.name(), now()).update();
        return state;
    }

    /**
     * Gives up a case's place or turn; does nothing when it has none. A place that comes free goes to the first in the
     * waiting list, and {@link PlaceFreed} says so.
     */
    @Transactional
    public void release(String caseId) {
        Optional<TrainingPlace> held = placeOf(caseId);
        if (held.isEmpty()) {
            return;
        }
        TrainingGroup group = lock(held.get().groupId());
        // Read again under the lock: the case may have moved up or let go meanwhile.
        TrainingPlace place = placeOf(caseId).filter(now -> now.groupId().equals(group.id())).orElse(null);
        if (place == null) {
            return;
        }
        jdbc.sql("""
                update tyopolku.training_place
                set state = 'RELEASED', live_case = null, client_label = null, since = ? where live_case = ?""")
                .params(now(), caseId).update();
        if (place.state() == TrainingPlace.State.TAKEN) {
            changeTaken(group.id(), -1);
            if (!hasEnded(group)) {
                waiting(group.id()).stream().findFirst().ifPresent(this::moveUp);
            }
        }
    }

    /** Who holds a place, in the order in which the cases came. */
    public List<TrainingPlace> participants(String groupId) {
        return places(groupId, TrainingPlace.State.TAKEN);
    }

    /** Cases that held a place or waited for one and let go. */
    public List<String> formerParticipants(String groupId) {
        return jdbc.sql("""
                select distinct case_id from tyopolku.training_place
                where group_id = ? and state = 'RELEASED' order by case_id""")
                .param(groupId).query(String.class).list();
    }

    /** The waiting list, first come first. */
    public List<TrainingPlace> waiting(String groupId) {
        return places(groupId, TrainingPlace.State.WAITING);
    }

    public boolean isTrainerOf(String user, String groupId) {
        return find(groupId).filter(group -> group.trainer().equals(user)).isPresent();
    }

    /** The cases that hold a place in a group of the trainer, which has not ended or has not let them go yet. */
    public Set<String> casesTaughtBy(String trainer) {
        return Set.copyOf(jdbc.sql("""
                select p.live_case from tyopolku.training_place p join tyopolku.training_group g on g.id = p.group_id
                where g.trainer = ? and p.state = 'TAKEN' and p.live_case is not null""")
                .param(trainer).query(String.class).list());
    }

    /** The place or turn of a case. */
    public Optional<TrainingPlace> placeOf(String caseId) {
        return jdbc.sql("select * from tyopolku.training_place where live_case = ?")
                .param(caseId).query(TrainingGroups::place).optional();
    }

    /** The group in which a case holds a place; empty while it only waits. */
    public Optional<TrainingGroup> groupOf(String caseId) {
        return placeOf(caseId)
                .filter(place -> place.state() == TrainingPlace.State.TAKEN)
                .flatMap(place -> find(place.groupId()));
    }

    private void moveUp(TrainingPlace first) {
        changeTaken(first.groupId(), 1);
        jdbc.sql("update tyopolku.training_place set state = 'TAKEN', since = ? where live_case = ?")
                .params(now(), first.caseId()).update();
        events.publishEvent(new PlaceFreed(first.caseId(), first.groupId()));
    }

    private TrainingGroup lock(String groupId) {
        return jdbc.sql("select * from tyopolku.training_group where id = ? for update")
                .param(groupId).query(TrainingGroups::group).optional()
                .orElseThrow(() -> new Refusal("network.noSuchGroup"));
    }

    private void changeTaken(String groupId, int by) {
        jdbc.sql("update tyopolku.training_group set taken = taken + ? where id = ?").params(by, groupId).update();
    }

    private List<TrainingPlace> places(String groupId, TrainingPlace.State state) {
        return jdbc.sql("select * from tyopolku.training_place where group_id = ? and state = ? order by id")
                .params(groupId, state.name()).query(TrainingGroups::place).list();
    }

    private static void check(NewTrainingGroup group) {
        if (group.name() == null || group.name().isBlank()) {
            throw new Refusal("network.nameMissing");
        }
        if (group.places() < 1) {
            throw new Refusal("network.placesMissing");
        }
        if (group.ends().isBefore(group.starts())) {
            throw new Refusal("network.datesReversed");
        }
        if (group.teachingWeekdays() == null || group.teachingWeekdays().isEmpty()) {
            throw new Refusal("network.weekdaysMissing");
        }
    }

    private boolean hasEnded(TrainingGroup group) {
        return group.ends().isBefore(today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String weekdays(Set<DayOfWeek> days) {
        return days.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(","));
    }

    private static Set<DayOfWeek> weekdays(String names) {
        return Collections.unmodifiableSet(Arrays.stream(names.split(","))
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class))));
    }

    private static TrainingGroup group(ResultSet row, int number) throws SQLException {
        return new TrainingGroup(
                row.getString("id"),
                row.getString("municipality"),
                row.getString("name"),
                row.getString("provider"),
                row.getString("trainer"),
                row.getObject("starts", LocalDate.class),
                row.getObject("ends", LocalDate.class),
                weekdays(row.getString("teaching_weekdays")),
                row.getInt("places"),
                row.getInt("taken"));
    }

    private static TrainingPlace place(ResultSet row, int number) throws SQLException {
        return new TrainingPlace(
                row.getString("group_id"),
                row.getString("case_id"),
                row.getString("client_label"),
                TrainingPlace.State.valueOf(row.getString("state")),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
