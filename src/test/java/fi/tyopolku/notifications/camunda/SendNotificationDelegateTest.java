package fi.tyopolku.notifications.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clients.NewReferral;
import fi.tyopolku.clients.PersonalIdentityCode;
import fi.tyopolku.clients.ReferralSource;
import fi.tyopolku.notifications.MailServer;
import fi.tyopolku.notifications.NotificationTestSetup;
import fi.tyopolku.testing.DatabaseTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import(NotificationTestSetup.class)
class SendNotificationDelegateTest {

    @Autowired
    private RepositoryService repository;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private ManagementService management;
    @Autowired
    private ClientRegister clients;
    @Autowired
    private MailServer server;
    @Autowired
    private JdbcClient jdbc;

    private String caseId;
    private String deployment;

    @BeforeEach
    void aCase() {
        for (String table : List.of("open_case", "client_case", "client", "mail_sent")) {
            jdbc.sql("delete from tyopolku." + table).update();
        }
        caseId = clients.register(new NewReferral("kemijarvi", new PersonalIdentityCode("131052-308T"), "Åsa",
                "Korhonen", "aino@example.org", null, "fi", null, ReferralSource.WALK_IN, null, null,
                LocalDate.of(2026, 11, 1))).caseId();
        server.up();
    }

    @AfterEach
    void undeploy() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void aRetriedJobSendsOnceAndEachPassOfALoopSendsAgain() {
        start(Bpmn.createExecutableProcess("mail").startEvent()
                        .serviceTask("send").camundaAsyncBefore().camundaDelegateExpression("${sendNotification}")
                        .camundaInputParameter("template", "plan-approved").camundaInputParameter("recipient", "CLIENT")
                        .serviceTask("after").camundaExpression("${execution.setVariable('round', round + step)}")
                        .exclusiveGateway("again").condition("again", "${round < 3}").connectTo("send")
                        .moveToNode("again").endEvent().done(),
                Map.of("round", 1));

        for (int i = 0; i < 5 && job() != null; i++) {
            try {
                management.executeJob(job().getId());
            } catch (ProcessEngineException missingStep) {
                assertThat(server.messages()).hasSize(1);
                runtime.setVariable(job().getProcessInstanceId(), "step", 1);
            }
        }

        assertThat(job()).isNull();
        assertThat(server.messages()).hasSize(2);
    }

    @Test
    void aMailServerThatIsDownLeavesTheJobToRepeatAndNothingPersonalInItsLog() {
        start(Bpmn.createExecutableProcess("mail").startEvent()
                .serviceTask("send").camundaAsyncBefore().camundaDelegateExpression("${sendNotification}")
                .camundaInputParameter("template", "plan-approved").camundaInputParameter("recipient", "CLIENT")
                .endEvent().done(), Map.of());
        server.down();

        assertThatThrownBy(() -> management.executeJob(job().getId()));

        assertThat(job().getExceptionMessage()).startsWith("Mail 'plan-approved' was not handed to the mail server");
        assertThat(management.getJobExceptionStacktrace(job().getId())).doesNotContain("aino@example.org", "Åsa");
        server.up();
        management.executeJob(job().getId());
        assertThat(server.messages()).hasSize(1);
    }

    @Test
    void detailsComeFromVariablesAndInputParameters() throws Exception {
        start(Bpmn.createExecutableProcess("mail").startEvent()
                .serviceTask("send").camundaAsyncBefore().camundaDelegateExpression("${sendNotification}")
                .camundaInputParameter("template", "funding-decision").camundaInputParameter("recipient", "CLIENT")
                .camundaInputParameter("outcome", "${decision == 'yes' ? 'GRANTED' : 'REFUSED'}")
                .endEvent().done(), Map.of("decision", "yes"));

        management.executeJob(job().getId());

        assertThat(server.messages().get(0).getContent().toString()).contains("Tuki on myönnetty");
    }

    @Test
    void eachInstanceOfAMultiInstanceTaskSends() {
        start(Bpmn.createExecutableProcess("mail").startEvent()
                .serviceTask("send").camundaDelegateExpression("${sendNotification}")
                .camundaInputParameter("template", "plan-approved").camundaInputParameter("recipient", "CLIENT")
                .multiInstance().parallel().cardinality("3").camundaAsyncBefore().multiInstanceDone()
                .endEvent().done(), Map.of());

        for (Job job : management.createJobQuery().list()) {
            management.executeJob(job.getId());
        }

        assertThat(server.messages()).hasSize(3);
    }

    @Test
    void aGivenKeySendsOnceHoweverOftenTheTaskRuns() {
        start(Bpmn.createExecutableProcess("mail").startEvent()
                .serviceTask("send").camundaDelegateExpression("${sendNotification}")
                .camundaInputParameter("template", "plan-approved").camundaInputParameter("recipient", "CLIENT")
                .camundaInputParameter("key", "approved")
                .multiInstance().cardinality("3").multiInstanceDone()
                .endEvent().done(), Map.of());

        assertThat(server.messages()).hasSize(1);
    }

    @Test
    void aTaskWithoutAsyncBeforeAndWithoutKeyIsAnErrorOfTheModel() {
        assertThatThrownBy(() -> start(Bpmn.createExecutableProcess("mail").startEvent()
                .serviceTask("send").camundaDelegateExpression("${sendNotification}")
                .camundaInputParameter("template", "plan-approved").camundaInputParameter("recipient", "CLIENT")
                .endEvent().done(), Map.of())).hasMessageContaining("needs camunda:asyncBefore");
        assertThat(server.messages()).isEmpty();
    }

    private ProcessInstance start(BpmnModelInstance model, Map<String, Object> variables) {
        model.getDefinitions().getChildElementsByType(Process.class)
                .forEach(process -> process.setCamundaHistoryTimeToLiveString("P1D"));
        deployment = repository.createDeployment().addModelInstance("mail.bpmn", model).deploy().getId();
        return runtime.startProcessInstanceByKey("mail", caseId, variables);
    }

    private Job job() {
        return management.createJobQuery().processDefinitionKey("mail").singleResult();
    }
}
