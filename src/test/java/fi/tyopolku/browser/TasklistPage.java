package fi.tyopolku.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import fi.tyopolku.access.DemoPassword;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tasklist as one person sees it. Fields are found by the label that the person reads. */
final class TasklistPage implements AutoCloseable {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ENGLISH);
    private static final double PATIENCE_MILLIS = 30_000;

    private final BrowserContext session;
    private final Page page;
    private final String user;
    private int pictures;

    TasklistPage(Browser browser, int port, String user) {
        this.session = browser.newContext(new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1366, 768));
        this.page = session.newPage();
        this.user = user;
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/");
        page.getByPlaceholder("Username").fill(user);
        page.getByPlaceholder("Password").fill(DemoPassword.VALUE);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
        page.locator(".tasks-list, .no-task-details").first().waitFor();
    }

    /** Opens the start form of a process. */
    void startProcess(String name) {
        page.locator("[cam-tasklist-navbar-action], .navbar").getByText("Start process").first().click();
        page.locator(".modal-content").getByText(name, new Locator.GetByTextOptions().setExact(true)).click();
        page.locator(".modal-content .fjs-form").waitFor();
    }

    void pressStart() {
        page.locator(".modal-content").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start").setExact(true)).click();
        page.locator(".modal-content").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** Opens the first task of that name in a filter, and claims it unless it is this person's already. */
    void openTask(String filter, String name) {
        page.reload();
        page.locator(".task-filters, .filters-list, [cam-tasklist-filters]").getByText(filter).first().click();
        page.locator(".tasks-list").getByText(name).first().click();
        page.locator(".fjs-form").waitFor();
        Locator claim = page.getByText("Claim", new Page.GetByTextOptions().setExact(true));
        if (claim.count() > 0 && claim.first().isVisible()) {
            claim.first().click();
            page.locator(".claimed, .task-detail").getByText(user).first().waitFor();
        }
    }

    void fill(String label, String value) {
        form().getByLabel(label).first().fill(value);
    }

    void choose(String label, String option) {
        Locator field = form().locator(".fjs-form-field-select").filter(new Locator.FilterOptions().setHasText(label));
        field.locator("input").first().click();
        field.locator(".fjs-dropdownlist-item").getByText(option, new Locator.GetByTextOptions().setExact(true)).click();
    }

    void pick(String label, String option) {
        form().locator(".fjs-form-field").filter(new Locator.FilterOptions().setHasText(label)).last()
                .getByLabel(option, new Locator.GetByLabelOptions().setExact(true)).check();
    }

    void tick(String label) {
        form().getByLabel(label).first().check();
    }

    void date(String label, LocalDate day) {
        Locator input = form().getByLabel(label).first();
        input.fill(TYPED.format(day));
        input.press("Tab");
    }

    void complete() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete").setExact(true)).click();
        page.locator(".fjs-form").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    String notice() {
        return page.locator(".notifications .alert, [notifications-panel] .alert").first().textContent();
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots",
                "%s-%02d-%s.png".formatted(user, ++pictures, name))).setFullPage(true));
    }

    Page page() {
        return page;
    }

    private Locator form() {
        return page.locator(".fjs-form").last();
    }

    @Override
    public void close() {
        session.close();
    }
}
