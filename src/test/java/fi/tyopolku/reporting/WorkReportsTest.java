package fi.tyopolku.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.MeasureClients;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.SampleForms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Overdue and stuck work in the words that a manager reads. */
@DatabaseTest
class WorkReportsTest {

    private static final Map<String, Object> FACTS =
            Map.of("clientLabel", "Aino K.", "coach", "coach", "language", "fi", "registeredOn", "2026-08-03",
                    "municipality", "kemijarvi");

    @Autowired
    private Reports reports;
    @Autowired
    private PathDriver path;
    @Autowired
    private MeasureClients clients;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService management;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private GreenMail mail;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private BusinessClock clock;

    @Test
    void anOverdueTaskSaysWhoIsWaitedForHowLongAndWhatToDo() {
        String old = overdue(40);
        String newer = overdue(3);

        List<List<Object>> rows = of("overdue", old, newer);

        LocalDate today = LocalDate.now(clock);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).startsWith("Jatkopolku").contains(old, today.minusDays(40), 40L)
                .anySatisfy(cell -> assertThat(cell.toString()).contains("Valmentajat"));
        assertThat(rows.get(1)).contains(newer, 3L);
        assertThat(rows.get(1).get(6).toString()).startsWith("Kysy, mistä tehtävä on kiinni: ");
        assertThat(rows.toString()).doesNotContain("Aino");
        assertThat(report("overdue", "sodankyla").rows().toString()).doesNotContain(old);
        assertThat(report("overdue", "kemijarvi").notes().get(0)).contains("Jatkopolku");
    }

    @Test
    void aTaskOfNobodyAndOfSomebodyWhoIsGoneAskForOtherActions() {
        String nobodys = overdue(5);
        String gone = overdue(5);
        tasks.setAssignee(task(nobodys), null);
        tasks.setAssignee(task(gone), "coach2");

        assertThat(of("overdue", nobodys).get(0).get(6)).isEqualTo(
                "Kukaan ei ole ottanut tehtävää. Pyydä jotakuta ryhmästä ottamaan se.");
        assertThat(of("overdue", gone).get(0).get(6).toString()).contains("Siirrä asia toiselle");
    }

    @Test
    void aWaitForAnAnswerIsOverdueFromItsReminderOn() {
        String caseId = clients.client("Aino");
        path.startStage("feedbackRequest", caseId, Map.of("clientLabel", "Aino K.", "coach", "coach", "language", "fi",
                "party", "CLIENT", "municipality", "kemijarvi"));
        assertThat(of("overdue", caseId)).isEmpty();
        path.fireTimer(caseId, "boundaryEvent_reminder");

        List<List<Object>> rows = of("overdue", caseId);

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get(2)).isEqualTo("Palautteen antaja");
    }

    @Test
    void aMailThatCouldNotBeSentIsToldInWordsWithTheActionAndTheLink() {
        String address = "hidden." + IdentityCodes.next().toLowerCase() + "@example.fi";
        Map<String, Object> form = SampleForms.with(SampleForms.referral(IdentityCodes.next()), "referral", "email", address);
        LocalDate before = LocalDate.now();
        mail.stop();
        String caseId;
        try {
            assertThatThrownBy(() -> path.start("coach", "clientPath", form));
            caseId = jdbc.sql("select k.case_id from tyopolku.client_case k join tyopolku.client c on c.id = k.client_id where c.email = ?")
                    .param(address).query(String.class).single();
            for (String instance : path.instances(caseId)) {
                management.createJobQuery().processInstanceId(instance).withException().list()
                        .forEach(job -> management.setJobRetries(job.getId(), 0));
            }
        } finally {
            mail.start();
        }

        List<List<Object>> rows = of("stuck", caseId);

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get(0).toString()).startsWith("Sähköposti jäi lähettämättä (")
                .endsWith("Sähköpostipalvelin ei vastannut tai ei ottanut viestiä vastaan.");
        assertThat(rows.get(0).get(1)).isEqualTo("Lähete");
        assertThat((LocalDate) rows.get(0).get(4)).isBetween(before, LocalDate.now());
        assertThat(rows.get(0).get(5).toString()).contains("pääkäyttäjältä", "Yritä uudelleen");
        assertThat(rows.get(0).get(6).toString()).startsWith("/camunda/app/cockpit/default/#/process-instance/");
        assertThat(rows.toString()).doesNotContain("Exception", "hidden.", "Koskela", "at fi.tyopolku");
        assertThat(report("stuck", "sodankyla").rows().toString()).doesNotContain(caseId);
    }

    @Test
    void aProcessThatNothingMovesAndACaseWithoutAnyAreBothTold() {
        String still = clients.client("Aino");
        path.startStage("followUp", still, FACTS);
        assertThat(of("stuck", still)).isEmpty();
        path.instances(still).forEach(instance -> management.createJobQuery().processInstanceId(instance).list()
                .forEach(job -> management.deleteJob(job.getId())));
        String empty = clients.client("Aino");

        assertThat(of("stuck", still)).hasSize(1);
        assertThat(of("stuck", still).get(0).get(0).toString()).startsWith("Tässä prosessissa kenelläkään ei ole tehtävää");
        assertThat(of("stuck", empty).get(0).get(0).toString()).startsWith("Asia on avoinna, mutta");
        assertThat(of("stuck", empty).get(0).get(6)).isEqualTo("");
    }

    @Test
    void aStepThatShouldHaveRunLongAgoSaysThatTheBackgroundWorkStandsStill() {
        String caseId = clients.client("Aino");
        path.startStage("followUp", caseId, FACTS);
        Job timer = management.createJobQuery().processInstanceId(path.instances(caseId).get(0)).timers().singleResult();
        management.setJobDuedate(timer.getId(), Date.from(clock.instant().minus(2, ChronoUnit.HOURS)));

        assertThat(of("stuck", caseId).get(0).get(0).toString()).startsWith("Askeleen olisi pitänyt käynnistyä yli tunti sitten");
        runtime.suspendProcessInstanceById(path.instances(caseId).get(0));
        assertThat(of("stuck", caseId).get(0).get(0).toString()).startsWith("Joku on keskeyttänyt prosessin");
    }

    @Test
    void aCaseWhoseCoachHasGoneAndASupportThatHasNotBegunAreTold() {
        String caseId = clients.client("Aino");
        path.startStage("followUp", caseId, FACTS);
        jdbc.sql("update tyopolku.client_case set coach = 'trainer' where case_id = ?").param(caseId).update();
        jdbc.sql("""
                insert into tyopolku.support_need (case_id, need, state, changed_on)
                values (?, 'NETWORK_BUILDING', 'NOT_STARTED', date '2026-11-02')""").param(caseId).update();

        List<List<Object>> rows = of("stuck", caseId);

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).get(0).toString()).startsWith("Asian valmentaja ei enää ole kunnan valmentaja: ");
        assertThat(rows.get(1).get(0).toString()).startsWith("Tähän tarpeeseen sovittu tuki ei ole alkanut: ")
                .doesNotContain("NETWORK_BUILDING");
    }

    private String overdue(int days) {
        String caseId = clients.client("Aino");
        path.startStage("nextStep", caseId, FACTS);
        tasks.setAssignee(task(caseId), "coach");
        // Whole days of the calendar: on the night of summer time's end one of them has 25 hours.
        tasks.setDueDate(task(caseId), Date.from(ZonedDateTime.now(clock).minusDays(days).toInstant()));
        return caseId;
    }

    private String task(String caseId) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseId).singleResult().getId();
    }

    private Report report(String code, String municipality) {
        return reports.find(code).orElseThrow().report(new ReportSource.Question(municipality,
                LocalDate.ofInstant(Instant.EPOCH, java.time.ZoneOffset.UTC), LocalDate.now(clock), Locale.forLanguageTag("fi")));
    }

    private List<List<Object>> of(String code, String... cases) {
        return report(code, "kemijarvi").rows().stream()
                .filter(row -> row.stream().anyMatch(cell -> cell != null && List.of(cases).contains(cell))).toList();
    }
}
