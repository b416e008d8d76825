package fi.tyopolku.reporting;

import static fi.tyopolku.testing.SampleForms.referral;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.access.DemoPassword;
import fi.tyopolku.access.WebappClient;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clients.NewReferral;
import fi.tyopolku.clients.PersonalIdentityCode;
import fi.tyopolku.clients.ReferralSource;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.funding.AppropriationGrant;
import fi.tyopolku.funding.FundingLedger;
import fi.tyopolku.funding.ReservationRequest;
import fi.tyopolku.measures.MeasureKind;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reports as a manager gets them over HTTP, each of a year long past that no other test uses. */
@DatabaseTest
class ReportsApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HIDDEN = "SMALL_GROUP";

    @Autowired
    private ClientRegister clients;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private FundingLedger funding;
    @Autowired
    private PathDriver path;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Reports reports;
    @LocalServerPort
    private int port;

    @Test
    void everyReportHasItsTextsInThreeLanguagesAndCanBeMade() throws Exception {
        for (ReportSource source : reports.all()) {
            for (String language : Texts.LANGUAGES) {
                Report report = source.report(new ReportSource.Question("kemijarvi", LocalDate.of(1995, 1, 1),
                        LocalDate.of(1995, 12, 31), Locale.forLanguageTag(language)));
                assertThat(report.toString()).as(source.code()).doesNotContain("reporting.");
            }
        }
        JsonNode offer = JSON.readTree(send("manager", "/api/reports", "sv").body());
        assertThat(offer.path("municipality").asText()).isEqualTo("Kemijärvi");
        assertThat(offer.path("language").asText()).isEqualTo("sv");
        assertThat(offer.path("texts").path("title").asText()).isEqualTo("Siffror");
        assertThat(offer.toString()).doesNotContain("\"reporting.");
        assertThat(offer.path("reports")).hasSizeGreaterThanOrEqualTo(11);
        assertThat(offer.path("reports").get(0).toString()).contains("\"hasPeriod\":false", "Vägar enligt skede");
    }

    @Test
    void waitsOfMunicipalitiesStandSideBySideAndSmallOnesAreHidden() throws Exception {
        for (int i = 1; i <= 10; i++) {
            accepted("kemijarvi", LocalDate.of(2011, 3, 1), i * 2);
        }
        for (int i = 1; i <= 4; i++) {
            accepted("sodankyla", LocalDate.of(2011, 3, 1), i);
        }

        assertThat(rows("waiting-times", 2011)).containsExactly("[\"Kemijärvi\",10,12,18]", hidden("Sodankylä", 3));
    }

    @Test
    void waitsForTrainingAndWorkplaceBeginWithThePlanOrTheLastTrainingDay() throws Exception {
        LocalDate approved = LocalDate.of(2012, 2, 1);
        for (int i = 1; i <= 5; i++) {
            String caseId = accepted("kemijarvi", LocalDate.of(2010, 1, 1), 1);
            documents.save(caseId, "planApproval", JSON.valueToTree(Map.of("approvedByClient", true, "approvedOn",
                    approved.toString())), 0, "coach");
            day(caseId, approved.plusDays(i), "CONTACT");
            day(caseId, approved.plusDays(20), "CONTACT");
            day(caseId, approved.plusDays(20 + i * 3L), "ON_THE_JOB");
        }

        assertThat(rows("waiting-contact-training", 2012)).containsExactly("[\"Kemijärvi\",5,3,5]");
        assertThat(rows("waiting-work-trial", 2012)).containsExactly("[\"Kemijärvi\",5,9,15]");
    }

    @Test
    void theMoneyOfAnAppropriationIsShownAsTheLedgerHasIt() throws Exception {
        funding.grant(new AppropriationGrant("kemijarvi", "EMPLOYMENT_AUTHORITY", "PAY_SUBSIDY", LocalDate.of(2013, 1, 1),
                LocalDate.of(2013, 12, 31), 10_000_00L), "funding-officer");
        funding.grant(new AppropriationGrant("sodankyla", "EMPLOYMENT_AUTHORITY", "PAY_SUBSIDY", LocalDate.of(2013, 1, 1),
                LocalDate.of(2013, 12, 31), 7_000_00L), "funding-officer2");
        LocalDate waitsSince = LocalDate.of(2013, 3, 1);
        String committed = null;
        for (int i = 1; i <= 5; i++) {
            String caseId = accepted("kemijarvi", waitsSince.minusDays(90), 1);
            committed = caseId;
            documents.save(caseId, "jobApplication", JSON.createObjectNode(), 0, "coach");
            jdbc.sql("update tyopolku.document set saved_at = ? where case_id = ?").params(noon(waitsSince), caseId).update();
            funding.reserve(new ReservationRequest(caseId, "kemijarvi", "PAY_SUBSIDY", "EMPLOYMENT_AUTHORITY", 1_000_00L, LocalDate.of(2013, 6, 1),
                    true, "coach"));
            jdbc.sql("update tyopolku.funding_line set reserved_at = ? where case_id = ?")
                    .params(noon(waitsSince.plusDays(i * 2L)), caseId).update();
        }
        funding.commit(committed, "PAY_SUBSIDY", "funding-officer");

        JsonNode money = get("manager", "/api/reports/money?from=2013-01-01&to=2013-12-31");

        assertThat(money.path("rows")).hasSize(1);
        JsonNode row = money.path("rows").get(0);
        assertThat(row.get(0).asText()).isEqualTo("Palkkatuki 2013");
        assertThat(IntStream.range(4, 9).mapToObj(i -> row.get(i).asDouble()))
                .containsExactly(10_000.0, 4_000.0, 1_000.0, 5_000.0, 50.0);
        assertThat(rows("waiting-funding", 2013)).containsExactly("[\"Kemijärvi\",5,6,10]");
        assertThat(get("manager2", "/api/reports/money?from=2013-01-01&to=2013-12-31").path("rows").get(0).get(4).asInt())
                .isEqualTo(7_000);
    }

    @Test
    void linesOfFundingPlansAreAddedUpByAppropriation() throws Exception {
        String plan = plan("kemijarvi", "DRAFT");
        line(plan, 1, "TRAINING", "MUNICIPALITY", 100_00, "WAITING");
        line(plan, 2, "TRAINING", "MUNICIPALITY", 200_00, "RESERVED");
        line(plan, 3, "LICENCE", "MUNICIPALITY", 40_50, "COMMITTED");
        line(plan, 4, "LICENCE", "MUNICIPALITY", 999_00, "DROPPED");
        line(plan("kemijarvi", "REJECTED"), 1, "TRAINING", "MUNICIPALITY", 100_00, "RESERVED");
        line(plan("sodankyla", "DRAFT"), 1, "TRAINING", "MUNICIPALITY", 100_00, "RESERVED");

        assertThat(rows("funding-plans", 2014)).containsExactly(
                "[\"Lupakortti tai pätevyys\",\"kunta\",\"\",1,0,0.0,0.0,0.0,40.5]",
                "[\"Koulutus\",\"kunta\",\"\",2,1,0.0,100.0,200.0,0.0]");
    }

    @Test
    void outcomesHaveDenominatorsAndTargets() throws Exception {
        LocalDate day = LocalDate.of(2015, 6, 1);
        for (int i = 0; i < 10; i++) {
            ended(i < 4 ? "OPEN_JOB" : "WITHDRAWN", i < 5 ? 14 : 0, day);
        }
        String measure = measure("Metalli 2015", MeasureKind.TRADE_TRAINING, day, 36);
        for (int i = 0; i < 9; i++) {
            participant(measure, accepted("kemijarvi", day.minusDays(60), 1), day, null);
        }

        List<String> rows = rows("outcomes", 2015);

        assertThat(rows).contains("[\"Jatkopolku löytyi\",4,10,40.0,50,\"Ei\"]",
                "[\"Pitkäaikaistyöttömistä työssä\",4,5,80.0,null,null]",
                "[\"Metalli- ja rakennusalan koulutuksen aloittaneet\",9,36,25.0,100,\"Ei\"]",
                "[\"Siirtyi palkkatuetun työn jälkeen toiselle työnantajalle\",\"" + HIDDEN + "\",\"" + HIDDEN + "\",\""
                        + HIDDEN + "\",30,\"" + HIDDEN + "\"]");
    }

    /** Six ended, five of them long unemployed: their figure would set the sixth apart. */
    @Test
    void aFigureIsHiddenWhenItWouldSetFewPeopleApart() throws Exception {
        LocalDate day = LocalDate.of(2016, 6, 1);
        for (int i = 0; i < 6; i++) {
            ended("OPEN_JOB", i < 5 ? 14 : 0, day);
        }

        List<String> rows = rows("outcomes", 2016);

        assertThat(rows).contains("[\"Jatkopolku löytyi\",6,6,100.0,50,\"Kyllä\"]", "[\"Pitkäaikaistyöttömistä työssä\",\""
                + HIDDEN + "\",\"" + HIDDEN + "\",\"" + HIDDEN + "\",null,null]");
    }

    @Test
    void placesOfMeasuresAreShownAndTheFewWhoStoppedAreNot() throws Exception {
        LocalDate day = LocalDate.of(2017, 6, 1);
        String most = measure("A", MeasureKind.TRADE_TRAINING, day, 36);
        String all = measure("B", MeasureKind.COACHING, day, 12);
        String few = measure("C", MeasureKind.COACHING, day, 12);
        for (int i = 0; i < 8; i++) {
            participant(most, "TP-2017-A" + i, day, i < 6 ? "COMPLETED" : "INTERRUPTED");
            participant(all, "TP-2017-B" + i, day, "COMPLETED");
        }
        participant(few, "TP-2017-C", day, "COMPLETED");
        target(most, "MIGRANTS", 10, 6, 16);
        target(most, "DISABILITY", 50, 4, 16);

        assertThat(rows("measure-places", 2017)).containsExactly(
                "[\"A\",\"Ammattialan koulutus\",\"2017-06-01\",\"2017-06-30\",36,0,36,0,8,\"" + HIDDEN + "\"]",
                "[\"B\",\"Muu valmennus\",\"2017-06-01\",\"2017-06-30\",12,0,12,0,8,8]",
                "[\"C\",\"Muu valmennus\",\"2017-06-01\",\"2017-06-30\",12,0,12,0,\"" + HIDDEN + "\",\"" + HIDDEN + "\"]");
        assertThat(rows("target-shares", 2017)).containsExactly(
                "[\"A: Maahanmuuttaneet\",6,16,37.5,10,\"Kyllä\"]",
                "[\"A: Vammaiset ja osatyökykyiset\",\"" + HIDDEN + "\",\"" + HIDDEN
                        + "\",\"" + HIDDEN + "\",50,\"" + HIDDEN + "\"]");
    }

    @Test
    void durationsOfStagesCountEachRunOfFiveClientsOrMore() throws Exception {
        LocalDate start = LocalDate.of(2018, 3, 1);
        for (int i = 1; i <= 5; i++) {
            historicStage("capabilitySurvey", "TP-2018-" + i, start, i * 10, "COMPLETED", null);
            historicStage("referral", "TP-2018-1", start, i, "COMPLETED", null);
            historicStage("pathPlan", "TP-2018-" + i, start, i, i < 5 ? "COMPLETED" : "INTERNALLY_TERMINATED", null);
            historicStage("followUp", "TP-2018-" + i, start, i, "COMPLETED", i < 5 ? null : start.plusYears(4));
        }
        historicStage("capabilitySurvey", "TP-2018-1", start, 60, "COMPLETED", null);

        List<String> rows = rows("durations", 2018);

        assertThat(rows).contains("[\"Osaamiskartoitus\",5,40,60]", hidden("Lähete", 3), hidden("Polkusuunnitelma", 3),
                hidden("Seuranta", 3));
    }

    @Test
    void aManagerSeesOwnPathsByStageAndOfOthersTheSumOnly() throws Exception {
        int before = atReferral("manager");
        List.of(1, 2).forEach(each -> path.start("coach", "clientPath", referral(IdentityCodes.next())));

        assertThat(atReferral("manager")).isEqualTo(before + 2);
        JsonNode others = get("manager2", "/api/reports/cases-by-stage").path("rows").get(0).get(2);
        assertThat(others.isInt() ? others.asInt() >= before + 2 : before + 2 < 5).isTrue();
    }

    @Test
    void filesAreOfferedByNameAndType() throws Exception {
        HttpResponse<String> csv = send("manager", "/api/reports/waiting-times.csv?from=1996-01-01&to=1996-12-31", "fi");
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("attachment; filename=\"tyopolku-waiting-times-1996-01-01-1996-12-31.csv\"");
        assertThat(csv.body()).isEqualTo("\uFEFFKunta;Asiakkaita;Mediaani, päivää;90. prosenttipiste, päivää\r\n");

        HttpResponse<String> xlsx = send("manager", "/api/reports/cases-by-stage.xlsx", "fi");
        assertThat(xlsx.statusCode()).isEqualTo(200);
        assertThat(xlsx.headers().firstValue("Content-Type").orElse("")).contains("spreadsheetml.sheet");
        assertThat(xlsx.body()).startsWith("PK");
    }

    @Test
    void reportsAreForManagersInTheSessionOfTheWebApplicationsToo() throws Exception {
        for (String call : List.of("/api/reports", "/api/reports/money", "/api/reports/money.csv", "/api/reports/money.xlsx",
                "/api/figures", "/api/waiting-times")) {
            assertThat(send("manager", call, "fi").statusCode()).as(call).isEqualTo(200);
            assertThat(send("coach", call, "fi").statusCode()).as(call).isEqualTo(403);
            assertThat(new WebappClient(port).get(call).statusCode()).as(call).isEqualTo(401);
            WebappClient manager = new WebappClient(port);
            manager.logIn("manager", DemoPassword.VALUE, "cockpit");
            assertThat(manager.get(call).statusCode()).as(call).isEqualTo(200);
            WebappClient modeller = new WebappClient(port);
            modeller.logIn("modeller", DemoPassword.VALUE, "cockpit");
            assertThat(modeller.get(call).statusCode()).as(call).isEqualTo(403);
        }
    }

    /** With the challenge the browser would ask for a password itself, where the page has a sentence. */
    @Test
    void whenTheSessionHasEndedAScriptGetsNoChallenge() {
        WebappClient nobody = new WebappClient(port);
        assertThat(nobody.get("/api/reports").headers().firstValue("WWW-Authenticate")).isPresent();
        HttpResponse<String> answer =
                nobody.send(nobody.request("/api/reports").header("X-Requested-With", "XMLHttpRequest").GET());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void theFiguresHaveAPageOfTheirOwnForManagers() {
        WebappClient manager = new WebappClient(port);
        manager.logIn("manager", DemoPassword.VALUE, "tasklist");
        assertThat(manager.get("/app/figures").body())
                .contains("figures-page.js", "<div id=\"figures\">", "<html lang=\"fi\">", "Luvut");
        WebappClient coach = new WebappClient(port);
        coach.logIn("coach", DemoPassword.VALUE, "tasklist");
        assertThat(coach.get("/app/figures").statusCode()).isEqualTo(403);
        assertThat(new WebappClient(port).get("/app/figures").statusCode()).isEqualTo(302);
    }

    @Test
    void aWrongQuestionIsAnswered() throws Exception {
        assertThat(send("manager", "/api/reports/horoscope", "fi").statusCode()).isEqualTo(404);
        assertThat(send("manager", "/api/reports/horoscope.csv", "fi").statusCode()).isEqualTo(404);
        HttpResponse<String> reversed = send("manager", "/api/reports/outcomes?from=2004-03-02&to=2004-03-01", "fi");
        assertThat(reversed.statusCode()).isEqualTo(400);
        assertThat(reversed.body()).contains("Korjaa päivät");
        assertThat(send("manager", "/api/reports/outcomes?from=eilen", "fi").statusCode()).isEqualTo(400);
    }

    private int atReferral(String manager) throws Exception {
        return get(manager, "/api/reports/cases-by-stage").path("rows").get(0).get(1).asInt();
    }

    private static String hidden(String name, int values) {
        return "[\"" + name + "\"" + (",\"" + HIDDEN + "\"").repeat(values) + "]";
    }

    private void ended(String outcome, int monthsUnemployed, LocalDate on) {
        String caseId = accepted("kemijarvi", on.minusDays(40), 5);
        documents.save(caseId, "capabilitySurvey", JSON.valueToTree(Map.of("unemployedMonthsOfLast14", monthsUnemployed)), 0,
                "coach");
        cases.closeCase(caseId, outcome);
        jdbc.sql("update tyopolku.client_case set closed_on = ? where case_id = ?").params(on, caseId).update();
    }

    private String accepted(String municipality, LocalDate registeredOn, int daysWaited) {
        String caseId = clients.register(new NewReferral(municipality, new PersonalIdentityCode(IdentityCodes.next()), "Aino",
                "Koe", null, null, "fi", null, ReferralSource.WALK_IN, null, null, registeredOn)).caseId();
        cases.open(caseId);
        jdbc.sql("update tyopolku.client_case set opened_at = ? where case_id = ?")
                .params(noon(registeredOn.plusDays(daysWaited)), caseId).update();
        return caseId;
    }

    private void day(String caseId, LocalDate date, String kind) {
        jdbc.sql("""
                insert into tyopolku.training_day (case_id, training_date, kind, legal_form, mark, source, recorded_by, recorded_at)
                values (?, ?, ?, ?, 'PRESENT', 'test', 'trainer', ?)""")
                .params(caseId, date, kind, kind.equals("CONTACT") ? null : "WORK_TRIAL", noon(date)).update();
    }

    private String plan(String municipality, String state) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into tyopolku.funding_plan
                (id, subject_id, municipality, rule_model, name, starts_on, ends_on, state, proposed_by)
                values (?, ?, ?, 'FROM_2025', 'Koe', date '2014-01-01', date '2014-06-30', ?, 'coach')""")
                .params(id, "TP-2014", municipality, state).update();
        return id;
    }

    private void line(String plan, int number, String item, String funder, long cents, String state) {
        jdbc.sql("""
                insert into tyopolku.funding_plan_line
                (id, plan_id, number, item, what_for, amount, funder, starts_on, ends_on, state)
                values (?, ?, ?, ?, 'Koe', ?, ?, date '2014-01-01', date '2014-06-30', ?)""")
                .params(UUID.randomUUID().toString(), plan, number, item, cents, funder, state).update();
    }

    private String measure(String name, MeasureKind kind, LocalDate starts, int places) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into tyopolku.measure
                (id, municipality, name, kind, industry, places, starts, ends, state, needed_since, published_on)
                values (?, 'kemijarvi', ?, ?, 'METAL', ?, ?, ?, 'PUBLISHED', ?, ?)""")
                .params(id, name, kind.name(), places, starts, starts.plusDays(29), starts, starts).update();
        jdbc.sql("insert into tyopolku.measure_municipality (measure_id, municipality) values (?, 'kemijarvi')").param(id)
                .update();
        return id;
    }

    private void participant(String measure, String caseId, LocalDate began, String result) {
        jdbc.sql("""
                insert into tyopolku.measure_participant (measure_id, case_id, began_on, ended_on, result)
                values (?, ?, ?, ?, ?)""").params(measure, caseId, began, result == null ? null : began, result).update();
    }

    private void target(String measure, String group, int percent, int counted, int of) {
        jdbc.sql("""
                insert into tyopolku.measure_target (measure_id, target_group, target_percent, counted, counted_of)
                values (?, ?, ?, ?, ?)""").params(measure, group, percent, counted, of).update();
    }

    private void historicStage(String process, String caseId, LocalDate start, int days, String state, LocalDate removal) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_, START_TIME_,
                END_TIME_, STATE_, TENANT_ID_, REMOVAL_TIME_)
                select cast(? as varchar(64)), cast(? as varchar(64)), cast(? as varchar(255)), KEY_, ID_,
                cast(? as timestamp), cast(? as timestamp), cast(? as varchar(255)), 'kemijarvi', cast(? as timestamp)
                from ACT_RE_PROCDEF
                where KEY_ = ? and VERSION_ = (select max(VERSION_) from ACT_RE_PROCDEF where KEY_ = ?)""")
                .params(id, id, caseId, start.atTime(12, 0), start.plusDays(days).atTime(12, 0), state,
                        removal == null ? null : removal.atStartOfDay(), process, process).update();
    }

    private static OffsetDateTime noon(LocalDate day) {
        return day.atTime(12, 0).atOffset(ZoneOffset.UTC);
    }

    private List<String> rows(String code, int year) throws Exception {
        JsonNode report = get("manager", "/api/reports/" + code + "?from=" + year + "-01-01&to=" + year + "-12-31");
        return StreamSupport.stream(report.path("rows").spliterator(), false).map(JsonNode::toString).toList();
    }

    private JsonNode get(String user, String path) throws Exception {
        HttpResponse<String> answer = send(user, path, "fi");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String user, String path, String language) throws Exception {
        String login = user + ":" + DemoPassword.VALUE;
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Language", language)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .build(), HttpResponse.BodyHandlers.ofString());
    }
}
