package fi.tyopolku.casepages.camunda;

import fi.tyopolku.casepages.PathWork;
import fi.tyopolku.engine.access.ActingPerson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the engine's own tables, because its queries know no list of cases: through them a page of 300 cases would take
 * some thousand statements, here it takes five.
 */
@Component
@Transactional(readOnly = true)
class EnginePathWork implements PathWork {

    private static final String SUBJECT = " join act_ru_execution e on e.id_ = %s where e.business_key_ in (:ids) ";
    private static final Set<String> ADVISORS = Set.of("advisor", "supporter");
    private static final String ADVISOR_GROUP = "service-advisor";
    /** The processes that remember their advisor between tasks. */
    private static final Set<String> ADVISED =
            Set.of("socialGuidance", "guidanceMeeting", "integrationSupport", "specialSupport");
    private static final int CANCELLED = 2;

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final ActingPerson acting;
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final Map<String, String> xmls = new ConcurrentHashMap<>();

    EnginePathWork(JdbcClient jdbc, RepositoryService repository, ActingPerson acting) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.acting = acting;
    }

    @Override
    public Map<String, Work> of(Collection<String> caseIds) {
        if (caseIds.isEmpty()) {
            return Map.of();
        }
        Set<String> ids = Set.copyOf(caseIds);
        Map<String, Work> work = new HashMap<>();
        list(ids, """
                select e.id_, e.business_key_, e.proc_def_id_, s.proc_inst_id_ as caller_, h.start_time_
                from act_ru_execution e left join act_ru_execution s on s.id_ = e.super_exec_
                join act_hi_procinst h on h.proc_inst_id_ = e.id_
                where e.parent_id_ is null and e.business_key_ in (:ids) order by h.start_time_, e.id_""",
                (row, number) -> new Running(row.getString("id_"), row.getString("business_key_"),
                        key(row.getString("proc_def_id_")), name(row.getString("proc_def_id_"), null),
                        row.getString("caller_"), instant(row, "start_time_")))
                .forEach(each -> workOf(work, each.caseId()).running().add(each));
        Map<String, Set<String>> groups = candidateGroups(ids);
        list(ids, "select t.*, e.business_key_ from act_ru_task t" + SUBJECT.formatted("t.proc_inst_id_")
                + "order by t.create_time_, t.id_",
                (row, number) -> new OpenTask(row.getString("id_"), row.getString("business_key_"),
                        row.getString("proc_inst_id_"), key(row.getString("proc_def_id_")), row.getString("task_def_key_"),
                        row.getString("name_"), row.getString("assignee_"),
                        groups.getOrDefault(row.getString("id_"), Set.of()), instant(row, "create_time_"),
                        instant(row, "due_date_"), instant(row, "follow_up_date_")))
                .forEach(each -> workOf(work, each.caseId()).tasks().add(each));
        list(ids, "select j.*, d.act_id_, e.business_key_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_"
                + SUBJECT.formatted("j.process_instance_id_") + "and (j.type_ = 'timer' or j.retries_ = 0) order by j.duedate_",
                EnginePathWork.this::job)
                .forEach(each -> workOf(work, each.caseId()).waits().add(each));
        list(ids, "select v.*, e.business_key_, e.proc_def_id_ from act_ru_event_subscr v"
                + SUBJECT.formatted("v.proc_inst_id_") + "and v.event_type_ = 'message' order by v.created_",
                (row, number) -> wait(row, "activity_id_", "proc_inst_id_", "proc_def_id_", Kind.NEWS, null)).stream()
                .filter(each -> isWait(each.element()))
                .forEach(each -> workOf(work, each.caseId()).waits().add(each));
        return work;
    }

    private Wait job(ResultSet row, int number) throws SQLException {
        boolean isTimer = "timer".equals(row.getString("type_"));
        boolean hasFailed = row.getInt("retries_") == 0;
        Kind kind = hasFailed ? Kind.FAILED : isWait(row.getString("act_id_")) ? Kind.DAY : Kind.BESIDE;
        return wait(row, "act_id_", "process_instance_id_", "process_def_id_", kind,
                isTimer && !hasFailed ? instant(row, "duedate_") : null);
    }

    private Wait wait(ResultSet row, String element, String instance, String definition, Kind kind, Instant until)
            throws SQLException {
        return new Wait(row.getString("business_key_"), row.getString(instance), key(row.getString(definition)),
                row.getString(element), name(row.getString(definition), row.getString(element)), kind, until);
    }

    private Map<String, Set<String>> candidateGroups(Set<String> ids) {
        Map<String, Set<String>> groups = new HashMap<>();
        list(ids, "select l.task_id_, l.group_id_ from act_ru_identitylink l join act_ru_task t on t.id_ = l.task_id_"
                + SUBJECT.formatted("t.proc_inst_id_") + "and l.type_ = 'candidate' and l.group_id_ is not null",
                (row, number) -> Map.entry(row.getString("task_id_"), row.getString("group_id_")))
                .forEach(link -> groups.computeIfAbsent(link.getKey(), task -> new LinkedHashSet<>()).add(link.getValue()));
        return groups;
    }

    private <T> List<T> list(Set<String> ids, String sql, RowMapper<T> row) {
        return jdbc.sql(sql).param("ids", ids).query(row).list();
    }

    private static Work workOf(Map<String, Work> work, String caseId) {
        return work.computeIfAbsent(caseId, id -> new Work(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    @Override
    public Optional<Place> place(String caseId) {
        record Path(String id, String definition) {
        }
        return jdbc.sql("""
                select proc_inst_id_, proc_def_id_ from act_hi_procinst
                where business_key_ = ? and proc_def_key_ = ? order by start_time_ desc, id_ fetch first 1 row only""")
                .params(caseId, PATH)
                .query((row, number) -> new Path(row.getString("proc_inst_id_"), row.getString("proc_def_id_"))).optional()
                .map(path -> {
                    List<Visit> visits = visits(path.id());
                    Set<String> current = new HashSet<>();
                    visits.stream().filter(visit -> visit.ended() == null).forEach(visit -> current.add(visit.element()));
                    return new Place(xml(path.definition()), current, visits);
                });
    }

    private List<Visit> visits(String path) {
        return jdbc.sql("""
                select act_id_, start_time_, end_time_, act_inst_state_ from act_hi_actinst
                where proc_inst_id_ = ? order by start_time_, sequence_counter_""")
                .param(path)
                .query((row, number) -> new Visit(row.getString("act_id_"), instant(row, "start_time_"),
                        instant(row, "end_time_"), row.getInt("act_inst_state_") == CANCELLED)).list();
    }

    @Override
    public Map<String, Set<String>> inReach(String userId, String group, Collection<String> municipalities) {
        if (municipalities.isEmpty()) {
            return Map.of();
        }
        Map<String, Set<String>> found = new HashMap<>();
        jdbc.sql("""
                select distinct e.business_key_, e.proc_def_id_ from act_ru_task t
                join act_ru_execution e on e.id_ = t.proc_inst_id_
                where t.tenant_id_ in (:municipalities) and e.business_key_ is not null and (t.assignee_ = :user
                    or t.assignee_ is null and exists (select 1 from act_ru_identitylink l
                        where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ = :group))""")
                .param("municipalities", municipalities).param("user", userId).param("group", group)
                .query(row -> {
                    reach(found, row);
                });
        if (group.equals(ADVISOR_GROUP)) {
            jdbc.sql("""
                    select distinct e.business_key_, e.proc_def_id_ from act_ru_execution e
                    join act_ru_variable v on v.proc_inst_id_ = e.id_
                    where e.proc_def_id_ in (select id_ from act_re_procdef where key_ in (:supports))
                        and e.parent_id_ is null and e.tenant_id_ in (:municipalities) and e.business_key_ is not null
                        and v.name_ in (:variables) and v.text_ = :user""")
                    .param("supports", ADVISED).param("municipalities", municipalities).param("variables", ADVISORS)
                    .param("user", userId)
                    .query(row -> {
                        reach(found, row);
                    });
        }
        return found;
    }

    private static void reach(Map<String, Set<String>> found, ResultSet row) throws SQLException {
        found.computeIfAbsent(row.getString("business_key_"), id -> new HashSet<>()).add(key(row.getString("proc_def_id_")));
    }

    /** A place where a path stands and waits; a boundary event waits beside something else. */
    private static boolean isWait(String element) {
        return element != null && (element.startsWith("catchEvent_") || element.startsWith("receiveTask_"));
    }

    /** The name of an element, or of the process itself for null. A deployed definition never changes. */
    private String name(String definition, String element) {
        return names.computeIfAbsent(definition + '#' + element, unread -> acting.asSystem(() -> {
            BpmnModelInstance model = repository.getBpmnModelInstance(definition);
            if (element == null) {
                String name = repository.getProcessDefinition(definition).getName();
                return name == null ? key(definition) : name;
            }
            FlowElement found = model.getModelElementById(element);
            return found == null || found.getName() == null ? element : found.getName();
        }));
    }

    private String xml(String definition) {
        return xmls.computeIfAbsent(definition, unread -> acting.asSystem(() -> {
            try (InputStream model = repository.getProcessModel(definition)) {
                return new String(model.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** Ids of definitions begin with their key. */
    private static String key(String definition) {
        int colon = definition.indexOf(':');
        return colon < 0 ? definition : definition.substring(0, colon);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
