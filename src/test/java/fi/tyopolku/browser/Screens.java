package fi.tyopolku.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import fi.tyopolku.answers.AnswerLinks;
import fi.tyopolku.answers.Invitation;
import fi.tyopolku.messages.Catalogues;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/** Every page that people look at, and the way to it. */
@TestComponent
final class Screens {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String CLIENT = "Maija N.";

    private final TaskService tasks;
    private final FilterService filters;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final AnswerLinks answers;

    Screens(TaskService tasks, FilterService filters, RuntimeService runtime, RepositoryService repository,
            AnswerLinks answers) {
        this.tasks = tasks;
        this.filters = filters;
        this.runtime = runtime;
        this.repository = repository;
        this.answers = answers;
    }

    /**
     * @param user who looks; null for somebody who is not logged in
     * @param isOurs whether the whole page is our own, not one of a web application
     */
    record Screen(String name, String user, boolean isOurs, Consumer<Visitor> open) {

        @Override
        public String toString() {
            return name;
        }
    }

    List<Screen> all() {
        List<Screen> all = new ArrayList<>();
        all.add(new Screen("start", null, true, visitor -> visitor.open("/").waitFor("h1")));
        all.add(new Screen("log-in", null, false, visitor -> visitor.open(TASKLIST).waitFor("input[type=password]")));
        all.add(ours("accessibility", null, "/accessibility"));
        all.add(new Screen("answer", null, true, visitor -> visitor.open("/answer/" + answers.invite(new Invitation("FEEDBACK",
                caseId(), "EMPLOYER", visitor.locale().getLanguage(), Instant.now().plus(Duration.ofDays(7)))))
                .waitFor("h1")));
        all.add(ours("demo-mailbox", null, "/demo/mail"));
        all.add(webapp("tasklist", "coach", visitor -> visitor.open(TASKLIST + "#/?filter=" + filter("My tasks"))
                .waitFor(".tasks-list li.task")));
        all.add(task("task-referral", "coach", "userTask_handleReferral"));
        all.add(task("task-survey", "coach", "userTask_surveyCapabilities"));
        all.add(task("task-next-step", "coach", "userTask_decideNextStep"));
        all.add(task("task-funding", "funding-officer", "userTask_decideFunding"));
        all.add(webapp("task-every-component", "coach", visitor -> {
            visitor.page().route("**/deployed-form*", Screens::everyComponent);
            openTask(visitor, "userTask_handleReferral", ".fjs-form");
            visitor.page().unroute("**/deployed-form*");
        }));
        all.add(webapp("start-process", "coach", Screens::openStartDialog));
        all.add(webapp("start-form", "coach", visitor -> {
            openStartDialog(visitor);
            visitor.page().locator(".modal-content .processes a").getByText(
                    Catalogues.in(visitor.locale(), "clientPath", "Client path"),
                    new Locator.GetByTextOptions().setExact(true)).first().click();
            visitor.waitFor(".modal-content .fjs-form");
        }));
        all.add(webapp("cockpit", "manager", visitor -> visitor.open(COCKPIT).waitFor(".dashboard, [ng-view] section")));
        all.add(webapp("cockpit-processes", "manager", visitor -> visitor.open(COCKPIT + "#/processes").waitFor("table tbody tr")));
        all.add(webapp("cockpit-process", "manager", visitor -> visitor.open(COCKPIT + "#/process-definition/"
                + definition("clientPath") + "/runtime").waitFor(".djs-container svg")));
        all.add(webapp("cockpit-instance", "manager", visitor -> visitor.open(COCKPIT + "#/process-instance/"
                + instance("clientPath") + "/runtime").waitFor(".djs-container svg")));
        all.add(webapp("cockpit-figures", "manager", visitor -> visitor.open(COCKPIT + "#/figures").waitFor("main.tp-in-cockpit table")));
        all.add(webapp("welcome", "coach", visitor -> visitor.open("/camunda/app/welcome/default/").waitFor(".app-name")));
        all.add(webapp("admin-users", "admin", visitor -> visitor.open("/camunda/app/admin/default/#/users").waitFor("table tbody tr")));
        all.add(ours("cases", "coach", "/app/cases"));
        all.add(new Screen("client", "coach", true, visitor -> visitor.open("/app/cases/" + caseId()).waitFor("h2")));
        all.add(webapp("task-client", "coach", visitor -> {
            openTask(visitor, "userTask_decideNextStep", ".fjs-form");
            String tab = switch (visitor.locale().getLanguage()) { case "fi" -> "Asiakas"; case "sv" -> "Kund"; default -> "Client"; };
            visitor.page().locator(".nav-tabs a").getByText(tab, new Locator.GetByTextOptions().setExact(true)).first().click();
            visitor.waitFor(".tyopolku-case h2, .tyopolku-case h3, .tyopolku-case dl");
        }));
        all.add(ours("attendance", "trainer", "/app/attendance"));
        all.add(new Screen("attendance-week", "trainer", true, visitor -> visitor.open("/app/attendance")
                .waitFor("main table a").click("main table a").waitFor("table.sheet")));
        all.add(ours("hand-over", "manager", "/app/hand-over"));
        all.add(new Screen("hand-over-form", "manager", true, visitor -> visitor.open("/app/hand-over")
                .waitFor("main table a[href*='hand-over']").click("main table a[href*='hand-over']").waitFor("main form")));
        all.add(ours("figures", "manager", "/app/figures"));
        all.add(ours("esf-records", "manager", "/app/esf"));
        all.add(ours("settings", "coach", "/app/settings"));
        return all;
    }

    private static Screen ours(String name, String user, String path) {
        return new Screen(name, user, true, visitor -> visitor.open(path).waitFor("h1"));
    }

    private static Screen webapp(String name, String user, Consumer<Visitor> open) {
        return new Screen(name, user, false, open);
    }

    private Screen task(String name, String user, String element) {
        return webapp(name, user, visitor -> openTask(visitor, element, ".fjs-form"));
    }

    private void openTask(Visitor visitor, String element, String sign) {
        Task task = tasks.createTaskQuery().taskDefinitionKey(element).orderByTaskCreateTime().asc().list().get(0);
        String list = task.getAssignee() == null ? "My group's tasks" : "My tasks";
        visitor.open(TASKLIST + "#/?filter=" + filter(list) + "&task=" + task.getId()).waitFor(sign);
    }

    private static void openStartDialog(Visitor visitor) {
        visitor.open(TASKLIST).waitFor(".start-process-action a");
        visitor.click(".start-process-action a").waitFor(".modal-content .processes a");
    }

    private static void everyComponent(Route route) {
        route.fulfill(new Route.FulfillOptions().setContentType("application/json")
                .setBody(FormLanguagesBrowserTest.text("/browser/every-component.form")));
    }

    private String filter(String name) {
        return filters.createFilterQuery().filterName(name).singleResult().getId();
    }

    private String definition(String key) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult().getId();
    }

    private String instance(String key) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId()).processDefinitionKey(key)
                .singleResult().getId();
    }

    /** A client in contact training: plan, days, messages and documents are there. */
    private String caseId() {
        return String.valueOf(runtime.getVariable(runtime.createProcessInstanceQuery().processDefinitionKey("clientPath")
                .variableValueEquals("clientLabel", CLIENT).singleResult().getId(), "caseId"));
    }
}
