package fi.tyopolku.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.access.DemoPassword;
import fi.tyopolku.access.WebappClient;
import fi.tyopolku.testing.ApplicationTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The search of Tasklist's "Start process" in the words that a person sees. */
@ApplicationTest
class ProcessesToStartTest {

    private static final String LIST = "/camunda/api/engine/engine/default/process-definition";
    private static final String ASKED = "latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true";

    @LocalServerPort
    private int port;
    @Autowired
    private ObjectMapper json;

    @Test
    void aProcessIsFoundByItsNameInEachLanguage() throws Exception {
        assertThat(names("fi", "asiakkaan POL", 0, 15)).containsExactly("Asiakkaan polku");
        assertThat(names("en", "CLIENT PATH", 0, 15)).containsExactly("Client path");
        assertThat(names("fi", "client path", 0, 15)).isEmpty();
        assertThat(names("sv", "kundens väg", 0, 15)).containsExactly("Kundens väg");
    }

    @Test
    void pagesAreCutFromTheListSortedByTheNamesThatAreRead() throws Exception {
        List<String> all = names("fi", "", 0, 1000);
        assertThat(all).isSortedAccordingTo(Collator.getInstance(Locale.forLanguageTag("fi"))).hasSizeGreaterThan(4);
        assertThat(names("fi", "", 2, 2)).isEqualTo(all.subList(2, 4));
        WebappClient coach = loggedIn("fi");
        assertThat(json.readTree(coach.get(LIST + "/count?" + ASKED).body()).path("count").asInt()).isEqualTo(all.size());
    }

    private List<String> names(String language, String searched, int first, int most) throws Exception {
        String query = "?" + ASKED + "&firstResult=" + first + "&maxResults=" + most
                + (searched.isEmpty() ? "" : "&nameLike=" + URLEncoder.encode("%" + searched + "%", StandardCharsets.UTF_8));
        return json.readTree(loggedIn(language).get(LIST + query).body()).findValuesAsText("name");
    }

    private WebappClient loggedIn(String language) {
        WebappClient coach = new WebappClient(port, language);
        assertThat(coach.logIn("coach", DemoPassword.VALUE, "tasklist")).isEqualTo(200);
        return coach;
    }
}
