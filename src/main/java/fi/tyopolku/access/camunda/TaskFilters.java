package fi.tyopolku.access.camunda;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * What the lists on the left of Tasklist hold. They speak of whoever looks; the municipality and the rights of the person
 * decide what is in them, and {@code access/rights.yml} who sees which list. Each is sorted by urgency: by due date, those
 * without one last, then by priority, then the longest waiting first.
 */
class TaskFilters {

    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";
    private static final String NOW = "${now()}";
    private static final String END_OF_THIS_WEEK =
            "${dateTime().dayOfWeek().withMaximumValue().millisOfDay().withMaximumValue().toDate()}";
    private static final String THREE_DAYS_AGO = "${dateTime().minusDays(3).toDate()}";
    private static final String BLUE = "#1f5a94";
    private static final String GREEN = "#1f6b45";
    private static final String RED = "#b3261e";
    private static final String AMBER = "#8a5200";
    private static final String GREY = "#4a5a68";

    private final TaskService taskService;

    TaskFilters(TaskService taskService) {
        this.taskService = taskService;
    }

    /**
     * @param name in English; catalogues in {@code access} hold the translations of name and description
     * @param before the name in databases of earlier versions; null for none
     */
    record TaskFilter(String name, String before, String description, String colour, TaskQuery query) {
    }

    /** In the order in which they stand. */
    List<TaskFilter> all() {
        return List.of(
                filter("My tasks", "Omat tehtävät", "Tasks that you have taken", BLUE, today().taskAssigneeExpression(ME)),
                filter("My group's tasks", "Ryhmäni tehtävät", "Tasks of your group that nobody has taken", GREEN,
                        today().taskCandidateGroupInExpression(MY_GROUPS).taskUnassigned()),
                filter("Overdue tasks", "Myöhässä", "Your and your group's tasks whose due date has passed", RED,
                        mineOrMyGroups().dueBeforeExpression(NOW)),
                filter("Due this week", "Määräpäivä tällä viikolla", "Your and your group's tasks that are due this week",
                        AMBER, mineOrMyGroups().dueAfterExpression(NOW).dueBeforeExpression(END_OF_THIS_WEEK)),
                added("New referrals", "Referrals and moving clients without a coach", BLUE,
                        mineOrMyGroups().taskDefinitionKeyIn("userTask_handleReferral", "userTask_acceptClient")),
                added("Absences to decide on", "Absences on which an official decides", RED,
                        mineOrMyGroups().taskDefinitionKeyIn("userTask_decideOnAbsences", "userTask_decideOnAbsence")),
                added("Attendance this week", "Weeks of your groups that are to be marked by Sunday", BLUE,
                        mineOrMyGroups().taskDefinitionKeyIn("userTask_recordAttendance", "userTask_recordProgress")
                                .dueBeforeExpression(END_OF_THIS_WEEK)),
                added("New clients in supports", "Clients for whom no advisor has taken the support yet", BLUE,
                        today().taskCandidateGroupInExpression(MY_GROUPS).taskUnassigned().processDefinitionKeyIn(
                                "socialGuidance", "guidanceMeeting", "integrationSupport", "specialSupport", "resourceMapping")),
                added("Work trials to follow", "Workplaces, agreements and weeks that are yours", BLUE,
                        mineOrMyGroups().processDefinitionKeyIn("workTrial", "workTrialAgreement", "onTheJobPeriod")),
                added("Employers' needs", "Interviews, skill profiles and gaps", GREEN,
                        mineOrMyGroups().processDefinitionKeyIn("employerNeedsSurvey", "skillGap")),
                added("Decisions waiting", "Funding on which you may decide", BLUE,
                        mineOrMyGroups().taskDefinitionKeyIn("userTask_decideFunding", "userTask_decideFundingPlan",
                                "userTask_checkFunding", "userTask_checkByHand", "userTask_confirmFunder")),
                added("Overdue in the municipality", "Every task of the municipality whose due date has passed", RED,
                        today().dueBeforeExpression(NOW)),
                added("Nobody has taken these", "Tasks that have waited for three days for somebody to take them", AMBER,
                        today().taskUnassigned().taskCreatedBeforeExpression(THREE_DAYS_AGO)),
                filter("Waiting for their day", "Odottavat", "Tasks that come up again on a later day", GREY,
                        either(taskService.createTaskQuery()).followUpAfterExpression(NOW)));
    }

    private static TaskFilter added(String name, String description, String colour, TaskQuery query) {
        return filter(name, null, description, colour, query);
    }

    private static TaskFilter filter(String name, String before, String description, String colour, TaskQuery query) {
        return new TaskFilter(name, before, description, colour,
                query.orderByDueDate().asc().orderByTaskPriority().desc().orderByTaskCreateTime().asc());
    }

    private TaskQuery mineOrMyGroups() {
        return either(today());
    }

    /** What comes up on a later day is hidden until then. */
    private TaskQuery today() {
        return taskService.createTaskQuery().followUpBeforeOrNotExistentExpression(NOW);
    }

    private static TaskQuery either(TaskQuery query) {
        return query.or().taskAssigneeExpression(ME).taskCandidateGroupInExpression(MY_GROUPS).endOr();
    }
}
