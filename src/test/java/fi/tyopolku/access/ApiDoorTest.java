package fi.tyopolku.access;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.testing.DatabaseTest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DatabaseTest
class ApiDoorTest {

    @LocalServerPort
    private int port;
    @Autowired
    private ActingPerson acting;

    @Test
    void aCallerWithThePasswordActsInTheEngineAsThemselves() {
        HttpResponse<String> answer = ask("/api/test/who-am-i", "coach", DemoPassword.VALUE);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("coach [coach] [coach]");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(acting.userId()).isEmpty();
    }

    @Test
    void withoutAPasswordNothingUnderApiAnswers() {
        WebappClient anybody = new WebappClient(port);
        HttpResponse<String> answer = anybody.get("/api/test/who-am-i");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic");
        assertThat(answer.body()).contains("\"message\"");
        assertThat(anybody.get("/api/no-such-thing").statusCode()).isEqualTo(401);
        assertThat(ask("/api/test/who-am-i", "nobody", DemoPassword.VALUE).statusCode()).isEqualTo(401);
    }

    @Test
    void afterAWrongPasswordTheRightOneHasToWait() {
        assertThat(ask("/api/test/who-am-i", "trainer", "wrong").statusCode()).isEqualTo(401);
        assertThat(ask("/api/test/who-am-i", "trainer", DemoPassword.VALUE).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> ask(String path, String userId, String password) {
        WebappClient client = new WebappClient(port);
        String basic = Base64.getEncoder().encodeToString((userId + ":" + password).getBytes());
        return client.send(client.request(path).header("Authorization", "Basic " + basic).GET());
    }
}
