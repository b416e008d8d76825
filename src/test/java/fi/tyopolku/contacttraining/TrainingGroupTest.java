package fi.tyopolku.contacttraining;

import static fi.tyopolku.contacttraining.TrainingWorld.DECIDE;
import static fi.tyopolku.contacttraining.TrainingWorld.FIRST_MONDAY;
import static fi.tyopolku.contacttraining.TrainingWorld.RECORD;
import static fi.tyopolku.contacttraining.TrainingWorld.WEEKDAYS;
import static fi.tyopolku.contacttraining.TrainingWorld.groupForm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.contacttraining.TrainingWorld.Change;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.TestMail;
import fi.tyopolku.trainingdays.DayContext;
import fi.tyopolku.trainingdays.DayLedger;
import fi.tyopolku.trainingdays.DayMark;
import fi.tyopolku.trainingdays.LegalForm;
import fi.tyopolku.trainingdays.Mark;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class TrainingGroupTest {

    private static final LocalDate FIRST_FRIDAY = FIRST_MONDAY.plusDays(4);
    private static final LocalDate ENDS = FIRST_MONDAY.plusWeeks(12).minusDays(3);
    private static final List<String> THREE_DAYS = List.of("MONDAY", "TUESDAY", "WEDNESDAY");

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
    private JdbcClient jdbc;
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
    void theGroupOpensUnderTheIdOfItsInstanceAndIsOfferedToCoaches() {
        String group = world.group(36, ENDS);

        assertThat(groups.isTrainerOf("trainer", group)).isTrue();
        assertThat(path.isRunning(group)).isTrue();
        String client = world.client("Ritva");
        assertThat(path.shown("coach", client, TrainingWorld.CHOOSE).get("openTrainingGroups").toString())
                .contains(group).contains("36");
    }

    @Test
    void aCoachOpensAGroupForATrainerAndForNobodyElse() {
        String group = path.start("coach", "trainingGroup", groupForm(3, FIRST_MONDAY, ENDS, WEEKDAYS, "trainer"));
        assertThat(groups.isTrainerOf("trainer", group)).isTrue();

        assertThatThrownBy(() -> path.start("coach", "trainingGroup", groupForm(3, FIRST_MONDAY, ENDS, WEEKDAYS, "manager")))
                .hasMessageContaining("no trainer with that user name");
        assertThatThrownBy(() -> path.start("coach", "trainingGroup", groupForm(3, FIRST_MONDAY, ENDS, WEEKDAYS, null)))
                .hasMessageContaining("no trainer with that user name");
    }

    @Test
    void aGroupThatCannotBeIsRefusedWhole() {
        assertThatThrownBy(() -> world.group(3, ENDS, FIRST_MONDAY, WEEKDAYS)).hasMessageContaining("end before it starts");
        assertThatThrownBy(() -> world.group(0, ENDS)).hasMessageContaining("Places");
        assertThatThrownBy(() -> world.group(3, FIRST_MONDAY, ENDS,
                List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"))).hasMessageContaining("at most 5");
    }

    @Test
    void theWeekIsOneTaskForTheTrainerWithEverybodyPresent() {
        String group = world.group(5, ENDS);
        String aino = world.clientIn(group, "Aino");
        String eino = world.clientIn(group, "Eino");

        Map<String, Object> week = world.openWeek(group, FIRST_FRIDAY);

        assertThat(path.openTasks(group)).containsExactly(RECORD);
        assertThat(path.task(group, RECORD).getAssignee()).isEqualTo("trainer");
        assertThat(week).containsEntry("weekStarts", FIRST_MONDAY.toString())
                .containsEntry("fridayPresent", List.of(aino, eino)).doesNotContainKey("saturdayPresent");
        assertThat(path.shown("trainer", group, RECORD).get("participants").toString()).contains("Aino K.").doesNotContain("(" + aino + ")");
    }

    @Test
    void oneSubmissionRecordsTheWholeGroupAndTheNextWeekBeginsAfresh() {
        String group = world.group(5, ENDS);
        String aino = world.clientIn(group, "Aino");
        String eino = world.clientIn(group, "Eino");

        world.recordWeek(group, FIRST_FRIDAY, Change.absent(eino, DayOfWeek.MONDAY), Change.permitted(aino, DayOfWeek.FRIDAY));

        assertThat(ledger.balance(aino).contact()).isEqualTo(4);
        assertThat(ledger.balance(eino).contact()).isEqualTo(4);
        assertThat(ledger.days(eino).get(0).mark()).isEqualTo(Mark.ABSENT_WITHOUT);
        assertThat(ledger.days(aino).get(4).mark()).isEqualTo(Mark.ABSENT_PERMITTED);
        assertThat(world.openWeek(group, FIRST_FRIDAY.plusWeeks(1)))
                .containsEntry("weekStarts", FIRST_MONDAY.plusWeeks(1).toString())
                .containsEntry("mondayPresent", List.of(aino, eino)).doesNotContainKey("fridayPermitted");
    }

    @Test
    void aMakeUpDayCountsAndStaysOutOfTheNextWeek() {
        String group = world.group(5, FIRST_MONDAY, ENDS, THREE_DAYS);
        String aino = world.clientIn(group, "Aino");
        Map<String, Object> week = world.openWeek(group, FIRST_FRIDAY);
        assertThat(path.shown("trainer", group, RECORD).get("freeDays").toString()).contains("THURSDAY").contains("SATURDAY");
        week.put("makeUpDays", List.of("THURSDAY"));
        week.put("thursdayPresent", List.of(aino));

        world.submitWeek(group, week, Change.absent(aino, DayOfWeek.MONDAY));

        assertThat(ledger.balance(aino).contact()).isEqualTo(3);
        world.recordWeek(group, FIRST_FRIDAY.plusWeeks(1));
        assertThat(ledger.balance(aino).contact()).isEqualTo(6);
        assertThat(documents.latest(group, "attendanceWeek").orElseThrow().content().has("thursdayPresent")).isFalse();
    }

    @Test
    void aSixthDayInTheWeekIsRefusedByNameAndDate() {
        String group = world.group(5, ENDS);
        String aino = world.clientIn(group, "Aino");
        Map<String, Object> week = world.openWeek(group, FIRST_FRIDAY.plusDays(1));
        week.put("makeUpDays", List.of("SATURDAY"));
        week.put("saturdayPresent", List.of(aino));

        assertThatThrownBy(() -> world.submitWeek(group, week)).hasMessageContaining("Aino K.").hasMessageContaining("5 days");
        assertThat(ledger.days(aino)).isEmpty();
    }

    @Test
    void aDayWithoutTeachingThatIsNoMakeUpDayIsLeftOut() {
        String group = world.group(5, FIRST_MONDAY, ENDS, THREE_DAYS);
        String aino = world.clientIn(group, "Aino");
        Map<String, Object> week = world.openWeek(group, FIRST_FRIDAY);
        week.put("fridayPresent", List.of(aino));

        world.submitWeek(group, week);

        assertThat(ledger.balance(aino).contact()).isEqualTo(3);
    }

    @Test
    void aPublicHolidayIsNoTeachingDay() {
        LocalDate christmasWeek = LocalDate.of(2026, 12, 21);
        String group = world.group(5, christmasWeek, LocalDate.of(2027, 1, 8), WEEKDAYS);
        String aino = world.clientIn(group, "Aino");

        Map<String, Object> week = world.openWeek(group, LocalDate.of(2026, 12, 23));

        assertThat(week).containsEntry("wednesdayPresent", List.of(aino)).doesNotContainKeys("thursdayPresent", "fridayPresent");
    }

    @Test
    void aMissingAndADoubleMarkAreRefusedByNameAndDateAndNothingIsSaved() {
        String group = world.group(5, ENDS);
        String aino = world.clientIn(group, "Aino");
        String eino = world.clientIn(group, "Eino");
        Map<String, Object> missing = world.openWeek(group, FIRST_FRIDAY);
        missing.put("tuesdayPresent", List.of(aino));
        assertThatThrownBy(() -> world.submitWeek(group, missing))
                .hasMessageContaining("Eino K. has no mark for 1.9.2026");

        Map<String, Object> twice = world.week(group);
        twice.put("wednesdayWithout", List.of(aino));
        assertThatThrownBy(() -> world.submitWeek(group, twice))
                .hasMessageContaining("Aino K. has more than one mark for 2.9.2026");

        assertThat(ledger.days(aino)).isEmpty();
        assertThat(ledger.days(eino)).isEmpty();
        assertThat(documents.latest(group, "attendanceWeek")).isEmpty();
        assertThat(path.openTasks(group)).containsExactly(RECORD);
    }

    @Test
    void aSecondAttendanceForOneDateIsRefusedAndNothingIsHalfSaved() {
        String group = world.group(5, ENDS);
        String aino = world.clientIn(group, "Aino");
        String eino = world.clientIn(group, "Eino");
        Map<String, Object> week = world.openWeek(group, FIRST_FRIDAY);
        ledger.record(eino, DayMark.contact(FIRST_MONDAY.plusDays(2), Mark.PRESENT,
                DayContext.of(null, "another group", "trainer")));

        assertThatThrownBy(() -> world.submitWeek(group, week)).hasMessageContaining("Eino K.")
                .hasMessageContaining("2.9.2026 already has an attendance mark");

        assertThat(ledger.days(aino)).isEmpty();
        assertThat(ledger.days(eino)).hasSize(1);
        assertThat(documents.latest(group, "attendanceWeek")).isEmpty();
    }

    @Test
    void aDayThatHasNotComeAndAnotherWeekAreRefused() {
        String group = world.group(5, ENDS);
        String aino = world.clientIn(group, "Aino");
        Map<String, Object> early = world.openWeek(group, FIRST_MONDAY.plusDays(2));
        assertThatThrownBy(() -> world.submitWeek(group, early)).hasMessageContaining("Aino K.")
                .hasMessageContaining("has not come yet");

        world.itIs(FIRST_MONDAY.minusDays(1));
        assertThatThrownBy(() -> world.submitWeek(group, early)).hasMessageContaining("31.8.2026 has not come yet");

        world.itIs(FIRST_FRIDAY);
        early.put("weekStarts", FIRST_MONDAY.plusWeeks(1).toString());
        assertThatThrownBy(() -> world.submitWeek(group, early)).hasMessageContaining("week that begins on 31.8.2026");
        assertThat(ledger.days(aino)).isEmpty();
    }

    @Test
    void somebodyWhoIsNotInTheGroupCannotBeMarked() {
        String group = world.group(5, ENDS);
        world.clientIn(group, "Aino");
        String stranger = world.client("Vieras");
        Map<String, Object> week = world.openWeek(group, FIRST_FRIDAY);
        week.put("mondayWithout", List.of(stranger));

        assertThatThrownBy(() -> world.submitWeek(group, week)).hasMessageContaining("choose one of the options");
        assertThat(ledger.days(stranger)).isEmpty();
    }

    @Test
    void whoJoinsDuringTheWeekIsMarkedFromThenOn() {
        String group = world.group(5, ENDS);
        world.clientIn(group, "Aino");
        world.itIs(FIRST_MONDAY.plusDays(2));
        String late = world.clientIn(group, "Lauri");

        Map<String, Object> week = world.openWeek(group, FIRST_FRIDAY);
        assertThat((List<?>) week.get("tuesdayPresent")).hasSize(1);
        world.submitWeek(group, week);

        assertThat(ledger.balance(late).contact()).isEqualTo(3);
    }

    @Test
    void theTrainerOfAnotherGroupMayNotRecordIt() {
        String group = world.group(5, ENDS);
        String aino = world.clientIn(group, "Aino");
        Map<String, Object> week = world.openWeek(group, FIRST_FRIDAY);

        assertThatThrownBy(() -> path.submit("coach", group, RECORD, Map.of("attendanceWeek", week)));
        jdbc.sql("update tyopolku.training_group set trainer = 'trainer9' where id = ?").param(group).update();
        assertThatThrownBy(() -> world.submitWeek(group, week)).hasMessageContaining("Only the trainer of this group");

        assertThat(ledger.days(aino)).isEmpty();
    }

    @Test
    void aWeekInWhichNobodyWasThereIsSkippedAndTheGroupEndsAfterItsLastDay() {
        String group = world.group(5, FIRST_FRIDAY.plusWeeks(1));

        world.itIs(FIRST_FRIDAY);
        path.fireTimer(group, "catchEvent_weekTaught");
        assertThat(path.openTasks(group)).isEmpty();
        String aino = world.clientIn(group, "Aino");
        world.recordWeek(group, FIRST_FRIDAY.plusWeeks(1));

        assertThat(ledger.balance(aino).contact()).isEqualTo(5);
        assertThat(path.isRunning(group)).isFalse();
        assertThat(groups.participants(group)).isEmpty();
    }

    @Test
    void aWeekNobodyRecordsIsRemindedOfAndThenEscalated() {
        String group = world.group(5, ENDS);
        world.clientIn(group, "Aino");
        world.openWeek(group, FIRST_FRIDAY);
        int before = TestMail.subjectsTo(mail, "trainer@example.org").size();

        path.fireTimer(group, "boundaryEvent_recordAttendance_reminder");
        path.fireTimer(group, "boundaryEvent_recordAttendance_escalation");

        assertThat(path.hasPassed(group, "endEvent_recordAttendance_reminded")).isTrue();
        assertThat(path.hasPassed(group, "endEvent_recordAttendance_escalated")).isTrue();
        assertThat(TestMail.subjectsTo(mail, "trainer@example.org")).hasSize(before + 1);
        assertThat(path.openTasks(group)).containsExactly(RECORD);
    }

    @Test
    void aWrongMarkIsCorrectedWithAReasonAndThePathFollows() {
        String group = world.group(5, ENDS);
        String aino = world.clientIn(group, "Aino");
        world.recordWeek(group, FIRST_FRIDAY, Change.absent(aino, DayOfWeek.MONDAY, DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY));

        correct("trainer", aino, FIRST_FRIDAY, "ABSENT_WITHOUT", "Left before the lesson.");

        assertThat(ledger.corrections(aino)).hasSize(1);
        assertThat(path.openTasks(aino)).containsExactly(DECIDE);
        correct("coach", aino, FIRST_FRIDAY, "ABSENT_PERMITTED", "Had a doctor's appointment.");
        assertThat(ledger.corrections(aino)).hasSize(2);
    }

    @Test
    void aDayThatBecameADayAtAWorkplaceMeanwhileIsNotCorrectedHere() {
        String group = world.group(5, ENDS);
        String aino = world.clientIn(group, "Aino");
        world.itIs(FIRST_FRIDAY);
        path.start("trainer", "attendanceCorrection", Map.of("caseId", aino, "day", FIRST_FRIDAY.toString()));
        ledger.record(aino, DayMark.onTheJob(FIRST_FRIDAY, LegalForm.WORK_TRIAL, Mark.ABSENT_PERMITTED, null,
                DayContext.of(FIRST_MONDAY, "trialWeek", "coach")));

        assertThatThrownBy(() -> path.submit("trainer", aino, "userTask_correctAttendance", Map.of("newMark",
                "ABSENT_WITHOUT", "attendanceCorrection", Map.of("reason", "Was not there."))))
                .hasMessageContaining("workplace");
        assertThat(ledger.corrections(aino)).isEmpty();
    }

    @Test
    void aMissingMarkIsAddedWithinTheGroupsDatesOnly() {
        String group = world.group(5, ENDS);
        String aino = world.clientIn(group, "Aino");
        world.itIs(FIRST_FRIDAY);

        correct("trainer", aino, FIRST_MONDAY, "PRESENT", "Was interrupted before the week was recorded.");

        assertThat(ledger.balance(aino).contact()).isEqualTo(1);
        assertThatThrownBy(() -> correct("trainer", aino, FIRST_MONDAY.minusDays(3), "PRESENT", "No."))
                .hasMessageContaining("was not running");
    }

    @Test
    void whoHasNothingToDoWithTheClientMayNotCorrect() {
        String stranger = world.client("Muualla");

        assertThatThrownBy(() -> correct("trainer", stranger, FIRST_MONDAY.minusDays(4), "PRESENT", "No."))
                .hasMessageContaining("Only the coach of the client");
        assertThatThrownBy(() -> correct("coach2", stranger, FIRST_MONDAY.minusDays(4), "PRESENT", "No."));
    }

    private void correct(String user, String caseId, LocalDate day, String mark, String reason) {
        path.start(user, "attendanceCorrection", Map.of("caseId", caseId, "day", day.toString()));
        path.submit(user, caseId, "userTask_correctAttendance",
                Map.of("newMark", mark, "attendanceCorrection", Map.of("reason", reason)));
    }
}
