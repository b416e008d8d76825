package fi.tyopolku.contacttraining;

import static fi.tyopolku.contacttraining.TrainingWorld.FIRST_MONDAY;
import static fi.tyopolku.contacttraining.TrainingWorld.RECORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.access.DemoPassword;
import fi.tyopolku.access.WebappClient;
import fi.tyopolku.contacttraining.TrainingWorld.Change;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.privacy.AccessLog;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.Together;
import fi.tyopolku.trainingdays.DayContext;
import fi.tyopolku.trainingdays.DayCorrection;
import fi.tyopolku.trainingdays.DayLedger;
import fi.tyopolku.trainingdays.DayMark;
import fi.tyopolku.trainingdays.LegalForm;
import fi.tyopolku.trainingdays.Mark;
import fi.tyopolku.trainingdays.TrainingDay;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A group's week on its page: marks, the week's task, corrections, and who may see it. */
@DatabaseTest
class AttendancePageTest {

    private static final LocalDate MONDAY = FIRST_MONDAY;
    private static final LocalDate WEDNESDAY = FIRST_MONDAY.plusDays(2);
    private static final LocalDate FRIDAY = FIRST_MONDAY.plusDays(4);
    private static final LocalDate ENDS = FIRST_MONDAY.plusWeeks(12).minusDays(3);
    private static final String WEEK = "2026-W36";
    private static final String PRESENT = "PRESENT";
    private static final String PERMITTED = "ABSENT_PERMITTED";
    private static final String WITHOUT = "ABSENT_WITHOUT";

    @LocalServerPort
    private int port;
    @Autowired
    private TrainingWorld world;
    @Autowired
    private PathDriver path;
    @Autowired
    private DayLedger ledger;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private TrainingGroups groups;
    @Autowired
    private AccessLog accessLog;
    @Autowired
    private JdbcClient jdbc;

    private WebappClient trainer;
    private String group;
    private String aino;
    private String eino;

    @BeforeEach
    void aGroupOfTwo() {
        world.itIs(FIRST_MONDAY.minusDays(3));
        group = world.group(5, ENDS);
        aino = world.clientIn(group, "Aino");
        eino = world.clientIn(group, "Eino");
        trainer = loggedIn("trainer");
    }

    @AfterEach
    void clockRunsAgain() {
        world.clockRunsAgain();
    }

    @Test
    void theListShowsOwnGroupsWithTheWeekThatWaitsAndWhatIsMissing() {
        world.openWeek(group, FRIDAY);

        String list = get(trainer, "/app/attendance").body();

        assertThat(list).contains("/app/attendance/" + group + "?week&#x3D;" + WEEK, "Viikko 36 (31.8.–6.9.2026)",
                "Odottaa viimeistelyä", "<span class=\"late\">10</span>", "2 / 5", "<td>0 / 25</td>");
    }

    @Test
    void aDayIsMarkedWhenItIsTaughtAndTheWeeksTaskShowsIt() {
        world.itIs(WEDNESDAY);

        HttpResponse<String> saved = save(mark(aino, MONDAY, PRESENT), mark(eino, MONDAY, WITHOUT));

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(get(trainer, location(saved)).body())
                .contains("Tallennettu 2 merkintää: läsnä 1, poissa luvalla 0, poissa ilman lupaa 1.")
                .contains("Korjaa: Eino K., maanantai 31.8., Ilman lupaa")
                .contains("aria-label=\"Eino K., tiistai 1.9.\"")
                .doesNotContain("aria-label=\"Eino K., torstai 3.9.\"");
        assertThat(ledger.days(eino)).extracting(TrainingDay::mark).containsExactly(Mark.ABSENT_WITHOUT);
        Map<String, Object> week = world.openWeek(group, FRIDAY);
        assertThat(week).containsEntry("mondayPresent", List.of(aino)).containsEntry("mondayWithout", List.of(eino))
                .containsEntry("tuesdayPresent", List.of(aino, eino));
        world.submitWeek(group, week);
        assertThat(ledger.balance(aino).contact()).isEqualTo(5);
        assertThat(ledger.balance(eino).contact()).isEqualTo(4);
        assertThat(ledger.days(eino).get(0).recordedAt()).as("written once").isBefore(ledger.days(eino).get(4).recordedAt());
    }

