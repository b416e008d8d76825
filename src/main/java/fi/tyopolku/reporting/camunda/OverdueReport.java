package fi.tyopolku.reporting.camunda;

import fi.tyopolku.access.Staff;
import fi.tyopolku.access.StaffMember;
import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.messages.Catalogues;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.reporting.Report;
import fi.tyopolku.reporting.Report.Kind;
import fi.tyopolku.reporting.ReportSource;
import fi.tyopolku.reporting.ReportTexts;
import fi.tyopolku.reporting.camunda.RunningWork.Instance;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tasks past their due day, and waits for others whose reminder has come, the oldest first, with who is waited for and
 * what the manager can do. Names the case and the member of the staff, never the client.
 */
@Component
@Order(11)
class OverdueReport implements ReportSource {

    private final TaskService tasks;
    private final HistoryService history;
    private final RepositoryService repository;
    private final IdentityService identity;
    private final RunningWork work;
    private final Staff staff;
    private final ActingPerson acting;
    private final Clock clock;

    OverdueReport(TaskService tasks, HistoryService history, RepositoryService repository, IdentityService identity,
            RunningWork work, Staff staff, ActingPerson acting, Clock clock) {
        this.tasks = tasks;
        this.history = history;
        this.repository = repository;
        this.identity = identity;
        this.work = work;
        this.staff = staff;
        this.acting = acting;
        this.clock = clock;
    }

    private record Late(String stage, String step, String awaited, String caseId, LocalDate due, String action) {
    }

    @Override
    public String code() {
        return "overdue";
    }

    @Override
    public boolean hasPeriod() {
        return false;
    }

    @Override
    public Report report(Question question) {
        ReportTexts texts = ReportTexts.of(question);
        LocalDate today = LocalDate.now(clock);
        List<Late> late = acting.asSystem(() -> late(question, today, texts)).stream()
                .sorted(Comparator.comparing(Late::due).thenComparing(Late::caseId).thenComparing(Late::step)).toList();
        List<List<Object>> rows = late.stream().map(each -> List.<Object>of(each.stage(), each.step(), each.awaited(),
                each.caseId(), each.due(), ChronoUnit.DAYS.between(each.due(), today), each.action())).toList();
        return new Report(code(),
                List.of(texts.column("stage", Kind.TEXT), texts.column("step", Kind.TEXT), texts.column("awaited", Kind.TEXT),
                        texts.column("case", Kind.TEXT), texts.column("due", Kind.DATE), texts.column("late", Kind.DAYS),
                        texts.column("action", Kind.TEXT)),
                rows, null, notes(late, texts));
    }

    private static List<String> notes(List<Late> late, ReportTexts texts) {
        List<String> notes = new ArrayList<>();
        if (!late.isEmpty()) {
            notes.add(texts.note("overdueByStage", late.size(), counts(late, Late::stage)));
            notes.add(texts.note("overdueByAwaited", counts(late, Late::awaited)));
        }
        notes.add(texts.note("overdue"));
        notes.add(texts.note("overdueWaits"));
        return notes;
    }

    /** {@code Referral 3, Path plan 1}. */
    private static String counts(List<Late> late, Function<Late, String> by) {
        return late.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(each -> each.getKey() + " " + each.getValue()).collect(Collectors.joining(", "));
    }

    private List<Late> late(Question question, LocalDate today, ReportTexts texts) {
        Map<String, Instance> instances = work.in(question.municipality());
        Date startOfToday = Date.from(today.atStartOfDay(Dates.HELSINKI).toInstant());
        Map<String, String> groups = identity.createGroupQuery().list().stream()
                .collect(Collectors.toMap(Group::getId, Group::getName));
        List<Late> found = new ArrayList<>();
        tasks.createTaskQuery().tenantIdIn(question.municipality()).dueBefore(startOfToday).list().stream()
                .filter(task -> instances.containsKey(task.getProcessInstanceId()))
                .map(task -> late(task, instances, groups, question, texts)).forEach(found::add);
        instances.values().stream().map(Instance::definitionId).distinct()
                .forEach(definition -> found.addAll(waits(definition, instances, question, texts)));
        return found;
    }

