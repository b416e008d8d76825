package fi.tyopolku.contacttraining;

import static fi.tyopolku.contacttraining.TrainingWorld.CHOOSE;
import static fi.tyopolku.contacttraining.TrainingWorld.CLOSE;
import static fi.tyopolku.contacttraining.TrainingWorld.DECIDE;
import static fi.tyopolku.contacttraining.TrainingWorld.FIRST_MONDAY;
import static fi.tyopolku.contacttraining.TrainingWorld.RECORD;
import static fi.tyopolku.contacttraining.TrainingWorld.WAIT;
import static fi.tyopolku.contacttraining.TrainingWorld.WHOLE_WEEK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.contacttraining.TrainingWorld.Change;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.network.TrainingPlace;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.TestMail;
import fi.tyopolku.testing.Together;
import fi.tyopolku.trainingdays.DayLedger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class ContactTrainingTest {

    private static final LocalDate FIRST_FRIDAY = FIRST_MONDAY.plusDays(4);
    private static final LocalDate ENDS = FIRST_MONDAY.plusWeeks(12).minusDays(3);

    @Autowired
    private TrainingWorld world;
    @Autowired
    private PathDriver path;
    @Autowired
    private TrainingGroups groups;
    @Autowired
    private DayLedger ledger;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private GreenMail mail;

    @BeforeEach
    void fridayBeforeTheGroupStarts() {
        world.itIs(FIRST_MONDAY.minusDays(3));
    }

    @AfterEach
    void clockRunsAgain() {
        world.clockRunsAgain();
    }

    @Test
    void twentyFiveDaysAcrossWeeksLeadToTheClosingAndTheResult() {
        String group = world.group(5, ENDS);
        String client = world.clientIn(group, "Tuuli");

        LocalDate friday = world.recordWeeks(group, FIRST_FRIDAY, 4);
        assertThat(path.openTasks(client)).isEmpty();
        world.recordWeeks(group, friday, 1);

        assertThat(ledger.balance(client).contact()).isEqualTo(25);
        assertThat(groups.placeOf(client)).isEmpty();
        assertThat(path.task(client, CLOSE).getAssignee()).isEqualTo("trainer");
        path.submit("trainer", client, CLOSE, world.closing(friday.minusWeeks(1)));
        assertThat(path.isRunning(client)).isFalse();
        assertThat(world.result(client)).isEqualTo("COMPLETED");
        assertThat(documents.latest(client, "furtherPlan")).isPresent();
        assertThat(TestMail.subjectsTo(mail, "tuuli@example.fi")).hasSize(2);
    }

    @Test
    void theTrainingDoesNotEndWithoutAFurtherPlan() {
        String group = world.group(5, ENDS);
        String client = world.clientIn(group, "Jouni");
        LocalDate friday = world.recordWeeks(group, FIRST_FRIDAY, 5);

        Map<String, Object> closing = world.closing(friday.minusWeeks(1));

        assertThatThrownBy(() -> path.submit("trainer", client, CLOSE,
                Map.of("contactTrainingClosing", closing.get("contactTrainingClosing")))).hasMessageContaining("Where to?");
        assertThat(path.openTasks(client)).containsExactly(CLOSE);
        assertThat(documents.latest(client, "contactTrainingClosing")).isEmpty();
    }

    @Test
    void theThirtySeventhWaitsAndGetsThePlaceThatComesFree() {
        String group = world.group(36, ENDS);
        List<String> clients = new ArrayList<>();
        for (int i = 0; i < 36; i++) {
            clients.add(world.clientIn(group, "Osallistuja"));
        }
        String waiting = world.clientIn(group, "Ville");

        assertThat(path.openTasks(waiting)).containsExactly(WAIT);
        assertThat(path.shown("coach", waiting, WAIT).get("waitingTurn")).hasToString("1");
        assertThat(groups.find(group).orElseThrow().free()).isZero();

        groups.release(clients.get(7));
        path.runJobs(waiting);

        assertThat(path.openTasks(waiting)).isEmpty();
        assertThat(path.hasPassed(waiting, "endEvent_placeFound")).isTrue();
        assertThat(groups.placeOf(waiting)).map(TrainingPlace::state).contains(TrainingPlace.State.TAKEN);
        assertThat(TestMail.subjectsTo(mail, "ville@example.fi")).hasSize(2);
    }

    @Test
    void aPlaceThatComesFreeWhileTheMailIsOnItsWayIsNotMissed() {
        String group = world.group(1, ENDS);
        String first = world.clientIn(group, "Eka");
        String second = world.client("Toka");
        path.submitTask("coach", path.task(second, CHOOSE).getId(), Map.of("placeDecision", "TAKE", "trainingGroup", group));

        groups.release(first);
        path.runJobs(second);

        assertThat(path.hasPassed(second, "gateway_freeByNow")).isTrue();
        assertThat(path.hasPassed(second, WAIT)).isFalse();
        assertThat(groups.placeOf(second)).map(TrainingPlace::state).contains(TrainingPlace.State.TAKEN);
    }

    @Test
    void whoWaitsTooLongIsRemindedOfAndThenEscalated() {
        String group = world.group(1, ENDS);
        world.clientIn(group, "Anna");
        String waiting = world.clientIn(group, "Odotus");

        path.fireTimer(waiting, "boundaryEvent_waitForPlace_reminder");
        path.fireTimer(waiting, "boundaryEvent_waitForPlace_escalation");

        assertThat(path.hasPassed(waiting, "endEvent_waitForPlace_reminded")).isTrue();
        assertThat(path.hasPassed(waiting, "endEvent_waitForPlace_escalated")).isTrue();
        assertThat(path.openTasks(waiting)).containsExactly(WAIT);
    }

    @Test
    void theCoachMayStopWaiting() {
        String group = world.group(1, ENDS);
        world.clientIn(group, "Liisa");
        String waiting = world.clientIn(group, "Matti");

        path.submit("coach", waiting, WAIT, Map.of("placeDecision", "STOP",
                "contactTrainingStop", Map.of("reason", "Found work.")));

        assertThat(world.result(waiting)).isEqualTo("INTERRUPTED");
        assertThat(groups.waiting(group)).isEmpty();
        assertThat(path.isRunning(waiting)).isFalse();
        assertThat(TestMail.subjectsTo(mail, "matti@example.fi")).contains("Lähiopetuksesi on keskeytynyt");
    }

    @Test
    void theCoachMayChooseAnotherGroupInsteadOfWaiting() {
        String full = world.group(1, ENDS);
        String other = world.group(3, ENDS);
        world.clientIn(full, "Pekka");
        String client = world.clientIn(full, "Saara");

        path.submit("coach", client, WAIT, Map.of("placeDecision", "OTHER_GROUP"));
        world.choose(client, other);

        assertThat(groups.groupOf(client).orElseThrow().id()).isEqualTo(other);
        assertThat(groups.waiting(full)).isEmpty();
    }

    @Test
    void theCoachMayStopInsteadOfChoosingAGroup() {
        String client = world.client("Kerttu");

        path.submit("coach", client, CHOOSE, Map.of("placeDecision", "STOP",
                "contactTrainingStop", Map.of("reason", "Moves to another service.")));

        assertThat(world.result(client)).isEqualTo("INTERRUPTED");
        assertThat(path.hasPassed(client, "endEvent_notChosen")).isTrue();
    }

    @Test
    void aGroupThatIsNotOfferedCannotBeChosen() {
        String client = world.client("Reino");

        assertThatThrownBy(() -> world.choose(client, "no-such-group")).hasMessageContaining("Training group");
        assertThat(path.openTasks(client)).containsExactly(CHOOSE);
    }

    @Test
    void fiveUnauthorisedDaysInARowBringADecisionAndAfterContinuingOnlyFiveMoreDo() {
        String group = world.group(5, ENDS);
        String client = world.clientIn(group, "Olli");
        world.recordWeek(group, FIRST_FRIDAY, Change.absent(client, WHOLE_WEEK));

        assertThat(path.openTasks(client)).containsExactly(DECIDE);
        assertThat(path.shown("coach", client, DECIDE).get("absenceDays").toString())
                .contains("31.8.2026").contains("4.9.2026");
        world.decide(client, "CONTINUE", FIRST_FRIDAY);
        assertThat(path.openTasks(client)).isEmpty();

        world.recordWeek(group, FIRST_FRIDAY.plusWeeks(1), Change.absent(client, DayOfWeek.MONDAY, DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY), Change.permitted(client, DayOfWeek.FRIDAY));
        assertThat(path.openTasks(client)).isEmpty();

        world.recordWeek(group, FIRST_FRIDAY.plusWeeks(2), Change.absent(client, WHOLE_WEEK));
        assertThat(path.openTasks(client)).containsExactly(DECIDE);
        world.decide(client, "INTERRUPT", FIRST_FRIDAY.plusWeeks(2));

        assertThat(world.result(client)).isEqualTo("INTERRUPTED");
        assertThat(groups.placeOf(client)).isEmpty();
        assertThat(documents.versions(client, "absencesDecided")).hasSize(2);
    }

    @Test
    void fourUnauthorisedDaysBringNoDecision() {
        String group = world.group(5, ENDS);
        String client = world.clientIn(group, "Niilo");

        world.recordWeek(group, FIRST_FRIDAY,
                Change.absent(client, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY));

        assertThat(path.openTasks(client)).isEmpty();
        assertThat(path.isRunning(client)).isTrue();
    }

    @Test
    void theClientMustBeHeardBeforeTheDecision() {
        String group = world.group(5, ENDS);
        String client = world.clientIn(group, "Hilma");
        world.recordWeek(group, FIRST_FRIDAY, Change.absent(client, WHOLE_WEEK));

        assertThatThrownBy(() -> path.submit("coach", client, DECIDE, Map.of("absenceDecision", "INTERRUPT",
                "absenceHearing", Map.of("reason", "Absent.")))).hasMessageContaining("Heard on");
        assertThatThrownBy(() -> world.decide(client, "INTERRUPT", FIRST_FRIDAY.plusDays(1)))
                .hasMessageContaining("Heard on");
        assertThat(path.openTasks(client)).containsExactly(DECIDE);
    }

    @Test
    void daysFromBeforeAnInterruptionCount() {
        String group = world.group(5, ENDS);
        String client = world.clientIn(group, "Palaaja");
        LocalDate friday = world.recordWeeks(group, FIRST_FRIDAY, 2);
        end(client);
        groups.release(client);

        world.begin(client, "Palaaja K.");
        assertThat(path.shown("coach", client, CHOOSE).get("contactDays")).hasToString("10");
        world.choose(client, group);
        // Came back on the Friday that is already recorded, so the next week is the first new one.
        friday = world.recordWeeks(group, friday, 2);
        assertThat(path.openTasks(client)).isEmpty();
        world.recordWeeks(group, friday, 1);

        assertThat(path.openTasks(client)).containsExactly(CLOSE);
    }

    @Test
    void aClientWithAllDaysDoneGoesStraightToTheClosingAndAfterItStraightToTheEnd() {
        String group = world.group(5, ENDS);
        String client = world.clientIn(group, "Valmis");
        LocalDate friday = world.recordWeeks(group, FIRST_FRIDAY, 5);
        end(client);

        world.begin(client, "Valmis K.");
        assertThat(path.openTasks(client)).containsExactly(CLOSE);
        assertThat(path.task(client, CLOSE).getAssignee()).isEqualTo("coach");
        path.submit("coach", client, CLOSE, world.closing(friday.minusWeeks(1)));

        world.begin(client, "Valmis K.");
        assertThat(path.isRunning(client)).isFalse();
        assertThat(path.hasPassed(client, "endEvent_closedBefore")).isTrue();
        assertThat(world.result(client)).isEqualTo("COMPLETED");
    }

    @Test
    void whenTheGroupEndsTooEarlyTheCoachChoosesAnotherOneAndTheDaysStay() {
        String group = world.group(1, FIRST_FRIDAY);
        String client = world.clientIn(group, "Lyhyt");
        String waiting = world.clientIn(group, "Jonottaja");

        world.recordWeek(group, FIRST_FRIDAY);
        path.runJobs(client);
        path.runJobs(waiting);

        assertThat(path.isRunning(group)).isFalse();
        assertThat(path.openTasks(client)).containsExactly(CHOOSE);
        assertThat(path.openTasks(waiting)).containsExactly(CHOOSE);
        assertThat(path.hasPassed(waiting, "endEvent_groupEnded")).isTrue();
        assertThat(ledger.balance(client).contact()).isEqualTo(5);
    }

    @Test
    void aWeekRecordedWhileTheCoachDecidesIsNotLost() {
        String group = world.group(5, ENDS);
        String client = world.clientIn(group, "Kiire");
        LocalDate friday = world.recordWeeks(group, FIRST_FRIDAY, 4);
        world.recordWeek(group, friday, Change.absent(client, WHOLE_WEEK));
        assertThat(path.openTasks(client)).containsExactly(DECIDE);
        world.recordWeek(group, friday.plusWeeks(1));
        assertThat(ledger.balance(client).contact()).isEqualTo(25);

        world.decide(client, "CONTINUE", friday.plusWeeks(1));

        assertThat(path.openTasks(client)).containsExactly(CLOSE);
    }

    @Test
    void noWeekIsLostWhenTheLedgerIsReadAndWrittenAtTheSameMoment() throws Exception {
        int clients = 6;
        String group = world.group(clients, ENDS);
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            cases.add(world.clientIn(group, "Samaan"));
        }
        LocalDate friday = world.recordWeeks(group, FIRST_FRIDAY, 4);
        Map<String, Object> lastWeek = world.openWeek(group, friday);
        cases.forEach(caseId -> runtime.createMessageCorrelation("trainingWeekRecorded")
                .processInstanceBusinessKey(caseId).correlateAll());

        // Every path looks at the ledger on its way back to waiting while the trainer records the twenty-fifth day.
        Together.times(clients + 1, number -> {
            if (number == clients) {
                path.submit("trainer", group, RECORD, Map.of("attendanceWeek", lastWeek));
            } else {
                path.runJobs(cases.get(number));
            }
            return number;
        });
        cases.forEach(path::runJobs);

        assertThat(cases).allSatisfy(caseId -> assertThat(path.openTasks(caseId)).containsExactly(CLOSE));
    }

    /** As the path does when it is interrupted. */
    private void end(String caseId) {
        path.instances(caseId).forEach(id -> {
            if (runtime.createProcessInstanceQuery().processInstanceId(id).count() == 1) {
                runtime.deleteProcessInstance(id, "interrupted");
            }
        });
    }
}