    @Test
    void theTasksFormCannotOverwriteWhatThePageSaved() {
        world.itIs(WEDNESDAY);
        save(mark(aino, MONDAY, PRESENT));
        Map<String, Object> week = world.openWeek(group, FRIDAY);

        assertThatThrownBy(() -> world.submitWeek(group, week, Change.absent(aino, DayOfWeek.MONDAY)))
                .hasMessageContaining("Aino K.").hasMessageContaining("already has an attendance mark");

        assertThat(ledger.days(aino)).singleElement().satisfies(day -> assertThat(day.mark()).isEqualTo(Mark.PRESENT));
    }

    @Test
    void savingTheFullWeekCompletesItsTaskAsThePerson() {
        world.openWeek(group, FRIDAY);
        List<String> week = wholeWeek(aino, PRESENT);
        week.addAll(wholeWeek(eino, PRESENT));
        week.set(0, mark(aino, MONDAY, PERMITTED));
        week.add("workTasksExplored=" + encoded("Mittaaminen ja sahaus"));

        HttpResponse<String> saved = save(week.toArray(String[]::new));

        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(get(trainer, location(saved)).body()).contains("Tallennettu 10 merkintää: läsnä 9, poissa luvalla 1")
                .contains("Viikko on kirjattu ja sen tehtävä suoritettu.").doesNotContain("<select name=\"mark.");
        assertThat(path.openTasks(group)).isEmpty();
        assertThat(documents.latest(group, "attendanceWeek").orElseThrow()).satisfies(document -> {
            assertThat(document.author()).isEqualTo("trainer");
            assertThat(document.content().path("workTasksExplored").asText()).isEqualTo("Mittaaminen ja sahaus");
            assertThat(document.content().path("mondayPermitted").get(0).asText()).isEqualTo(aino);
        });
        assertThat(ledger.balance(aino).contact()).isEqualTo(4);
        path.runJobs(group);
        assertThat(path.waitsForTimer(group, "catchEvent_weekTaught")).isTrue();
    }

    @Test
    void aWeekThatWasMarkedDayByDayIsCompletedWithoutAnotherMark() {
        world.itIs(FRIDAY);
        List<String> week = wholeWeek(aino, PRESENT);
        week.addAll(wholeWeek(eino, PRESENT));
        assertThat(get(trainer, location(save(week.toArray(String[]::new)))).body()).doesNotContain("Vie viikko loppuun");
        world.openWeek(group, FRIDAY);

        assertThat(get(trainer, page()).body()).contains("Vie viikko loppuun");
        HttpResponse<String> saved = save();

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(path.openTasks(group)).isEmpty();
        assertThat(ledger.balance(eino).contact()).isEqualTo(5);
    }

    @Test
    void pressingSaveTwiceSavesOnce() throws Exception {
        world.openWeek(group, FRIDAY);
        List<String> week = wholeWeek(aino, PRESENT);
        week.addAll(wholeWeek(eino, PRESENT));
        String[] form = week.toArray(String[]::new);

        List<HttpResponse<String>> answers = Together.times(2, number -> save(form));

        assertThat(answers).extracting(HttpResponse::statusCode).contains(303);
        assertThat(save(form).statusCode()).as("once more, with the old page").isEqualTo(303);
        assertThat(ledger.days(aino)).hasSize(5);
        assertThat(ledger.corrections(aino)).isEmpty();
        assertThat(documents.versions(group, "attendanceWeek")).hasSize(1);
    }

