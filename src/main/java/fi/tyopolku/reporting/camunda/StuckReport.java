package fi.tyopolku.reporting.camunda;

import fi.tyopolku.access.Staff;
import fi.tyopolku.access.StaffMember;
import fi.tyopolku.decisions.DecisionTexts;
import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.messages.Catalogues;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.path.EndedSteps;
import fi.tyopolku.path.OpenEnds;
import fi.tyopolku.path.SupportNeeds.State;
import fi.tyopolku.reporting.Report;
import fi.tyopolku.reporting.Report.Kind;
import fi.tyopolku.reporting.ReportSource;
import fi.tyopolku.reporting.ReportTexts;
import fi.tyopolku.reporting.camunda.RunningWork.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What does not go on by itself: failed steps, steps that nobody runs, processes and cases that nothing will ever move,
 * cases without a coach, and agreed supports that have not begun. In words, with what the manager can do.
 */
@Component
@Order(12)
class StuckReport implements ReportSource {

    private static final String COCKPIT = "/camunda/app/cockpit/default/#/process-instance/";
    /** A step that was due that long ago and has not even been tried: the background work does not run. */
    private static final Duration NOBODY_RUNS_IT = Duration.ofHours(1);
    /** That a withdrawal could come at any time moves nothing on. */
    private static final Set<String> AWAITS = Set.of("catchEvent", "receiveTask");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final RunningWork work;
    private final OpenEnds openEnds;
    private final EndedSteps steps;
    private final Staff staff;
    private final JdbcClient jdbc;
    private final ActingPerson acting;
    private final Clock clock;

    StuckReport(RuntimeService runtime, TaskService tasks, ManagementService management, RunningWork work, OpenEnds openEnds,
            EndedSteps steps, Staff staff, JdbcClient jdbc, ActingPerson acting, Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.work = work;
        this.openEnds = openEnds;
        this.steps = steps;
        this.staff = staff;
        this.jdbc = jdbc;
        this.acting = acting;
        this.clock = clock;
    }

    /** @param since null where nobody knows */
    private record Stuck(String what, String stage, String step, String caseId, LocalDate since, String action, String link) {
    }

    private record Coached(String caseId, String coach) {
    }

    @Override
    public String code() {
        return "stuck";
    }

    @Override
    public boolean hasPeriod() {
        return false;
    }

    @Override
    public Report report(Question question) {
        ReportTexts texts = ReportTexts.of(question);
        List<List<Object>> rows = acting.asSystem(() -> all(question, texts)).stream()
                .map(each -> Arrays.<Object>asList(each.what(), each.stage(), each.step(), each.caseId(), each.since(),
                        each.action(), each.link())).toList();
        return new Report(code(),
                List.of(texts.column("what", Kind.TEXT), texts.column("stage", Kind.TEXT), texts.column("step", Kind.TEXT),
                        texts.column("case", Kind.TEXT), texts.column("since", Kind.DATE), texts.column("action", Kind.TEXT),
                        texts.column("cockpit", Kind.TEXT)),
                rows, null, List.of(texts.note("stuck", rows.size()), texts.note("stuckSince")));
    }

    private List<Stuck> all(Question question, ReportTexts texts) {
        Map<String, Instance> instances = work.in(question.municipality());
        List<Incident> incidents = runtime.createIncidentQuery().tenantIdIn(question.municipality()).list();
        List<Stuck> found = new ArrayList<>();
        // A failed step is also reported at each caller, from the called process up.
        incidents.stream().filter(each -> each.getId().equals(each.getRootCauseIncidentId()))
                .sorted(Comparator.comparing(Incident::getIncidentTimestamp))
                .map(each -> ofIncident(each, instances, question.locale(), texts)).forEach(found::add);
        notRun(instances, question, texts).forEach(found::add);
        List<Instance> still = stillInstances(instances, incidents, question.municipality());
        still.stream().map(each -> stuck("still", each, null, instances, question.locale(), texts)).forEach(found::add);
        Set<String> told = Stream.concat(still.stream().map(Instance::caseId), incidents.stream()
                        .map(each -> instances.get(each.getProcessInstanceId())).filter(Objects::nonNull).map(Instance::caseId))
                .collect(Collectors.toSet());
        OpenEnds.Findings ends = openEnds.of(question.municipality());
        ends.stuck().stream().filter(caseId -> !told.contains(caseId))
                .map(caseId -> ofCase("caseStill", "", caseId, instances, question.locale(), texts)).forEach(found::add);
        withoutCoach(instances, question, texts).forEach(found::add);
        supports(ends, instances, question, texts).forEach(found::add);
        return found;
    }

    private Stuck ofIncident(Incident incident, Map<String, Instance> instances, Locale locale, ReportTexts texts) {
        Trouble trouble = Trouble.of(incident.getIncidentType(), incident.getIncidentMessage());
        Instance instance = instances.get(incident.getProcessInstanceId());
        String what = texts.text("reporting.trouble." + trouble.code(), detail(trouble, texts));
        LocalDate since = Dates.dayOf(incident.getIncidentTimestamp().toInstant());
        String action = texts.text("reporting.remedy." + trouble.code());
        String activity = Objects.requireNonNullElse(incident.getFailedActivityId(), Objects.toString(incident.getActivityId(), ""));
        if (instance == null) {
            return new Stuck(what, "", activity, "", since, action, "");
        }
        return new Stuck(what, RunningWork.stage(instance, instances, locale), work.step(instance, activity, locale),
                instance.caseId(), since, action, COCKPIT + instance.id());
    }

