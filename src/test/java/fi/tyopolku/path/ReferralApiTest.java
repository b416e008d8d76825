package fi.tyopolku.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.access.DemoPassword;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.SampleForms;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DatabaseTest
class ReferralApiTest {

    @LocalServerPort
    private int port;
    @Autowired
    private ObjectMapper json;
    @Autowired
    private PathDriver path;
    @Autowired
    private CaseRegister cases;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aReferralFromAnotherSystemOpensACaseThatWaitsForHandling() throws Exception {
        HttpResponse<String> answer = post("coach", UUID.randomUUID().toString(), referral(IdentityCodes.next()));

        assertThat(answer.statusCode()).isEqualTo(201);
        String caseId = json.readTree(answer.body()).get("caseId").asText();
        path.runJobs(caseId);
        assertThat(path.openTasks(caseId)).containsExactly("userTask_handleReferral");
        assertThat(cases.find(caseId).orElseThrow().municipality()).isEqualTo("kemijarvi");
    }

    @Test
    void theSameKeyTwiceGivesTheSameCase() throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, Object> referral = referral(IdentityCodes.next());

        HttpResponse<String> first = post("coach", key, referral);
        HttpResponse<String> second = post("coach", key, referral);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void theSameKeyWithAnotherReferralIsRefused() throws Exception {
        String key = UUID.randomUUID().toString();
        post("coach", key, referral(IdentityCodes.next()));

        assertThat(post("coach", key, referral(IdentityCodes.next())).statusCode()).isEqualTo(400);
    }

    @Test
    void aPersonWhoHasAPathIsRecognisedAlsoWithAnotherKey() throws Exception {
        Map<String, Object> referral = referral(IdentityCodes.next());
        String caseId = json.readTree(post("coach", "one-" + UUID.randomUUID(), referral).body()).get("caseId").asText();

        HttpResponse<String> again = post("coach", "two-" + UUID.randomUUID(), referral);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(json.readTree(again.body()).get("detail").asText()).contains(caseId);
    }

    @Test
    void wrongFieldsAreNamedInTheCallersLanguageAndNothingIsStored() throws Exception {
        Map<String, Object> referral = referral("010190-900A");
        referral.put("language", "de");
        referral.put("registeredOn", "2026-02-30");
        referral.put("favouriteColour", "blue");

        HttpResponse<String> answer = post("coach", UUID.randomUUID().toString(), referral);

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode fields = json.readTree(answer.body()).get("fields");
        assertThat(fields.fieldNames()).toIterable().contains("personalIdentityCode", "language", "registeredOn", "favouriteColour");
        assertThat(fields.get("personalIdentityCode").asText()).contains("henkilötunnus");
        assertThat(answer.body()).doesNotContain("010190");
    }

    @Test
    void aReferralWithoutAKeyOrWithoutAnAccountIsRefused() throws Exception {
        assertThat(post("coach", null, referral(IdentityCodes.next())).statusCode()).isEqualTo(400);
        assertThat(post(null, "key", referral(IdentityCodes.next())).statusCode()).isEqualTo(401);
    }

    @Test
    void twoMegabytesOfTextAreTooMuch() throws Exception {
        Map<String, Object> referral = referral(IdentityCodes.next());
        referral.put("reason", "x".repeat(2_000_000));

        assertThat(post("coach", UUID.randomUUID().toString(), referral).statusCode()).isEqualTo(413);
    }

    @Test
    void aTrainerMayNotRefer() throws Exception {
        assertThat(post("trainer", UUID.randomUUID().toString(), referral(IdentityCodes.next())).statusCode()).isEqualTo(403);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> referral(String identityCode) {
        return new HashMap<>((Map<String, Object>) SampleForms.referral(identityCode).get("referral"));
    }

    private HttpResponse<String> post(String user, String key, Map<String, Object> referral) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/referrals"))
                .header("Content-Type", "application/json").header("Accept-Language", "fi")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(referral)));
        if (user != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                    (user + ":" + DemoPassword.VALUE).getBytes(StandardCharsets.UTF_8)));
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
