package fi.tyopolku.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.access.DemoPassword;
import fi.tyopolku.access.WebappClient;
import fi.tyopolku.testing.ApplicationTest;
import fi.tyopolku.testing.PathDriver;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tasklist shows start forms no values; what a start form offers must stand in the form that it gets. */
@ApplicationTest
class StartFormListsTest {

    @Autowired
    private PathDriver path;
    @Autowired
    private RepositoryService repository;
    @LocalServerPort
    private int port;

    private final String project = "Polku " + UUID.randomUUID();

    @BeforeEach
    void aProjectOfKemijarvi() {
        path.start("funding-officer", "project", Map.of("project", Map.of("name", project, "funder", "Lapin ELY-keskus",
                "euMoney", true, "validFrom", "2026-01-01", "validTo", "2028-12-31", "sharedGoal", "Työtä kaikille.")));
    }

    @Test
    void theStartFormThatTasklistGetsHoldsTheListsOfTheOwnMunicipality() throws Exception {
        JsonNode offered = projectField(startForm("funding-officer"));

        assertThat(offered.has("valuesExpression")).isFalse();
        assertThat(offered.path("values").toString()).contains(project);
    }

    @Test
    void anotherMunicipalityIsOfferedItsOwn() throws Exception {
        assertThat(projectField(startForm("funding-officer2")).path("values").toString()).doesNotContain(project);
    }

    private String startForm(String user) {
        WebappClient client = new WebappClient(port);
        assertThat(client.logIn(user, DemoPassword.VALUE, "tasklist")).isEqualTo(200);
        String definition = repository.createProcessDefinitionQuery().processDefinitionKey("appropriation").latestVersion()
                .singleResult().getId();
        return client.get("/camunda/api/engine/engine/default/process-definition/" + definition + "/deployed-start-form").body();
    }

    private static JsonNode projectField(String form) throws Exception {
        for (JsonNode component : new ObjectMapper().readTree(form).path("components")) {
            if ("projectId".equals(component.path("key").asText())) {
                return component;
            }
        }
        throw new AssertionError("the form has no field projectId: " + form);
    }
}
