package fi.tyopolku.path.camunda;

import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.path.EndedSteps;
import fi.tyopolku.path.OpenEnds;
import fi.tyopolku.path.SupportNeeds.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Looks at everything that runs in the municipality, with a few queries whatever the number of cases. */
@Component
class EngineOpenEnds implements OpenEnds {

    /** Only what the path itself waits for counts: that a withdrawal could come at any time moves nothing on. */
    private static final Set<String> AWAITS = Set.of("catchEvent", "receiveTask");

    private final EndedSteps steps;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final ActingPerson acting;

    EngineOpenEnds(EndedSteps steps, RuntimeService runtime, TaskService tasks, ManagementService management,
            ActingPerson acting) {
        this.steps = steps;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.acting = acting;
    }

    @Override
    public Findings of(String municipality) {
        return acting.asSystem(() -> new Findings(steps.withoutNextStep(municipality), notTakenUp(municipality),
                stuck(municipality)));
    }

    private List<String> stuck(String municipality) {
        Set<String> moving = movingCases(municipality);
        return steps.openCases(municipality).stream().filter(caseId -> !moving.contains(caseId)).toList();
    }

    /** A need is taken up while supports run in its case, which ask the coach about what cannot start. */
    private List<EndedStep> notTakenUp(String municipality) {
        Set<String> supported = runtime.createProcessInstanceQuery().processDefinitionKey("supports")
                .tenantIdIn(municipality).list().stream().map(ProcessInstance::getBusinessKey).collect(Collectors.toSet());
        List<EndedStep> found = new ArrayList<>();
        Stream.of(State.OPEN, State.NOT_STARTED, State.STARTED)
                .flatMap(state -> steps.needsInState(municipality, state).stream())
                .filter(need -> !supported.contains(need.caseId())).forEach(found::add);
        return found;
    }

    private Set<String> movingCases(String municipality) {
        Map<String, String> caseByInstance = new HashMap<>();
        runtime.createProcessInstanceQuery().tenantIdIn(municipality).list().forEach(instance ->
                caseByInstance.put(instance.getId(), instance.getBusinessKey()));
        Set<String> instances = new HashSet<>();
        tasks.createTaskQuery().tenantIdIn(municipality).list().stream().map(Task::getProcessInstanceId).forEach(instances::add);
        management.createJobQuery().tenantIdIn(municipality).withRetriesLeft().list().stream()
                .map(Job::getProcessInstanceId).forEach(instances::add);
        runtime.createEventSubscriptionQuery().tenantIdIn(municipality).eventType("message").list().stream()
                .filter(awaited -> AWAITS.stream().anyMatch(kind -> awaited.getActivityId().startsWith(kind)))
                .map(EventSubscription::getProcessInstanceId).forEach(instances::add);
        return instances.stream().map(caseByInstance::get).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
