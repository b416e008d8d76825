package fi.tyopolku.access.camunda;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The lists on the left of Tasklist. They speak of whoever looks, so the same five serve every group; the municipality
 * and the rights of the person decide what is in them.
 */
@Component
class FilterInstaller {

    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";
    private static final String NOW = "${now()}";
    private static final String END_OF_THIS_WEEK =
            "${dateTime().dayOfWeek().withMaximumValue().millisOfDay().withMaximumValue().toDate()}";
    private static final int SECONDS_TO_REFRESH = 60;

    private final FilterService filterService;
    private final TaskService taskService;

    FilterInstaller(FilterService filterService, TaskService taskService) {
        this.filterService = filterService;
        this.taskService = taskService;
    }

    void install() {
        int place = 0;
        for (Map.Entry<String, Content> filter : filters().entrySet()) {
            place += 10;
            save(filter.getKey(), filter.getValue(), place);
        }
    }

    private Map<String, Content> filters() {
        Map<String, Content> filters = new LinkedHashMap<>();
        filters.put("Omat tehtävät", new Content("Tehtävät, jotka olet ottanut hoitaaksesi", "#2b6cb0",
                taskService.createTaskQuery().taskAssigneeExpression(ME)
                        .followUpBeforeOrNotExistentExpression(NOW)));
        filters.put("Ryhmäni tehtävät", new Content("Tehtävät, jotka odottavat ottajaa ryhmässäsi", "#2f855a",
                taskService.createTaskQuery().taskCandidateGroupInExpression(MY_GROUPS).taskUnassigned()
                        .followUpBeforeOrNotExistentExpression(NOW)));
        filters.put("Myöhässä", new Content("Omat ja ryhmäsi tehtävät, joiden määräpäivä on mennyt", "#c53030",
                mineOrMyGroups().dueBeforeExpression(NOW)));
        filters.put("Määräpäivä tällä viikolla", new Content(
                "Omat ja ryhmäsi tehtävät, joiden määräpäivä on tällä viikolla", "#b7791f",
                mineOrMyGroups().dueAfterExpression(NOW).dueBeforeExpression(END_OF_THIS_WEEK)));
        filters.put("Odottavat", new Content("Tehtävät, joihin palataan myöhemmin", "#718096",
                mineOrMyGroups().followUpAfterExpression(NOW)));
        return filters;
    }

    private TaskQuery mineOrMyGroups() {
        return taskService.createTaskQuery()
                .or().taskAssigneeExpression(ME).taskCandidateGroupInExpression(MY_GROUPS).endOr();
    }

    private void save(String name, Content content, int place) {
        Filter filter = filterService.createFilterQuery().filterName(name).list().stream().findFirst()
                .orElseGet(() -> filterService.newTaskFilter(name));
        filter.setQuery(content.query);
        filter.setProperties(Map.of(
                "description", content.description,
                "priority", place,
                "color", content.colour,
                "refresh", true,
                "refreshInterval", SECONDS_TO_REFRESH,
                "showUndefinedVariable", false,
                "variables", List.of(
                        Map.of("name", "clientLabel", "label", "Asiakas"),
                        Map.of("name", "caseId", "label", "Asia"),
                        Map.of("name", "stage", "label", "Vaihe"))));
        filterService.saveFilter(filter);
    }

    private record Content(String description, String colour, TaskQuery query) {
    }
}
