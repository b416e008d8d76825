package fi.tyopolku.access.camunda;

import fi.tyopolku.access.RightsFile;
import fi.tyopolku.access.camunda.TaskFilters.TaskFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.stereotype.Component;

/** Makes the lists on the left of Tasklist, and whose they are, equal to {@link TaskFilters} and the rights table. */
@Component
class FilterInstaller {

    private static final int SECONDS_TO_REFRESH = 60;
    private static final List<Map<String, String>> ON_THE_CARD = List.of(
            Map.of("name", "clientLabel", "label", "Client"),
            Map.of("name", "groupName", "label", "Group"),
            Map.of("name", "stage", "label", "Stage"),
            Map.of("name", "caseId", "label", "Case"));

    private final FilterService filterService;
    private final TaskService taskService;
    private final AuthorizationService authorizationService;
    private final RightsFile table;

    FilterInstaller(FilterService filterService, TaskService taskService, AuthorizationService authorizationService,
            RightsFile table) {
        this.filterService = filterService;
        this.taskService = taskService;
        this.authorizationService = authorizationService;
        this.table = table;
    }

    void install() {
        List<TaskFilter> filters = new TaskFilters(taskService).all();
        Set<String> names = filters.stream().map(TaskFilter::name).collect(Collectors.toSet());
        if (!names.equals(table.filters().keySet())) {
            throw new IllegalStateException("The rights table and the task filters do not name the same filters");
        }
        int place = 0;
        for (TaskFilter filter : filters) {
            place += 10;
            show(save(filter, place), table.filters().get(filter.name()));
        }
    }

    private String save(TaskFilter wanted, int place) {
        Filter filter = named(wanted.name());
        if (filter == null && wanted.before() != null) {
            filter = named(wanted.before());
        }
        if (filter == null) {
            filter = filterService.newTaskFilter(wanted.name());
        }
        filter.setName(wanted.name());
        filter.setQuery(wanted.query());
        filter.setProperties(Map.of(
                "description", wanted.description(),
                "priority", place,
                "color", wanted.colour(),
                "refresh", true,
                "refreshInterval", SECONDS_TO_REFRESH,
                "showUndefinedVariable", false,
                "variables", ON_THE_CARD));
        return filterService.saveFilter(filter).getId();
    }

    private Filter named(String name) {
        return filterService.createFilterQuery().filterName(name).list().stream().findFirst().orElse(null);
    }

    private void show(String filterId, Set<String> groups) {
        Set<String> missing = new HashSet<>(groups);
        for (Authorization row : authorizationService.createAuthorizationQuery().resourceType(Resources.FILTER)
                .resourceId(filterId).list()) {
            if (!missing.remove(row.getGroupId())) {
                authorizationService.deleteAuthorization(row.getId());
            }
        }
        for (String group : missing) {
            Authorization row = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            row.setGroupId(group);
            row.setResource(Resources.FILTER);
            row.setResourceId(filterId);
            row.addPermission(Permissions.READ);
            authorizationService.saveAuthorization(row);
        }
    }
}
