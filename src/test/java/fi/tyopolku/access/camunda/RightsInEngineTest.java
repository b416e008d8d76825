package fi.tyopolku.access.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.access.RightsFile;
import fi.tyopolku.access.Staff;
import fi.tyopolku.access.StaffMember;
import fi.tyopolku.testing.DatabaseTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
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
    void theFiveTaskListsCarryTheClientAndTheCase() {
        List<Filter> filters = filterService.createFilterQuery().list();
        assertThat(filters).extracting(Filter::getName).contains("Omat tehtävät", "Ryhmäni tehtävät", "Myöhässä",
                "Määräpäivä tällä viikolla", "Odottavat");
        assertThat(filters).allSatisfy(filter -> assertThat(filter.getProperties().get("variables").toString())
                .contains("clientLabel", "caseId"));
        identityService.setAuthentication("coach", List.of("coach"), List.of("kemijarvi"));
        try {
            filters.forEach(filter -> assertThat(filterService.count(filter.getId())).isNotNegative());
        } finally {
            identityService.clearAuthentication();
        }
    }

    @Test
    void staffAreFoundWithGroupLanguageAndMunicipality() {
        StaffMember advisor = staff.member("service-advisor").orElseThrow();
        assertThat(advisor.language()).isEqualTo("sv");
        assertThat(advisor.municipality()).contains("kemijarvi");
        assertThat(advisor.groups()).containsExactly("service-advisor");
        assertThat(staff.member("nobody")).isEmpty();
        assertThat(staff.inGroup("coach", "kemijarvi")).extracting(StaffMember::userId).containsExactly("coach", "coach3");
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
