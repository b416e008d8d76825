package fi.tyopolku.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.access.DemoPassword;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clients.NewReferral;
import fi.tyopolku.clients.PersonalIdentityCode;
import fi.tyopolku.clients.ReferralSource;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.IdentityCodes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures as a manager gets them over HTTP; the years are long past, so that no other test's cases count. */
@DatabaseTest
class FiguresApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private ClientRegister clients;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private JdbcClient jdbc;
    @LocalServerPort
    private int port;

    @Test
    void theMajorityWithAFurtherPathIsCountedOverAllWhoWereAccepted() throws Exception {
        for (int i = 0; i < 4; i++) {
            ended("OPEN_JOB", 14, 2, 4, LocalDate.of(2001, 5, 5));
        }
        ended("WITHDRAWN", 14, 2, null, LocalDate.of(2001, 5, 6));
        for (int i = 0; i < 5; i++) {
            ended("SMALL_PROGRESS", 3, 2, i == 0 ? 1 : null, LocalDate.of(2001, 5, 7));
        }
        ended("OPEN_JOB", 14, 2, 4, LocalDate.of(2002, 1, 1));

        JsonNode figures = get("manager", "/api/figures?from=2001-01-01&to=2001-12-31");

        assertThat(figure(figures, "FURTHER_PATH").toString())
                .contains("\"count\":4", "\"of\":10", "\"percent\":40.0", "\"aboveTarget\":50", "\"meetsTarget\":false");
        assertThat(figure(figures, "LONG_TERM_UNEMPLOYED_IN_WORK").toString()).contains("\"count\":4", "\"of\":5");
        assertThat(figure(figures, "SOCIAL_PARTICIPATION_ROSE").toString()).contains("\"count\":4", "\"of\":5");
    }

    @Test
    void inASmallGroupNothingIsShown() throws Exception {
        for (int i = 0; i < 4; i++) {
            ended("OPEN_JOB", 14, 2, 4, LocalDate.of(2003, 5, 5));
        }

        JsonNode figures = get("manager", "/api/figures?from=2003-01-01&to=2003-12-31");

        assertThat(figure(figures, "FURTHER_PATH").get("percent").isNull()).isTrue();
        assertThat(figure(figures, "FURTHER_PATH").get("count").isNull()).isTrue();
    }

    /** Ii: more than 30 per cent progressed to other employers (S2-11); Kainuu: it helped recruitment (S0-35). */
    @Test
    void whatOtherModulesCountIsShownWithItsDenominator() throws Exception {
        LocalDate day = LocalDate.of(2005, 6, 1);
        for (int i = 1; i <= 10; i++) {
            jdbc.sql("""
                    insert into tyopolku.employment_outcome
                    (case_id, municipality, subsidised, ended_on, went_to, small_progress, recorded_at)
                    values (?, 'kemijarvi', true, ?, ?, false, ?)""")
                    .params("TP-2005-" + i, day, i <= 4 ? "OTHER_EMPLOYER" : "STUDIES", day.atTime(12, 0).atOffset(ZoneOffset.UTC))
                    .update();
        }
        for (int answer : new int[] {5, 4, 4, 2, 1}) {
            jdbc.sql("""
                    insert into tyopolku.feedback_answer (municipality, party, question, answer, answered_on)
                    values ('kemijarvi', 'EMPLOYER', 'recruitmentHelp', ?, ?)""").params(answer, day).update();
        }

        JsonNode figures = get("manager", "/api/figures?from=2005-01-01&to=2005-12-31");

        assertThat(figure(figures, "PROGRESSED_TO_OTHER_EMPLOYER").toString())
                .contains("\"count\":4", "\"of\":10", "\"percent\":40.0", "\"aboveTarget\":30", "\"meetsTarget\":true");
        assertThat(figure(figures, "RECRUITMENT_HELPED").toString()).contains("\"count\":3", "\"of\":5", "\"percent\":60.0");
    }

    @Test
    void waitingTimesOfMunicipalitiesStandSideBySide() throws Exception {
        for (int i = 1; i <= 10; i++) {
            accepted("kemijarvi", LocalDate.of(2004, 3, 1), i * 2);
            accepted("sodankyla", LocalDate.of(2004, 3, 1), i * 3);
        }

        JsonNode waiting = get("manager", "/api/waiting-times?from=2004-03-01&to=2004-04-30");

        assertThat(waiting.toString()).contains(
                "{\"municipality\":\"kemijarvi\",\"people\":10,\"medianDays\":12,\"ninetiethPercentileDays\":18}",
                "{\"municipality\":\"sodankyla\",\"people\":10,\"medianDays\":18,\"ninetiethPercentileDays\":27}");
    }

    @Test
    void figuresAreForManagersAndDatesMustBeInOrder() throws Exception {
        assertThat(send("coach", "/api/figures").statusCode()).isEqualTo(403);
        assertThat(send("coach", "/api/waiting-times").statusCode()).isEqualTo(403);
        assertThat(send("manager", "/api/figures?from=2004-03-02&to=2004-03-01").statusCode()).isEqualTo(400);
        assertThat(send("manager", "/api/figures?from=yesterday").statusCode()).isEqualTo(400);
    }

    private void ended(String outcome, int monthsUnemployed, int participationBefore, Integer participationAfter, LocalDate on) {
        String caseId = accepted("kemijarvi", on.minusDays(40), 5);
        documents.save(caseId, "capabilitySurvey", JSON.valueToTree(Map.of("unemployedMonthsOfLast14", monthsUnemployed,
                "socialParticipation", participationBefore)), 0, "coach");
        if (participationAfter != null) {
            documents.save(caseId, "followUp", JSON.valueToTree(Map.of("socialParticipation", participationAfter)), 0, "coach");
        }
        cases.closeCase(caseId, outcome);
        jdbc.sql("update tyopolku.client_case set closed_on = ? where case_id = ?").params(on, caseId).update();
    }

    private String accepted(String municipality, LocalDate registeredOn, int daysWaited) {
        String caseId = clients.register(new NewReferral(municipality, new PersonalIdentityCode(IdentityCodes.next()), "Aino", "Koe", null, null, "fi",
                null, ReferralSource.WALK_IN, null, null, registeredOn)).caseId();
        cases.open(caseId);
        jdbc.sql("update tyopolku.client_case set opened_at = ? where case_id = ?").params(
                registeredOn.plusDays(daysWaited).atTime(12, 0).atOffset(ZoneOffset.UTC), caseId).update();
        return caseId;
    }

    private static JsonNode figure(JsonNode figures, String code) {
        return StreamSupport.stream(figures.spliterator(), false).filter(each -> each.path("code").asText().equals(code))
                .findFirst().orElseThrow();
    }

    private JsonNode get(String user, String path) throws Exception {
        HttpResponse<String> answer = send(user, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String user, String path) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + DemoPassword.VALUE).getBytes(StandardCharsets.UTF_8)))
                .build(), HttpResponse.BodyHandlers.ofString());
    }
}
