package fi.tyopolku.network;

import static fi.tyopolku.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.clients.CaseClosed;
import fi.tyopolku.clients.CaseInterrupted;
import fi.tyopolku.network.TrainingPlace.State;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.FixedClock;
import fi.tyopolku.testing.Together;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DatabaseTest
@Import(FixedClock.class)
@RecordApplicationEvents
class TrainingGroupsTest {

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final LocalDate STARTS = LocalDate.of(2026, 11, 2);
    private static final LocalDate ENDS = LocalDate.of(2026, 12, 18);

    @Autowired
    private TrainingGroups groups;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private JdbcClient jdbc;

    private final String municipality = "m-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aGroupIsFoundAgainWithAllItCarries() {
        String id = groups.create(new NewTrainingGroup(municipality, "Kohti työtä", "Edukai", "trainer",
                STARTS, ENDS, EnumSet.of(DayOfWeek.WEDNESDAY, DayOfWeek.MONDAY), 36));
        assertThat(groups.find(id)).contains(new TrainingGroup(id, municipality, "Kohti työtä", "Edukai", "trainer",
                STARTS, ENDS, EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY), 36, 0));
        assertThat(groups.isTrainerOf("trainer", id)).isTrue();
        assertThat(groups.isTrainerOf("trainer2", id)).isFalse();
        assertThat(groups.isTrainerOf("trainer", "none")).isFalse();
    }

    @Test
    void theThirtySeventhOfThirtySixPlacesWaits() {
        String group = create(36);
        for (int i = 1; i <= 36; i++) {
            assertThat(groups.takePlace(group, newCase(), "Aino K.")).isEqualTo(State.TAKEN);
        }
        String last = newCase();
        assertThat(groups.takePlace(group, last, "Eero M.")).isEqualTo(State.WAITING);
        assertThat(groups.participants(group)).hasSize(36);
        assertThat(groups.waiting(group)).extracting(TrainingPlace::clientLabel).containsExactly("Eero M.");
        assertThat(groups.find(group).orElseThrow().free()).isZero();
        assertThat(groups.groupOf(last)).isEmpty();
        assertThat(groups.placeOf(last)).map(TrainingPlace::state).contains(State.WAITING);
    }

    @Test
    void aFreedPlaceGoesToTheFirstInTheWaitingList() {
        String group = create(1);
        String first = newCase();
        String second = newCase();
        String third = newCase();
        groups.takePlace(group, first, "A");
        groups.takePlace(group, second, "B");
        groups.takePlace(group, third, "C");

        groups.release(first);

        assertThat(groups.participants(group)).extracting(TrainingPlace::caseId).containsExactly(second);
        assertThat(groups.waiting(group)).extracting(TrainingPlace::caseId).containsExactly(third);
        assertThat(groups.find(group).orElseThrow().taken()).isEqualTo(1);
        assertThat(groups.groupOf(second)).map(TrainingGroup::id).contains(group);
        assertThat(events.stream(PlaceFreed.class)).containsExactly(new PlaceFreed(second, group));
    }

    @Test
    void whoeverLeavesTheWaitingListFreesNoPlace() {
        String group = create(1);
        String waiting = newCase();
        groups.takePlace(group, newCase(), "A");
        groups.takePlace(group, waiting, "B");
        groups.release(waiting);
        groups.release(waiting);
        assertThat(groups.waiting(group)).isEmpty();
        assertThat(groups.find(group).orElseThrow().taken()).isEqualTo(1);
        assertThat(events.stream(PlaceFreed.class)).isEmpty();
    }

    @Test
    void askingTwiceTakesOnePlace() {
        String group = create(2);
        String caseId = newCase();
        groups.takePlace(group, caseId, "A");
        assertThat(groups.takePlace(group, caseId, "A")).isEqualTo(State.TAKEN);
        assertThat(groups.find(group).orElseThrow().taken()).isEqualTo(1);
    }

    @Test
    void aCaseMayComeBackAfterItsPlaceWasReleased() {
        String group = create(1);
        String caseId = newCase();
        groups.takePlace(group, caseId, "A");
        groups.release(caseId);
        assertThat(groups.takePlace(group, caseId, "A")).isEqualTo(State.TAKEN);
    }

    @Test
    void aPlaceInTwoGroupsAtOnceIsRefused() {
        String caseId = newCase();
        groups.takePlace(create(1), caseId, "A");
        String other = create(1);
        assertRefused("network.placeInAnotherGroup", () -> groups.takePlace(other, caseId, "A"));
        assertThat(groups.find(other).orElseThrow().taken()).isZero();
    }

    @Test
    void aGroupThatHasEndedOrDoesNotExistTakesNobody() {
        String ended = groups.create(new NewTrainingGroup(municipality, "Group", "Edukai", "trainer",
                LocalDate.of(2026, 10, 1), FixedClock.TODAY.minusDays(1), WEEKDAYS, 5));
        assertRefused("network.groupEnded", () -> groups.takePlace(ended, newCase(), "A"));
        assertRefused("network.noSuchGroup", () -> groups.takePlace("none", newCase(), "A"));
    }

    @Test
    void aGroupWithoutNamePlacesWeekdaysOrDaysIsRefused() {
        assertRefused("network.nameMissing", () -> groups.create(group(" ", STARTS, ENDS, WEEKDAYS, 1)));
        assertRefused("network.placesMissing", () -> groups.create(group("Group", STARTS, ENDS, WEEKDAYS, 0)));
        assertRefused("network.datesReversed", () -> groups.create(group("Group", ENDS, STARTS, WEEKDAYS, 1)));
        assertRefused("network.weekdaysMissing", () -> groups.create(group("Group", STARTS, ENDS, Set.of(), 1)));
    }

    @Test
    void openGroupsAreThoseOfTheMunicipalityThatHaveNotEnded() {
        groups.create(group("Ended", STARTS, FixedClock.TODAY.minusDays(1), WEEKDAYS, 1));
        String last = groups.create(group("Last day", STARTS, FixedClock.TODAY, WEEKDAYS, 1));
        String coming = groups.create(group("Coming", LocalDate.of(2027, 1, 11), LocalDate.of(2027, 3, 1), WEEKDAYS, 1));
        assertThat(groups.openGroups(municipality)).extracting(TrainingGroup::id).containsExactly(last, coming);
        assertThat(groups.openGroups("elsewhere")).isEmpty();
        assertThat(groups.runningOn(FixedClock.TODAY)).extracting(TrainingGroup::id).contains(last).doesNotContain(coming);
    }

    @Test
    void aGroupKnowsItsTeachingDaysOfAWeek() {
        TrainingGroup group = groups.find(groups.create(group("Group", LocalDate.of(2026, 11, 4), ENDS,
                EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), 1))).orElseThrow();
        assertThat(group.teachingDaysInWeekOf(LocalDate.of(2026, 11, 8))).containsExactly(LocalDate.of(2026, 11, 5));
        assertThat(group.teachingDaysInWeekOf(LocalDate.of(2026, 11, 9)))
                .containsExactly(LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 12));
    }

    @Test
    void aClosedOrInterruptedCaseGivesUpItsPlace() {
        String group = create(2);
        String closed = newCase();
        String interrupted = newCase();
        groups.takePlace(group, closed, "A");
        groups.takePlace(group, interrupted, "B");
        publisher.publishEvent(new CaseClosed(closed, FixedClock.TODAY));
        publisher.publishEvent(new CaseInterrupted(interrupted));
        assertThat(groups.participants(group)).isEmpty();
        assertThat(groups.find(group).orElseThrow().free()).isEqualTo(2);
    }

    @Test
    void aReleasedPlaceKeepsNoName() {
        String caseId = newCase();
        groups.takePlace(create(1), caseId, "Aino K.");
        groups.release(caseId);
        assertThat(jdbc.sql("select count(*) from tyopolku.training_place where case_id = ? and client_label is null")
                .param(caseId).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void manyAtOnceNeverTakeMorePlacesThanThereAre() throws Exception {
        String group = create(36);
        List<State> states = Together.times(60, number -> groups.takePlace(group, municipality + number, "A"));
        assertThat(states.stream().filter(State.TAKEN::equals)).hasSize(36);
        assertThat(groups.participants(group)).hasSize(36);
        assertThat(groups.waiting(group)).hasSize(24);
        assertThat(groups.find(group).orElseThrow().taken()).isEqualTo(36);
    }

    @Test
    void takingAndReleasingAtOnceLeavesNoPlaceEmptyWhileSomebodyWaits() throws Exception {
        String group = create(10);
        for (int i = 0; i < 30; i++) {
            groups.takePlace(group, municipality + i, "A");
        }
        Together.times(40, number -> {
            if (number < 20) {
                groups.release(municipality + number);
            } else {
                groups.takePlace(group, municipality + "new" + number, "B");
            }
            return null;
        });
        assertThat(groups.participants(group)).hasSize(10);
        assertThat(groups.waiting(group)).hasSize(20);
        assertThat(groups.find(group).orElseThrow().taken()).isEqualTo(10);
    }

    @Test
    void theDatabaseItselfRefusesMoreThanThePlaces() {
        String group = create(1);
        assertThatThrownBy(() -> jdbc.sql("update tyopolku.training_group set taken = 2 where id = ?")
                .param(group).update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    private String create(int places) {
        return groups.create(group("Group", STARTS, ENDS, WEEKDAYS, places));
    }

    private NewTrainingGroup group(String name, LocalDate starts, LocalDate ends, Set<DayOfWeek> weekdays, int places) {
        return new NewTrainingGroup(municipality, name, "Edukai", "trainer", starts, ends, weekdays, places);
    }

    private static String newCase() {
        return "TP-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
