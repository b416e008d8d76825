package fi.tyopolku.reporting.esf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fi.tyopolku.access.DemoPassword;
import fi.tyopolku.access.WebappClient;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseIds;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clients.NewReferral;
import fi.tyopolku.clients.PersonalIdentityCode;
import fi.tyopolku.clients.ReferralSource;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.funding.FundingProject;
import fi.tyopolku.funding.FundingProjects;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.privacy.AccessLog;
import fi.tyopolku.reporting.Report;
import fi.tyopolku.reporting.ReportSource;
import fi.tyopolku.reporting.Reports;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.SampleForms;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Participants of ESF+ projects: their records, what is missing of them, the figures and the file. */
@DatabaseTest
class EsfTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String CSV = "/api/reports/esf/participants.csv?from=2026-01-01&to=2026-11-23";

    @Autowired
    private PathDriver path;
    @Autowired
    private ClientRegister clients;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private FundingProjects projects;
    @Autowired
    private Reports reports;
    @Autowired
    private AccessLog log;
    @Autowired
    private TaskService tasks;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private JdbcClient jdbc;
    @LocalServerPort
    private int port;

    private String project;

    @BeforeEach
    void aProjectOfItsOwn() {
        clock.setTo(TODAY.atTime(9, 0).atZone(Dates.HELSINKI).toInstant());
        project = project("Polku " + UUID.randomUUID(), true);
    }

    @AfterEach
    void clockRunsAgain() {
        clock.reset();
    }

    @Test
    void aCoachRecordsStartAndEndAndNothingIsMissingAnyMore() throws Exception {
        String caseId = client("Aino", "1971");
        start(caseId, "2026-09-01", "2026-10-30");
        Task exit = path.task(caseId, "userTask_recordExit");
        assertThat(exit.getAssignee()).isEqualTo("coach");
        assertThat(exit.getFollowUpDate()).isEqualTo(day(LocalDate.of(2026, 10, 30), 8));
        assertThat(exit.getDueDate()).isEqualTo(day(LocalDate.of(2026, 11, 27), 16));

        path.submit("coach", caseId, "userTask_recordExit", Map.of("esfExitResult", "GOES_ON", "esfEndsOn", "2026-12-18"));
        assertThat(path.task(caseId, "userTask_recordExit").getFollowUpDate()).isEqualTo(day(LocalDate.of(2026, 12, 18), 8));
        assertThat(missing(caseId)).isEmpty();
        cases.closeCase(caseId, "OPEN_JOB");
        path.submit("coach", caseId, "userTask_recordExit", exit("2026-11-20", "EMPLOYED"));

        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(missing(caseId)).isEmpty();
        assertThat(line(caseId)).contains("Koskela;Aino;", ";Ei;",
                ";1.9.2026;1.9.2026;Työttömänä vähintään 12 kuukautta;Enintään perusaste (ISCED 0–2);Osallistuja antoi itse;"
                        + "20.11.2026;Työssä tai yrittäjänä;Kyllä;Hygieniapassi;Annettiin avustettuna;"
                        + "Työssä avoimilla työmarkkinoilla;23.11.2026");
    }

    @Test
    void aProtectedPersonsContactDetailsStayInTheRegisterAndFormulasAreTexts() throws Exception {
        String caseId = client("=HYPERLINK(\"x\")", "1990");
        start(caseId, "2026-09-01", "2026-12-30", "YES");

        assertThat(line(caseId)).contains("\"'=HYPERLINK(\"\"x\"\")\"").doesNotContain("@example.fi", "Kemijärvi");
        String open = client("Aino", "1990");
        start(open, "2026-09-01", "2026-12-30");
        assertThat(line(open)).contains(open.toLowerCase() + "@example.fi");
    }

    @Test
    void whoTakesPartIsKnownFromServicesMeasuresAndPlansAndTheirRecordsAreMissing() {
        String inService = client("Aino", "1990");
        service(inService, project, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 4, 30));
        String inMeasure = client("Aino", "1990");
        measure(inMeasure, project, LocalDate.of(2026, 11, 2));
        String inPlan = client("Aino", "1990");
        plan(inPlan, project, "APPROVED", "COMMITTED");
        String planned = client("Aino", "1990");
        plan(planned, project, "DRAFT", "PLANNED");
        String nationalMoney = client("Aino", "1990");
        service(nationalMoney, project("Kansallinen", false), LocalDate.of(2026, 3, 2), null);

        assertThat(missing(inService)).containsExactly("Henkilöllisyys todettu", "Työmarkkina-asema aloittaessa",
                "Korkein koulutus aloittaessa", "Turvakielto", "Aloittamisilmoitus EURA 2021:ssä",
                "Tilanne neljän viikon kuluessa päättymisestä", "Hankkeessa hankittu ammatillinen pätevyys",
                "Lopettamisilmoitus EURA 2021:ssä");
        documents.save(inMeasure, "capabilitySurvey", SampleForms.json(Map.of("highestEducation", "MATRICULATION")), 0, "coach");
        assertThat(missing(inMeasure)).containsExactly("Henkilöllisyys todettu", "Työmarkkina-asema aloittaessa", "Turvakielto",
                "Aloittamisilmoitus EURA 2021:ssä");
        assertThat(missing(inPlan)).contains("Tilanne neljän viikon kuluessa päättymisestä");
        assertThat(missing(planned)).isEmpty();
        assertThat(missing(nationalMoney)).isEmpty();
        assertThat(report("esf-missing").rows().toString()).contains("Valmentaja aloittaa").doesNotContain("Koskela", "esf.");
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsToldOnThePage() throws Exception {
        WebappClient manager = new WebappClient(port);
        manager.logIn("manager", DemoPassword.VALUE, "cockpit");
        HttpResponse<String> refused = manager.get("/app/esf?from=2026-01-02&to=2025-01-01");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("id=\"period-fault\"", "value=\"2026-01-02\"", "value=\"2025-01-01\"");
    }

    @Test
    void figuresCountByHandAndHideSmallGroups() {
        for (int i = 0; i < 7; i++) {
            started("1971", i < 6 ? "LONG_TERM_UNEMPLOYED" : "UNEMPLOYED");
        }
        for (int i = 0; i < 6; i++) {
            started("2005", "UNEMPLOYED");
        }

        assertThat(figure("Osallistujat ajanjaksolla")).isEqualTo(13);
        assertThat(figure("Työttömänä alle 12 kuukautta")).isEqualTo(7);
        // The three others are empty; alone they would tell nothing, so the smaller of the two is hidden with them.
        assertThat(figure("Työttömänä vähintään 12 kuukautta")).isEqualTo(Report.NotShown.SMALL_GROUP);
        assertThat(figure("18–29-vuotiaat")).isEqualTo(Report.NotShown.SMALL_GROUP);
        assertThat(figure("55 vuotta täyttäneet")).isEqualTo(7);
        assertThat(figure("Enintään perusaste (ISCED 0–2)")).isEqualTo(Report.NotShown.SMALL_GROUP);
    }

    @Test
    void onlyManagersOfTheMunicipalityTakeTheFileAndEachTimeIsLogged() throws Exception {
        String caseId = client("Aino", "1971");
        start(caseId, "2026-09-01", "2026-12-30");

        assertThat(send("coach", CSV).statusCode()).isEqualTo(403);
        assertThat(send("modeller", CSV).statusCode()).isEqualTo(403);
        assertThat(new WebappClient(port).get(CSV).statusCode()).isEqualTo(401);
        assertThat(log.of(caseId)).isEmpty();
        assertThat(send("manager2", CSV).body()).doesNotContain(caseId);
        assertThat(log.of(caseId)).isEmpty();

        assertThat(send("manager", CSV).body()).contains(caseId);
        HttpResponse<String> xlsx = send("manager", CSV.replace(".csv", ".xlsx"));
        assertThat(xlsx.statusCode()).isEqualTo(200);
        assertThat(xlsx.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(log.of(caseId)).hasSize(2)
                .allSatisfy(look -> assertThat(look.userId() + " " + look.part()).isEqualTo("manager ESF_EXPORT"));
        assertThat(reports.find("esf-participants")).isEmpty();
        assertThat(report("esf").rows().toString() + report("esf-missing").rows()).doesNotContain("Koskela");
    }

    @Test
    void thePageShowsWhatIsMissingButNoPerson() {
        String caseId = client("Aino", "1971");
        service(caseId, project, LocalDate.of(2026, 3, 2), null);
        String address = "/app/esf?from=2026-01-01&to=2026-11-23";
        WebappClient manager = new WebappClient(port, "fi");
        manager.logIn("manager", DemoPassword.VALUE, "cockpit");
        WebappClient coach = new WebappClient(port, "fi");
        coach.logIn("coach", DemoPassword.VALUE, "tasklist");

        assertThat(manager.get(address).body()).contains("ESR+-osallistujat", caseId, "Turvakielto",
                "/api/reports/esf/participants.xlsx?from&#x3D;2026-01-01").doesNotContain("Koskela", "esf.", "reporting.");
        assertThat(coach.get(address).statusCode()).isEqualTo(403);
        assertThat(new WebappClient(port).get(address).statusCode()).isIn(302, 401);
    }

    @Test
    void aStartThatCannotBeIsRefused() {
        String caseId = client("Aino", "1971");
        assertThat(refusalOf(() -> start(caseId, "2026-09-01", "2030-01-01"))).isEqualTo("esf.outsideProject");
        assertThat(refusalOf(() -> start(caseId, "2026-09-01", "2026-08-01"))).isEqualTo("esf.endsBeforeItStarts");
        String closed = client("Aino", "1971");
        cases.closeCase(closed, "OTHER");
        assertThat(refusalOf(() -> start(closed, "2026-09-01", "2026-12-01"))).isEqualTo("esf.notOpen");
    }

    private static String refusalOf(ThrowingCallable action) {
        Refusal refusal = Refusal.behind(catchThrowable(action));
        return refusal == null ? null : refusal.key();
    }

    private String project(String name, boolean euMoney) {
        String id = UUID.randomUUID().toString();
        projects.register(new FundingProject(id, "kemijarvi", name, "ESR+", euMoney, LocalDate.of(2026, 1, 1),
                LocalDate.of(2028, 12, 31), "Työtä"), "manager");
        return id;
    }

    private String client(String givenName, String born) {
        String caseId = CaseIds.next();
        clients.register(new NewReferral("kemijarvi", new PersonalIdentityCode(IdentityCodes.bornIn(Integer.parseInt(born))),
                givenName, "Koskela", caseId.toLowerCase() + "@example.fi", null, "fi", "Kemijärvi", ReferralSource.WALK_IN,
                null, null, LocalDate.of(2026, 2, 2)), caseId);
        cases.assignCoach(caseId, "coach");
        cases.open(caseId);
        return caseId;
    }

    private void start(String caseId, String startedOn, String endsOn) {
        start(caseId, startedOn, endsOn, "NO");
    }

    private void start(String caseId, String startedOn, String endsOn, String nonDisclosure) {
        path.start("coach", "esfParticipant", Map.of("caseId", caseId, "esfEndsOn", endsOn, "esfStart",
                record("LONG_TERM_UNEMPLOYED", startedOn, nonDisclosure)));
    }

    private Map<String, Object> record(String status, String startedOn, String nonDisclosure) {
        return Map.of("project", project, "startedOn", startedOn, "identityVerifiedOn", startedOn, "labourMarketStatus",
                status, "highestEducation", "ISCED_0_2", "nonDisclosure", nonDisclosure, "startNotice", "SELF");
    }

    private void started(String born, String status) {
        documents.save(client("Aino", born), "esfStart", SampleForms.json(record(status, "2026-09-01", "NO")), 0, "coach");
    }

    private Map<String, Object> exit(String endedOn, String status) {
        Map<String, Object> exit = new HashMap<>(Map.of("project", project, "endedOn", endedOn, "statusOnExit", status,
                "qualificationGained", "YES", "exitNotice", "HELPED"));
        exit.put("qualification", "Hygieniapassi");
        return Map.of("esfExitResult", "LEFT", "esfExit", exit);
    }

    private void service(String caseId, String of, LocalDate from, LocalDate ended) {
        jdbc.sql("""
                insert into tyopolku.client_service (case_id, municipality, service, live_key, project, starts_on, weekdays,
                ended_on, result, next_step) values (?, 'kemijarvi', 'SPECIAL_SUPPORT', ?, ?, ?, '', ?, ?, ?)""")
                .params(caseId, ended == null ? caseId : null, of, from, ended, ended == null ? null : "ENDED",
                        ended == null ? null : "OTHER_SERVICE").update();
    }

    private void measure(String caseId, String of, LocalDate began) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into tyopolku.measure (id, municipality, name, kind, industry, project_id, places, starts, ends, state,
                needed_since) values (?, 'kemijarvi', 'Koe', 'COACHING', 'METAL', ?, 12, ?, ?, 'PUBLISHED', ?)""")
                .params(id, of, began, began.plusDays(60), began).update();
        jdbc.sql("insert into tyopolku.measure_participant (measure_id, case_id, began_on) values (?, ?, ?)")
                .params(id, caseId, began).update();
    }

    private void plan(String caseId, String of, String state, String lineState) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into tyopolku.funding_plan
                (id, subject_id, municipality, rule_model, name, starts_on, ends_on, state, proposed_by)
                values (?, ?, 'kemijarvi', 'FROM_2025', 'Koe', date '2026-03-01', date '2026-05-31', ?, 'coach')""")
                .params(id, caseId, state).update();
        jdbc.sql("""
                insert into tyopolku.funding_plan_line
                (id, plan_id, number, item, what_for, amount, funder, project, starts_on, ends_on, state)
                values (?, ?, 1, 'TRAINING', 'Koe', 100, 'PROJECT', ?, date '2026-03-01', date '2026-05-31', ?)""")
                .params(UUID.randomUUID().toString(), id, of, lineState).update();
    }

    private Report report(String code) {
        return reports.find(code).orElseThrow().report(new ReportSource.Question("kemijarvi", LocalDate.of(2026, 1, 1), TODAY,
                Locale.forLanguageTag("fi")));
    }

    private List<Object> missing(String caseId) {
        return report("esf-missing").rows().stream().filter(row -> row.get(0).equals(caseId)).map(row -> row.get(2)).toList();
    }

    private Object figure(String value) {
        String name = projects.find(project, "kemijarvi").orElseThrow().name();
        return report("esf").rows().stream().filter(row -> row.get(0).equals(name) && row.get(2).equals(value))
                .map(row -> row.get(3)).findFirst().orElseThrow();
    }

    private String line(String caseId) throws Exception {
        HttpResponse<String> answer = send("manager", CSV);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().filter(line -> line.contains(caseId)).findFirst().orElseThrow();
    }

    private static Date day(LocalDate day, int hour) {
        return Date.from(day.atTime(hour, 0).atZone(Dates.HELSINKI).toInstant());
    }

    private HttpResponse<String> send(String user, String address) throws Exception {
        String login = user + ":" + DemoPassword.VALUE;
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Accept-Language", "fi")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .build(), HttpResponse.BodyHandlers.ofString());
    }
}