    @Test
    void whoComesSecondSeesWhatTheFirstSavedAndLosesNothingTyped() {
        world.openWeek(group, FRIDAY);
        save(mark(aino, MONDAY, PRESENT), mark(eino, MONDAY, PERMITTED));

        HttpResponse<String> second = save(mark(aino, MONDAY, PRESENT), mark(eino, MONDAY, WITHOUT), mark(eino, FRIDAY, PRESENT));

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).contains("Mitään ei tallennettu", "href=\"#c-" + eino + "-2026-08-31\"",
                "Eino K.: päivälle 31.8.2026 on tallennettu tällä välin merkintä luvallinen poissaolo",
                "(Annoit: Ilman lupaa.)").contains("<option value=\"PRESENT\" selected>");
        assertThat(ledger.days(eino)).hasSize(1);
        assertThat(save(mark(aino, MONDAY, PRESENT), mark(eino, FRIDAY, PRESENT)).statusCode()).isEqualTo(303);
        assertThat(ledger.days(eino)).hasSize(2);
        assertThat(ledger.days(aino)).hasSize(1);
    }

    @Test
    void allThatIsWrongStandsAtItsCellAndNothingIsHalfSaved() {
        world.itIs(WEDNESDAY);
        ledger.record(aino, DayMark.onTheJob(FIRST_MONDAY.plusDays(1), LegalForm.WORK_TRIAL, Mark.ABSENT_PERMITTED, null,
                DayContext.of(FIRST_MONDAY, "trialWeek", "coach")));

        HttpResponse<String> refused = save(mark(aino, MONDAY, PRESENT), mark(eino, MONDAY, PRESENT),
                mark(eino, MONDAY, WITHOUT), mark(eino, FRIDAY, PRESENT), mark(eino, FIRST_MONDAY.plusDays(5), PRESENT),
                mark(eino, FIRST_MONDAY.minusDays(1), PRESENT), mark(aino, FIRST_MONDAY.plusDays(1), PRESENT));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Eino K.: päivälle 31.8.2026 on useampi kuin yksi merkintä",
                "Päivä 4.9.2026 on vasta tulossa", "Päivänä 5.9.2026 ei ollut opetusta",
                "Asiakkaan koulutusryhmä ei ollut käynnissä 30.8.2026", "Aino K.: Päivälle 1.9.2026 on jo läsnäolomerkintä",
                "id=\"f-" + eino + "-2026-08-31\"");
        assertThat(ledger.days(aino)).hasSize(1);
        assertThat(ledger.days(eino)).isEmpty();
    }

    @Test
    void aMarkThatCannotBeReadIsNamedAndNothingElseIsSaved() {
        world.itIs(WEDNESDAY);

        HttpResponse<String> refused = save(mark(aino, MONDAY, PRESENT), mark(eino, MONDAY, PRESENT), mark(eino, MONDAY, "HERE"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Eino K.: päivän 31.8.2026 merkintää ei voi lukea.");
        assertThat(ledger.days(aino)).isEmpty();
    }

    @Test
    void whoWasInterruptedMeanwhileIsNamedAndTheOthersKeepWhatWasTyped() {
        world.openWeek(group, FRIDAY);
        groups.release(eino);

        HttpResponse<String> refused = save(mark(aino, MONDAY, PRESENT), mark(eino, MONDAY, PRESENT));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Eino K. ei ole enää ryhmässä").contains("<option value=\"PRESENT\" selected>");
        assertThat(ledger.days(aino)).isEmpty();
        assertThat(save(wholeWeek(aino, PRESENT).toArray(String[]::new)).statusCode()).isEqualTo(303);
        assertThat(path.openTasks(group)).isEmpty();
        assertThat(correct(trainer, eino, MONDAY, "", PRESENT, "Oli maanantain mukana.").statusCode()).isEqualTo(303);
        assertThat(ledger.balance(eino).contact()).isEqualTo(1);
    }

    @Test
    void aMakeUpDayGetsAColumnAndGoesIntoTheWeek() {
        String threeDays = world.group(5, FIRST_MONDAY, ENDS, List.of("MONDAY", "TUESDAY", "WEDNESDAY"));
        String lauri = world.clientIn(threeDays, "Lauri");
        world.openWeek(threeDays, FRIDAY);
        group = threeDays;

        assertThat(get(trainer, page() + "&makeUp=THURSDAY").body()).contains("Lauri K., torstai 3.9.", "korvaava päivä");
        HttpResponse<String> saved = save("makeUp=THURSDAY", mark(lauri, MONDAY, WITHOUT),
                mark(lauri, FIRST_MONDAY.plusDays(1), PRESENT), mark(lauri, WEDNESDAY, PRESENT),
                mark(lauri, FIRST_MONDAY.plusDays(3), PRESENT));

        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(path.openTasks(threeDays)).isEmpty();
        assertThat(ledger.balance(lauri).contact()).isEqualTo(3);
        assertThat(documents.latest(threeDays, "attendanceWeek").orElseThrow().content().path("makeUpDays").get(0).asText())
                .isEqualTo("THURSDAY");
    }

    @Test
    void withoutJavaScriptTheServerFillsTheDayAndKeepsTheExceptions() {
        world.openWeek(group, FRIDAY);

        HttpResponse<String> filled = save("fill=" + MONDAY, mark(eino, MONDAY, WITHOUT));

        assertThat(filled.statusCode()).isEqualTo(200);
        assertThat(filled.body()).containsOnlyOnce("<option value=\"PRESENT\" selected>")
                .containsOnlyOnce("<option value=\"ABSENT_WITHOUT\" selected>");
        assertThat(ledger.days(aino)).isEmpty();
    }

    @Test
    void aWrongMarkIsCorrectedWithAReasonThroughItsProcess() {
        world.recordWeek(group, FRIDAY);

        assertThat(get(trainer, page() + "/correction?case=" + aino + "&day=" + MONDAY).statusCode()).isEqualTo(404);
        assertThat(get(trainer, "/app/attendance/" + group + "/correction?case=" + aino + "&day=" + MONDAY).body())
                .contains("Aino K.", "maanantai 31.8.", "Läsnä", "Miksi merkintä korjataan?");
        HttpResponse<String> withoutReason = correct(trainer, aino, MONDAY, PRESENT, WITHOUT, " ");
        assertThat(withoutReason.statusCode()).isEqualTo(400);
        assertThat(withoutReason.body()).contains("Kerro, miksi merkintä korjataan.", "value=\"ABSENT_WITHOUT\" checked");
        assertThat(ledger.corrections(aino)).isEmpty();

        HttpResponse<String> corrected = correct(trainer, aino, MONDAY, PRESENT, WITHOUT, "Merkitsin väärän rivin.");

        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(303);
        assertThat(ledger.corrections(aino)).singleElement().satisfies(correction -> {
            assertThat(correction.oldMark()).isEqualTo(Mark.PRESENT);
            assertThat(correction.newMark()).isEqualTo(Mark.ABSENT_WITHOUT);
            assertThat(correction.correctedBy()).isEqualTo("trainer");
        });
        assertThat(get(trainer, location(corrected).replaceAll("#.*", "")).body()).contains("Merkintä on korjattu.",
                "Läsnä → Ilman lupaa: Merkitsin väärän rivin.");
        path.runJobs(aino);
        assertThat(path.hasPassed(aino, "endEvent_corrected")).isTrue();
        assertThat(ledger.balance(aino).contact()).isEqualTo(4);
    }

    @Test
    void aMarkThatSomebodyElseCorrectedMeanwhileIsNotOverwritten() {
        world.recordWeek(group, FRIDAY);
        correct(trainer, aino, MONDAY, PRESENT, WITHOUT, "Merkitsin väärän rivin.");

        HttpResponse<String> second = correct(trainer, aino, MONDAY, PRESENT, PERMITTED, "Soitti aamulla.");

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).contains("on muuttunut tällä välin: nyt se on luvaton poissaolo", "Soitti aamulla.");
        assertThat(ledger.corrections(aino)).extracting(DayCorrection::newMark).containsExactly(Mark.ABSENT_WITHOUT);
    }

    @Test
    void theCoachOfAClientLooksAtThatRowOnlyAndMayCorrectIt() {
        jdbc.sql("update tyopolku.client_case set coach = 'coach3' where case_id = ?").param(eino).update();
        world.recordWeek(group, FRIDAY);
        WebappClient coach = loggedIn("coach3");

        assertThat(get(coach, page()).body()).contains("Eino K.").doesNotContain("Aino K.", "<select name=\"mark.", "Tallenna viikko");
        assertThat(accessLog.of(eino)).anyMatch(look -> look.userId().equals("coach3") && look.part().equals("ATTENDANCE"));
        assertThat(accessLog.of(aino)).noneMatch(look -> look.userId().equals("coach3"));
        assertThat(correct(coach, aino, MONDAY, PRESENT, WITHOUT, "Ei ole minun.").statusCode()).isEqualTo(404);
        assertThat(correct(coach, eino, MONDAY, PRESENT, PERMITTED, "Oli lääkärissä.").statusCode()).isEqualTo(303);
        assertThat(post(coach, "/app/attendance/" + group, "week=" + WEEK, mark(eino, MONDAY, PRESENT)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void othersSeeNothing() {
        world.openWeek(group, FRIDAY);

        assertThat(get(loggedIn("coach2"), page()).statusCode()).as("another municipality").isEqualTo(404);
        assertThat(get(loggedIn("coach3"), page()).statusCode()).as("coach of nobody here").isEqualTo(404);
        assertThat(get(loggedIn("funding-officer"), page()).statusCode()).isEqualTo(403);
        assertThat(get(loggedIn("service-advisor"), "/app/attendance").statusCode()).isEqualTo(403);
        assertThat(get(new WebappClient(port), page()).statusCode()).isEqualTo(302);
        assertThat(post(new WebappClient(port), "/app/attendance/" + group, "week=" + WEEK).statusCode()).isEqualTo(401);
        assertThat(get(trainer, "/app/attendance/no-such-group").statusCode()).isEqualTo(404);
        assertThat(get(trainer, "/app/attendance/" + group + "?week=2026-W99").statusCode()).isEqualTo(404);
        jdbc.sql("update tyopolku.training_group set trainer = 'trainer9' where id = ?").param(group).update();
        assertThat(get(trainer, page()).statusCode()).as("somebody else's group").isEqualTo(404);
        assertThat(save(mark(aino, MONDAY, PRESENT)).statusCode()).isEqualTo(404);
        assertThat(ledger.days(aino)).isEmpty();
        assertThat(path.openTasks(group)).containsExactly(RECORD);
    }

    @Test
    void eachLookIsLoggedForEachParticipant() {
        get(trainer, page());

        assertThat(accessLog.of(aino)).filteredOn(look -> look.part().equals("ATTENDANCE")).hasSize(1);
        assertThat(accessLog.of(eino)).filteredOn(look -> look.userId().equals("trainer")).hasSize(1);
    }

    @Test
    void thePageSpeaksSwedishAndEnglish() {
        world.openWeek(group, FRIDAY);

        assertThat(get(loggedIn("trainer", "sv"), page()).body()).contains("Aino K., måndag 31.8.", "Alla närvarande", "Spara veckan");
        assertThat(get(loggedIn("trainer", "en"), page()).body()).contains("Aino K., Monday 31.8.", "All present", "Save the week");
    }

    @Test
    void daysInARowWithoutPermissionAreWarnedOf() {
        world.recordWeek(group, FRIDAY, Change.absent(aino, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY));

        assertThat(get(trainer, page()).body()).containsOnlyOnce("luvatta poissa 3 päivää peräkkäin");
    }

    private String page() {
        return "/app/attendance/" + group + "?week=" + WEEK;
    }

    private static String mark(String caseId, LocalDate day, String mark) {
        return "mark." + caseId + "." + day + "=" + mark;
    }

    private static List<String> wholeWeek(String caseId, String mark) {
        List<String> week = new ArrayList<>();
        MONDAY.datesUntil(FRIDAY.plusDays(1)).forEach(day -> week.add(mark(caseId, day, mark)));
        return week;
    }

    private HttpResponse<String> save(String... fields) {
        List<String> form = new ArrayList<>(List.of("week=" + WEEK));
        form.addAll(List.of(fields));
        return post(trainer, "/app/attendance/" + group, form.toArray(String[]::new));
    }

    private HttpResponse<String> correct(WebappClient who, String caseId, LocalDate day, String seen, String mark, String reason) {
        return post(who, "/app/attendance/" + group + "/correction", "case=" + caseId, "day=" + day, "seen=" + seen,
                "mark=" + mark, "reason=" + encoded(reason));
    }

    private static HttpResponse<String> post(WebappClient who, String path, String... fields) {
        return who.send(who.request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", fields))));
    }

    private static HttpResponse<String> get(WebappClient who, String path) {
        return who.send(who.request(path).GET());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replace("http://localhost:" + port, "");
    }

    private WebappClient loggedIn(String user) {
        return loggedIn(user, "fi");
    }

    private WebappClient loggedIn(String user, String language) {
        WebappClient client = new WebappClient(port, language);
        assertThat(client.logIn(user, DemoPassword.VALUE, "tasklist")).isEqualTo(200);
        return client;
    }
}
