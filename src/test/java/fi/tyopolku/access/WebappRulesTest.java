package fi.tyopolku.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.engine.web.WebappLogin.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebappRulesTest {

    private static final String ENGINE = "/engine/engine/default";
    private static final Optional<Person> COACH = person("coach", "coach");
    private static final Optional<Person> MANAGER = person("manager", "manager");
    private static final Optional<Person> ADMIN = person("admin", "camunda-admin");

    private final WebappRules rules = WebappRules.read();

    @Test
    void aCoachWorksATaskThroughItsForm() {
        assertThat(rules.allows(COACH, "POST", ENGINE + "/task/4711/claim")).isTrue();
        assertThat(rules.allows(COACH, "POST", ENGINE + "/task/4711/submit-form")).isTrue();
        assertThat(rules.allows(COACH, "GET", ENGINE + "/process-definition/clientPath%3A1%3A7f/startForm")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/deployment/create", "GET,/application.wadl", "POST,/process-definition/key/clientPath/start",
        "POST,/process-definition/clientPath:1:7f/start", "POST,/task/4711/complete", "POST,/task/4711/resolve",
        "POST,/task/4711/bpmnError", "POST,/task/4711/bpmnEscalation", "POST,/task/4711/delegate",
        "POST,/task/4711/assignee", "POST,/task/create", "PUT,/task/4711", "DELETE,/task/4711",
        "POST,/task/4711/variables", "PUT,/task/4711/variables/x", "POST,/task/4711/comment/create",
        "POST,/task/4711/attachment/create", "POST,/process-instance/1/modification", "POST,/migration/execute",
        "POST,/modification/execute", "POST,/message", "POST,/signal", "POST,/condition",
        "POST,/external-task/fetchAndLock", "PUT,/process-instance/1/variables/x", "PATCH,/execution/1/localVariables",
        "DELETE,/process-instance/1", "POST,/process-instance/delete", "DELETE,/batch/1", "PUT,/batch/1/suspended",
        "POST,/filter/create", "PUT,/filter/1", "DELETE,/filter/1", "POST,/authorization/create",
        "PUT,/authorization/1", "POST,/decision-definition/1/evaluate", "DELETE,/deployment/1", "POST,/job/retries",
        "POST,/job/1/execute", "PUT,/job/1/duedate", "POST,/identity/verify", "POST,/history/task",
        "POST,/history/variable-instance", "GET,/identity/groups"})
    void whatGoesAroundTheFormIsClosedToEverybody(String method, String path) {
        for (Optional<Person> person : List.of(COACH, MANAGER, ADMIN, person("modeller", "modeller"),
                person("funding-officer", "funding-officer"), Optional.<Person>empty())) {
            assertThat(rules.allows(person, method, ENGINE + path)).as("%s as %s", path, person).isFalse();
        }
        assertThat(rules.allows(ADMIN, "POST", "/admin/setup/default/user/create")).isFalse();
    }

    @Test
    void theTaskThatACallIsAboutIsKnown() {
        assertThat(rules.task(ENGINE + "/task/4711")).contains("4711");
        assertThat(rules.task(ENGINE + "/task/4711/form-variables/")).contains("4711");
        assertThat(rules.task(ENGINE + "/task/count")).isEmpty();
        assertThat(rules.task(ENGINE + "/task/report/candidate-group-count")).isEmpty();
        assertThat(rules.task(ENGINE + "/task")).isEmpty();
        assertThat(rules.task(ENGINE + "/job/4711/retries")).isEmpty();
    }

    @Test
    void everybodyChangesOnlyTheirOwnPassword() {
        assertThat(rules.allows(COACH, "PUT", ENGINE + "/user/coach/credentials")).isTrue();
        assertThat(rules.allows(COACH, "PUT", ENGINE + "/user/manager/credentials")).isFalse();
        assertThat(rules.allows(COACH, "GET", ENGINE + "/user/manager/profile")).isFalse();
        assertThat(rules.allows(ADMIN, "PUT", ENGINE + "/user/coach/credentials")).isTrue();
    }

    @Test
    void onlyAManagerLetsAFailedStepTryAgain() {
        assertThat(rules.allows(MANAGER, "PUT", ENGINE + "/job/1/retries")).isTrue();
        assertThat(rules.allows(person("modeller", "modeller"), "PUT", ENGINE + "/job/1/retries")).isFalse();
        assertThat(rules.allows(COACH, "PUT", ENGINE + "/job/1/retries")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "/", "//engine/engine", "/engine/engine/default/task/1/../../filter", "/engine/engine/default/./filter",
        "/engine/engine/default/filter;x=1", "/engine/engine/default/task/1%2Fform", "/engine/engine/default%5Cfilter",
        "/engine/engine/default/%2e%2e/filter", "/engine/engine/default/filter%00", "/engine/engine/default/filter%zz",
        "/engine/engine/other/filter", "/engine/engine/default/filter//", "/ENGINE/engine/default/filter"})
    void aPathThatCouldBeReadInTwoWaysIsRefused(String path) {
        assertThat(rules.allows(COACH, "GET", path)).isFalse();
    }

    @Test
    void beforeLogInOnlyTheLogInItselfIsOpen() {
        Optional<Person> nobody = Optional.empty();
        assertThat(rules.allows(nobody, "POST", "/admin/auth/user/default/login/tasklist")).isTrue();
        assertThat(rules.allows(nobody, "GET", "/cockpit/plugin/cockpitPlugins/static/app/plugin.js")).isTrue();
        assertThat(rules.allows(nobody, "GET", ENGINE + "/filter")).isFalse();
        assertThat(rules.allows(nobody, "GET", ENGINE + "/identity/password-policy")).isFalse();
    }

    @Test
    void aDoorForAnUnknownGroupStopsTheStart() {
        Yaml file = new Yaml(Map.of("doors", Map.of("x", Map.of("groups", List.of("cleaner"), "calls", List.of()))));
        assertThatThrownBy(() -> WebappRules.of(file, Set.of("coach"))).isInstanceOf(IllegalStateException.class);
    }

    private static Optional<Person> person(String userId, String group) {
        return Optional.of(new Person(userId, Set.of(group), Set.of("kemijarvi")));
    }
}