    private Late late(Task task, Map<String, Instance> instances, Map<String, String> groups, Question question,
            ReportTexts texts) {
        Locale locale = question.locale();
        Instance instance = instances.get(task.getProcessInstanceId());
        Set<String> candidates = tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId)
                .filter(Objects::nonNull).collect(Collectors.toSet());
        Optional<StaffMember> holder = Optional.ofNullable(task.getAssignee()).flatMap(staff::member);
        String queue = candidates.stream().map(group -> Catalogues.in(locale, null, groups.getOrDefault(group, group)))
                .sorted().collect(Collectors.joining(", "));
        String awaited;
        String action;
        if (task.getAssignee() == null) {
            awaited = queue;
            action = texts.text("reporting.action.taskOfNobody");
        } else if (holder.isEmpty() || isGone(holder.get(), candidates, question.municipality())) {
            awaited = Stream.of(holder.map(StaffMember::name).orElse(task.getAssignee()), queue)
                    .filter(each -> !each.isEmpty()).collect(Collectors.joining(" – "));
            action = texts.text("reporting.action.holderGone");
        } else {
            awaited = queue.isEmpty() ? holder.get().name() : holder.get().name() + " – " + queue;
            action = texts.text("reporting.action.askHolder", holder.get().name());
        }
        return new Late(RunningWork.stage(instance, instances, locale),
                Catalogues.in(locale, instance.process(), Objects.toString(task.getName(), task.getTaskDefinitionKey()))
                        .replaceAll("\\s+", " "),
                awaited, instance.caseId(), Dates.dayOf(task.getDueDate().toInstant()), action);
    }

    private static boolean isGone(StaffMember holder, Set<String> candidates, String municipality) {
        return !holder.municipalities().contains(municipality)
                || !candidates.isEmpty() && candidates.stream().noneMatch(holder::isIn);
    }

    /** What waits for others than people with a task: its deadline is the first reminder that the model sends. */
    private List<Late> waits(String definition, Map<String, Instance> instances, Question question, ReportTexts texts) {
        Map<String, Set<String>> reminders = remindersByWait(definition);
        List<Late> found = new ArrayList<>();
        reminders.forEach((wait, events) -> history.createHistoricActivityInstanceQuery().processDefinitionId(definition)
                .activityId(wait).tenantIdIn(question.municipality()).unfinished().list().forEach(open ->
                        reminded(open, events).ifPresent(due -> {
                            Instance instance = instances.get(open.getProcessInstanceId());
                            if (instance != null) {
                                found.add(new Late(RunningWork.stage(instance, instances, question.locale()),
                                        work.step(instance, wait, question.locale()),
                                        ofWait("reporting.awaited.", wait, texts), instance.caseId(), due,
                                        ofWait("reporting.action.wait.", wait, texts)));
                            }
                        })));
        return found;
    }

    private static String ofWait(String prefix, String wait, ReportTexts texts) {
        String text = texts.text(prefix + wait);
        return text.equals(prefix + wait) ? texts.text(prefix + "other") : text;
    }

    private Map<String, Set<String>> remindersByWait(String definition) {
        return repository.getBpmnModelInstance(definition).getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> !event.cancelActivity()
                        && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))
                .filter(event -> !(event.getAttachedTo() instanceof UserTask))
                .collect(Collectors.groupingBy(event -> idOf(event.getAttachedTo()),
                        Collectors.mapping(BoundaryEvent::getId, Collectors.toCollection(HashSet::new))));
    }

    private static String idOf(Activity activity) {
        return activity.getId();
    }

    private Optional<LocalDate> reminded(HistoricActivityInstance open, Set<String> reminders) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(open.getProcessInstanceId())
                .activityType("boundaryTimer").finished().list().stream()
                .filter(fired -> reminders.contains(fired.getActivityId())
                        && !fired.getStartTime().before(open.getStartTime()))
                .map(fired -> Dates.dayOf(fired.getEndTime().toInstant())).min(Comparator.naturalOrder());
    }
}
