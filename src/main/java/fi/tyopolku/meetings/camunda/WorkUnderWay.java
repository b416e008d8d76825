package fi.tyopolku.meetings.camunda;

import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.meetings.AgendaItem;
import fi.tyopolku.meetings.AgendaSource;
import java.time.Clock;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * The points of an agenda that the engine knows: open cases by stage and late tasks. Counts of the whole municipality,
 * whoever asks.
 */
@Configuration
class WorkUnderWay {

    private static final List<String> STAGES = List.of("referral", "capabilitySurvey", "pathPlan", "contactTraining",
            "workTrial", "nextStep", "coachingAtWork", "followUp");
    /** An agenda is read aloud; who needs them all has the queue. */
    private static final int MOST_KINDS_OF_LATE_TASKS = 15;

    private final ActingPerson person;

    WorkUnderWay(ActingPerson person) {
        this.person = person;
    }

    @Bean
    @Order(20)
    AgendaSource openCasesOnTheAgenda(RuntimeService runtime) {
        return municipality -> asSystem(() -> STAGES.stream()
                .map(stage -> Map.entry(stage, runtime.createProcessInstanceQuery().processDefinitionKey(stage)
                        .tenantIdIn(municipality).count()))
                .filter(stage -> stage.getValue() > 0)
                .map(stage -> AgendaItem.of("CASES", "meetings.agenda.stage", "@meetings.stage." + stage.getKey(), stage.getValue()))
                .toList());
    }

    @Bean
    @Order(30)
    AgendaSource lateTasksOnTheAgenda(TaskService tasks, Clock clock) {
        return municipality -> asSystem(() -> tasks.createTaskQuery().tenantIdIn(municipality)
                .dueBefore(Date.from(clock.instant())).list().stream()
                .collect(Collectors.groupingBy(Task::getName)).entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<Task>> kind) -> -kind.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_KINDS_OF_LATE_TASKS)
                .map(kind -> AgendaItem.of("LATE", "meetings.agenda.late", kind.getKey(), kind.getValue().size(),
                        oldestDue(kind.getValue())))
                .toList());
    }

    private static String oldestDue(List<Task> late) {
        return late.stream().map(Task::getDueDate).min(Comparator.naturalOrder()).orElseThrow().toInstant().toString()
                .substring(0, "2026-11-22".length());
    }

    private List<AgendaItem> asSystem(Supplier<List<AgendaItem>> question) {
        return person.asSystem(question);
    }
}
