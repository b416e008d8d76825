package fi.tyopolku.access.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.access.RightsFile;
import fi.tyopolku.access.Staff;
import fi.tyopolku.access.StaffMember;
import fi.tyopolku.testing.DatabaseTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class RightsInEngineTest {

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private AuthorizationService authorizationService;
    @Autowired
    private IdentityService identityService;
    @Autowired
    private FilterService filterService;
    @Autowired
    private TaskService taskService;
    @Autowired
    private RightsFile table;
    @Autowired
    private AccessSetUp setUp;
    @Autowired
    private Staff staff;

    @Test
    void theEngineAnswersAsTheTableSays() {
        List<String> processes = table.rights().keySet().stream()
                .filter(target -> target.resource().equals("PROCESS_DEFINITION"))
                .map(RightsFile.Target::resourceId).filter(key -> !key.equals("*")).distinct().toList();
        for (String group : table.groups().keySet()) {
            for (String process : processes) {
                for (Permission permission : ProcessDefinitionPermissions.values()) {
                    if (permission.getName().equals("NONE") || permission.getName().equals("ALL")) {
                        continue;
                    }
                    boolean inTable = granted(group, process, permission) || granted(group, "*", permission);
                    assertThat(authorizationService.isUserAuthorized("nobody", List.of(group), permission,
                            Resources.PROCESS_DEFINITION, process))
                            .as("%s %s %s", group, permission.getName(), process).isEqualTo(inTable);
                }
            }
        }
    }

    private boolean granted(String group, String process, Permission permission) {
        return table.rights().getOrDefault(new RightsFile.Target(group, "PROCESS_DEFINITION", process), Set.of())
                .contains(permission.getName());
    }

    @Test
    void eachGroupEntersItsOwnApplicationsOnly() {
        Map<String, List<String>> expected = Map.of(
                "coach", List.of("tasklist"), "trainer", List.of("tasklist"), "service-advisor", List.of("tasklist"),
                "employer-liaison", List.of("tasklist"), "funding-officer", List.of("tasklist"),
                "manager", List.of("tasklist", "cockpit"), "modeller", List.of("cockpit"),
                "camunda-admin", List.of("admin"));
        expected.forEach((group, applications) -> List.of("tasklist", "cockpit", "admin").forEach(application ->
                assertThat(authorizationService.isUserAuthorized("nobody", List.of(group), Permissions.ACCESS,
                        Resources.APPLICATION, application))
                        .as("%s %s", group, application).isEqualTo(applications.contains(application))));
    }

    @Test
    void aSecondStartChangesNothing() {
        Map<String, Integer> before = rows();
        long filters = filterService.createFilterQuery().count();
        setUp.afterSingletonsInstantiated();
        assertThat(rows()).isEqualTo(before);
        assertThat(filterService.createFilterQuery().count()).isEqualTo(filters);
    }

    @Test
    void aRightGivenByHandIsTakenBackAtTheNextStart() {
        Authorization byHand = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        byHand.setGroupId("coach");
        byHand.setResource(Resources.DEPLOYMENT);
        byHand.setResourceId("*");
        byHand.addPermission(Permissions.CREATE);
        authorizationService.saveAuthorization(byHand);
        Authorization widened = authorizationService.createAuthorizationQuery().groupIdIn("coach")
                .resourceType(Resources.PROCESS_DEFINITION).resourceId("referral").singleResult();
        widened.addPermission(ProcessDefinitionPermissions.UPDATE_TASK);
        authorizationService.saveAuthorization(widened);

        setUp.afterSingletonsInstantiated();

        assertThat(authorizationService.isUserAuthorized("x", List.of("coach"), Permissions.CREATE,
                Resources.DEPLOYMENT, "*")).isFalse();
        assertThat(authorizationService.isUserAuthorized("x", List.of("coach"),
                ProcessDefinitionPermissions.UPDATE_TASK, Resources.PROCESS_DEFINITION, "referral")).isFalse();
    }

    @Test
    void eachGroupSeesItsOwnTaskListsWithClientStageAndCase() {
        table.groups().keySet().forEach(group -> {
            Set<String> expected = table.filters().entrySet().stream()
                    .filter(filter -> filter.getValue().contains(group) || group.equals("camunda-admin"))
                    .map(Map.Entry::getKey).collect(Collectors.toSet());
            identityService.setAuthentication("somebody", List.of(group), List.of("kemijarvi"));
            try {
                List<Filter> seen = filterService.createFilterQuery().listPage(0, 100);
                assertThat(seen).as(group).extracting(Filter::getName).containsExactlyInAnyOrderElementsOf(expected);
                assertThat(seen).allSatisfy(filter -> {
                    assertThat(filter.getProperties().get("variables").toString())
                            .contains("clientLabel", "caseId", "stage", "groupName");
                    assertThat(filterService.count(filter.getId())).isNotNegative();
                    assertThat(filterService.listPage(filter.getId(), 0, 15)).isNotNull();
                });
            } finally {
                identityService.clearAuthentication();
            }
        });
    }

    @Test
    void aTaskListBeginsWithTheLongestOverdueAndEndsWithWhatHasNoDueDate() {
        Map<String, Integer> daysUntilDue = new TreeMap<>(Map.of("late", -9, "later", 3, "latest", -20));
        List<Task> tasks = new ArrayList<>();
        for (String name : List.of("none", "late", "later", "latest")) {
            Task task = taskService.newTask();
            task.setName(name);
            task.setAssignee("sorter");
            Integer days = daysUntilDue.get(name);
            task.setDueDate(days == null ? null : Date.from(Instant.now().plus(days, ChronoUnit.DAYS)));
            taskService.saveTask(task);
            tasks.add(task);
        }
        String mine = filterService.createFilterQuery().filterName("My tasks").singleResult().getId();
        // As Tasklist asks: it always sends a sorting of its own, which only decides between equals.
        TaskQuery asTasklistAsks = taskService.createTaskQuery().orderByTaskCreateTime().desc();
        identityService.setAuthentication("sorter", List.of("manager"), List.of("kemijarvi"));
        try {
            List<Task> listed = filterService.listPage(mine, asTasklistAsks, 0, 15);
            assertThat(listed).extracting(Task::getName).containsExactly("latest", "late", "later", "none");
        } finally {
            identityService.clearAuthentication();
        }
        taskService.deleteTasks(tasks.stream().map(Task::getId).toList(), true);
    }

    @Test
    void aListOfAnEarlierVersionGetsItsNewName() {
        Filter mine = filterService.createFilterQuery().filterName("My tasks").singleResult();
        mine.setName("Omat tehtävät");
        filterService.saveFilter(mine);
        setUp.afterSingletonsInstantiated();
        assertThat(filterService.createFilterQuery().filterName("Omat tehtävät").count()).isZero();
        assertThat(filterService.createFilterQuery().filterName("My tasks").singleResult().getId()).isEqualTo(mine.getId());
    }

    @Test
    void staffAreFoundWithGroupLanguageAndMunicipality() {
        StaffMember advisor = staff.member("service-advisor").orElseThrow();
        assertThat(advisor.language()).isEqualTo("sv");
        assertThat(advisor.municipality()).contains("kemijarvi");
        assertThat(advisor.groups()).containsExactly("service-advisor");
        assertThat(staff.member("nobody")).isEmpty();
        assertThat(staff.inGroup("coach", "kemijarvi")).extracting(StaffMember::userId).contains("coach", "coach3")
                .doesNotContain("coach2", "trainer", "manager");
        assertThat(staff.inGroup("coach", "sodankyla")).extracting(StaffMember::userId).containsExactly("coach2");
    }

    @Test
    void passwordsAreHashedSlowlyAndWeakOnesRefused() {
        assertThat(identityService.checkPassword("coach", "Tyopolku-2026")).isTrue();
        assertThat(identityService.checkPasswordAgainstPolicy("kesa2026").isValid()).isFalse();
        User coach = identityService.createUserQuery().userId("coach").singleResult();
        assertThat(coach.getPassword()).startsWith("{PBKDF2-SHA256}");
    }

    private Map<String, Integer> rows() {
        Map<String, Integer> rows = new TreeMap<>();
        authorizationService.createAuthorizationQuery().list()
                .forEach(row -> rows.put(row.getId(), row.getPermissions(ProcessDefinitionPermissions.values()).length));
        identityService.createGroupQuery().list().stream().map(Group::getId).forEach(id -> rows.put(id, 0));
        return rows;
    }
}