    /** Only words of ours get in: a sentence of a refusal without its arguments, or a key. */
    private static String detail(Trouble trouble, ReportTexts texts) {
        if (!trouble.code().equals("refusal")) {
            return trouble.detail();
        }
        String sentence = texts.text(trouble.detail());
        return sentence.equals(trouble.detail()) || sentence.contains("{") ? texts.text("reporting.trouble.aRule") : sentence;
    }

    private Stream<Stuck> notRun(Map<String, Instance> instances, Question question, ReportTexts texts) {
        Date longAgo = Date.from(clock.instant().minus(NOBODY_RUNS_IT));
        return Stream.concat(
                        management.createJobQuery().tenantIdIn(question.municipality()).timers().withRetriesLeft()
                                .duedateLowerThan(longAgo).list().stream(),
                        management.createJobQuery().tenantIdIn(question.municipality()).messages().withRetriesLeft().list()
                                .stream().filter(job -> dueSince(job).before(longAgo)))
                .filter(job -> instances.containsKey(job.getProcessInstanceId()))
                .sorted(Comparator.comparing(StuckReport::dueSince))
                .map(job -> stuck(job.isSuspended() ? "suspended" : "notRun", instances.get(job.getProcessInstanceId()),
                        Dates.dayOf(dueSince(job).toInstant()), instances, question.locale(), texts));
    }

    private static Date dueSince(Job job) {
        return job.getDuedate() == null ? job.getCreateTime() : job.getDuedate();
    }

    /** Instances that have called nobody and in which nobody has a task, nothing is awaited and no step is due. */
    private List<Instance> stillInstances(Map<String, Instance> instances, List<Incident> incidents, String municipality) {
        Set<String> moving = new HashSet<>();
        instances.values().stream().map(Instance::caller).filter(Objects::nonNull).forEach(moving::add);
        tasks.createTaskQuery().tenantIdIn(municipality).list().stream().map(Task::getProcessInstanceId).forEach(moving::add);
        management.createJobQuery().tenantIdIn(municipality).list().stream().map(Job::getProcessInstanceId).forEach(moving::add);
        runtime.createEventSubscriptionQuery().tenantIdIn(municipality).list().stream()
                .filter(awaited -> AWAITS.stream().anyMatch(kind -> Objects.toString(awaited.getActivityId(), "").startsWith(kind)))
                .map(EventSubscription::getProcessInstanceId).forEach(moving::add);
        incidents.stream().map(Incident::getProcessInstanceId).forEach(moving::add);
        return instances.values().stream().filter(each -> !moving.contains(each.id()))
                .sorted(Comparator.comparing(Instance::caseId).thenComparing(Instance::process)).toList();
    }

    private Stuck stuck(String code, Instance instance, LocalDate since, Map<String, Instance> instances, Locale locale,
            ReportTexts texts) {
        String step = runtime.getActiveActivityIds(instance.id()).stream().distinct()
                .map(activity -> work.step(instance, activity, locale)).collect(Collectors.joining(", "));
        return new Stuck(texts.text("reporting.trouble." + code), RunningWork.stage(instance, instances, locale), step,
                instance.caseId(), since, texts.text("reporting.remedy." + code), COCKPIT + instance.id());
    }

    private Stream<Stuck> withoutCoach(Map<String, Instance> instances, Question question, ReportTexts texts) {
        Set<String> coaches = staff.inGroup("coach", question.municipality()).stream().map(StaffMember::userId)
                .collect(Collectors.toSet());
        return jdbc.sql("""
                        select case_id, coach from tyopolku.client_case
                        where municipality = ? and status in ('OPEN', 'INTERRUPTED') order by case_id""")
                .param(question.municipality())
                .query((row, number) -> new Coached(row.getString("case_id"), row.getString("coach"))).list().stream()
                .filter(each -> each.coach() == null || !coaches.contains(each.coach()))
                .map(each -> each.coach() == null ? ofCase("noCoach", "", each.caseId(), instances, question.locale(), texts)
                        : ofCase("notCoach", name(each.coach()), each.caseId(), instances, question.locale(), texts));
    }

    private String name(String userId) {
        return staff.member(userId).map(StaffMember::name).orElse(userId);
    }

    private Stream<Stuck> supports(OpenEnds.Findings ends, Map<String, Instance> instances, Question question,
            ReportTexts texts) {
        return Stream.of(ends.notTakenUp(),
                        steps.needsInState(question.municipality(), State.NOT_STARTED))
                .flatMap(Collection::stream).distinct()
                .map(each -> ofCase("supportNotStarted", DecisionTexts.of("supportNeeds", each.step(), question.locale()),
                        each.caseId(), instances, question.locale(), texts));
    }

    private Stuck ofCase(String code, String detail, String caseId, Map<String, Instance> instances, Locale locale,
            ReportTexts texts) {
        Optional<Instance> path = instances.values().stream()
                .filter(each -> each.caseId().equals(caseId) && each.caller() == null)
                .min(Comparator.comparing(each -> !each.process().equals(Stage.PATH)));
        return new Stuck(texts.text("reporting.trouble." + code, detail),
                path.map(each -> Catalogues.in(locale, each.process(), each.processName())).orElse(""), "", caseId, null,
                texts.text("reporting.remedy." + code), path.map(each -> COCKPIT + each.id()).orElse(""));
    }
}
