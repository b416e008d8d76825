package fi.tyopolku.funding.estimates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.access.DemoPassword;
import fi.tyopolku.access.WebappClient;
import fi.tyopolku.testing.ApplicationTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class FundingEstimateApiTest {

    private static final String PATH = "/api/funding-estimates";

    @LocalServerPort
    private int port;
    @Autowired
    private ObjectMapper json;

    private final HttpClient http = HttpClient.newHttpClient();
    private ObjectNode request;
    private JsonNode answerOfTheDocs;

    /** The example of docs/api.md: what stands there is what is run. */
    @BeforeEach
    void readTheDocs() throws IOException {
        Matcher examples = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("docs/api.md")));
        assertThat(examples.find()).isTrue();
        request = (ObjectNode) json.readTree(examples.group(1));
        assertThat(examples.find()).isTrue();
        answerOfTheDocs = json.readTree(examples.group(1));
    }

    @Test
    void theExampleOfTheDocsIsAnsweredAsTheDocsSay() throws Exception {
        HttpResponse<String> answer = post("coach", request.toString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json.readTree(answer.body())).isEqualTo(answerOfTheDocs);
        assertThat(answer.body()).contains("\"months\":6.00,\"subsidyPerMonth\":1750.00,\"supplementPerMonth\":800,");
    }

    @Test
    void withoutSubsidyAndCompensationTheSupplementIsAtMostItsCeiling() throws Exception {
        request.putArray("subsidies");
        request.remove(List.of("trainingCompensations", "rulesAsOf", "sideCosts", "holidayPay"));
        assertThat(json.readTree(post("funding-officer", request.toString()).body()).path("supplementTotal").asInt())
                .isEqualTo(8000);
    }

    @Test
    void aSessionOfTasklistIsEnough() {
        WebappClient coach = new WebappClient(port);
        coach.logIn("coach", DemoPassword.VALUE, "tasklist");
        WebappClient trainer = new WebappClient(port);
        trainer.logIn("trainer", DemoPassword.VALUE, "tasklist");

        assertThat(coach.post(PATH, request.toString()).statusCode()).isEqualTo(200);
        assertThat(trainer.post(PATH, request.toString()).statusCode()).isEqualTo(403);
        assertThat(coach.post("/api/referrals", "{}").statusCode()).as("what changes something asks for the password")
                .isEqualTo(401);
    }

    @Test
    void othersMayNotAsk() throws Exception {
        assertThat(post(null, request.toString()).statusCode()).isEqualTo(401);
        assertThat(post("trainer", request.toString()).statusCode()).isEqualTo(403);
        assertThat(post("manager", request.toString()).statusCode()).isEqualTo(403);
    }

    @Test
    void everyWrongFieldIsNamedAtOnceInTheCallersLanguage() throws Exception {
        request.with("employer").put("kind", "SPACE_AGENCY").put("businessActivity", "yes").put("size", 3);
        request.put("start", "2026-02-30").put("end", 5).put("monthlyPay", -1).put("sideCosts", "200").put("favourite", true);
        request.remove("supplementCeiling");
        request.put("stateAidCeilingPercent", 100.01);
        ObjectNode subsidy = (ObjectNode) request.path("subsidies").path(0);
        subsidy.put("percent", 60).put("workingTimePercent", 0).put("end", "2026-01-31").put("start", "2026-02-01");
        request.withArray("trainingCompensations").add("120");

        HttpResponse<String> answer = post("coach", request.toString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode fields = json.readTree(answer.body()).path("fields");
        assertThat(fields.fieldNames()).toIterable().containsExactlyInAnyOrder("employer.kind", "employer.businessActivity",
                "employer.size", "start", "end", "monthlyPay", "sideCosts", "favourite", "supplementCeiling",
                "stateAidCeilingPercent", "subsidies[0].percent", "subsidies[0].workingTimePercent", "subsidies[0].end",
                "trainingCompensations[1]");
        assertThat(fields.path("supplementCeiling").asText()).isEqualTo("Tieto puuttuu.");
        assertThat(fields.path("subsidies[0].percent").asText()).contains("50, 70, 100");
    }

    @Test
    void datesThatCannotBeAreNamed() throws Exception {
        assertThat(fieldsOf(body -> body.put("end", "2026-01-31"))).containsExactly("end");
        assertThat(fieldsOf(body -> body.put("rulesAsOf", "2023-06-30"))).containsExactly("rulesAsOf");
        assertThat(fieldsOf(body -> subsidies(body).addObject().put("percent", 50).put("workingTimePercent", 100)
                .put("start", "2026-08-01").put("end", "2026-12-01"))).containsExactly("subsidies[1].end");
        assertThat(fieldsOf(body -> subsidies(body).addObject().put("percent", 50).put("workingTimePercent", 100)
                .put("start", "2026-07-31").put("end", "2026-08-31"))).containsExactly("subsidies[1].start");
        assertThat(fieldsOf(body -> body.withArray("trainingCompensations").addObject().put("monthlyAmount", 1)
                .put("start", "2027-01-01").put("end", "2027-01-31"))).containsExactly("trainingCompensations[1].start");
    }

    @Test
    void numbersOfAnySizeAreAnsweredByTheirField() throws Exception {
        for (String number : List.of("1e999999999", "1e-999999999", "123456789012345678901234567890", "1000000.01", "0.001")) {
            String body = request.toString().replace("\"monthlyPay\":2500", "\"monthlyPay\":" + number)
                    .replace(number + ".0", number);
            HttpResponse<String> answer = post("coach", body);
            assertThat(answer.statusCode()).as(number).isEqualTo(400);
            assertThat(json.readTree(answer.body()).path("fields").fieldNames()).toIterable().as(number)
                    .containsExactly("monthlyPay");
        }
    }

    @Test
    void aNumberBeyondCountingIsNoServerError() throws Exception {
        String body = request.toString().replace("\"monthlyPay\":2500.0", "\"monthlyPay\":1e99999999999")
                .replace("\"monthlyPay\":2500", "\"monthlyPay\":1e99999999999");

        assertThat(post("coach", body).statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsNoJsonObjectIsRefused() throws Exception {
        for (String body : List.of("null", "[]", "17", "{", "", "{} {}", "{\"start\":\"2026-01-01\",\"start\":\"2026-01-02\"}")) {
            HttpResponse<String> answer = post("coach", body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(json.readTree(answer.body()).path("code").asText()).as(body).isEqualTo("api.notJson");
        }
    }

    private List<String> fieldsOf(Consumer<ObjectNode> change) throws Exception {
        ObjectNode body = request.deepCopy();
        change.accept(body);
        HttpResponse<String> answer = post("coach", body.toString());
        assertThat(answer.statusCode()).isEqualTo(400);
        return List.copyOf(json.readTree(answer.body()).path("fields").properties().stream()
                .map(field -> field.getKey()).toList());
    }

    private static ArrayNode subsidies(ObjectNode body) {
        return (ArrayNode) body.path("subsidies");
    }

    private HttpResponse<String> post(String user, String body) throws Exception {
        HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create("http://localhost:" + port + PATH))
                .header("Content-Type", "application/json").header("Accept-Language", "fi")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (user != null) {
            asked.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                    (user + ":" + DemoPassword.VALUE).getBytes(StandardCharsets.UTF_8)));
        }
        return http.send(asked.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
