package fi.tyopolku.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.testing.DatabaseTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class MunicipalityTest {

    @Autowired
    private RuntimeService runtimeService;
    @Autowired
    private RepositoryService repositoryService;
    @Autowired
    private ActingPerson acting;

    private String deployment;

    @BeforeEach
    void deploy() {
        deployment = repositoryService.createDeployment().addModelInstance("reportChange.bpmn",
                Bpmn.createExecutableProcess("reportChange").camundaHistoryTimeToLive(1)
                        .startEvent().userTask().endEvent().done()).deploy().getId();
    }

    @AfterEach
    void clear() {
        repositoryService.deleteDeployment(deployment, true);
    }

    @Test
    void anInstanceBelongsToTheMunicipalityOfWhoStartsIt() {
        assertThat(startedBy(List.of("sodankyla"), Map.of()).getTenantId()).isEqualTo("sodankyla");
    }

    @Test
    void aPersonOfTwoMunicipalitiesSaysWhich() {
        List<String> both = List.of("kemijarvi", "sodankyla");
        assertThat(startedBy(both, Map.of("municipality", "kemijarvi")).getTenantId()).isEqualTo("kemijarvi");
        assertRefused(both, Map.of(), "access.municipalityUnclear");
    }

    @Test
    void nobodyStartsACaseForAnotherMunicipalityOrForNone() {
        assertRefused(List.of("kemijarvi"), Map.of("municipality", "sodankyla"), "access.otherMunicipality");
        assertRefused(List.of(), Map.of(), "access.noMunicipality");
    }

    private void assertRefused(List<String> municipalities, Map<String, Object> variables, String key) {
        assertThatThrownBy(() -> startedBy(municipalities, variables))
                .satisfies(thrown -> assertThat(Refusal.behind(thrown).key()).isEqualTo(key));
    }

    private ProcessInstance startedBy(List<String> municipalities, Map<String, Object> variables) {
        return acting.as("coach", List.of("coach"), municipalities,
                () -> runtimeService.startProcessInstanceByKey("reportChange", variables));
    }
}
