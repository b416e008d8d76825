package fi.tyopolku.pages;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.access.DemoPassword;
import fi.tyopolku.access.WebappClient;
import fi.tyopolku.testing.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The menu that Tasklist and our own pages share. */
@ApplicationTest
class MenuTest {

    @LocalServerPort
    private int port;

    @Test
    void eachPersonGetsTheOwnLinesInTheOwnLanguage() {
        WebappClient coach = new WebappClient(port, "fi");
        coach.logIn("coach", DemoPassword.VALUE, "tasklist");
        assertThat(coach.get("/api/menu").body()).contains("\"name\":\"Tehtävälista\"").doesNotContain("cockpit");
        WebappClient manager = new WebappClient(port, "sv");
        manager.logIn("manager", DemoPassword.VALUE, "cockpit");
        assertThat(manager.get("/api/menu").body()).contains("/camunda/app/cockpit/default/");
        assertThat(new WebappClient(port).get("/api/menu").statusCode()).isEqualTo(401);
    }
}
