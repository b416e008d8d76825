package fi.tyopolku.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import fi.tyopolku.access.DemoPassword;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tasklist as one person sees it. Fields are found by the label that the person reads. */
final class TasklistPage implements AutoCloseable {

    static final String MINE = "My tasks";
    static final String MY_GROUPS = "My group's tasks";
    static final String WAITING = "Waiting for their day";

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ENGLISH);
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final double PATIENCE_MILLIS = 60_000;

    private final BrowserContext session;
    private final Page page;
    private final String story;
    private final String user;
    private int pictures;

    /** Logs in. @param story the pictures go into a folder of this name */
    TasklistPage(Browser browser, int port, String story, String user) {
        this.session = browser.newContext(new Browser.NewContextOptions().setLocale("en-US")
                .setTimezoneId("Europe/Helsinki").setViewportSize(1366, 768));
        this.page = session.newPage();
        this.story = story;
        this.user = user;
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/");
        page.getByPlaceholder("Username").fill(user);
        page.getByPlaceholder("Password").fill(DemoPassword.VALUE);
        page.locator("button[type=submit]").click();
        try {
            filter(MINE).waitFor();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Opens the start form of a process. */
    void openStartForm(String process) {
        page.getByText("Start process").first().click();
        modal().locator(".processes a").getByText(process, new Locator.GetByTextOptions().setExact(true)).click();
        form().waitFor();
    }

    /** Starts the process whose start form is open. */
    void start() {
        picture("start");
        Response answer = page.waitForResponse(response -> response.url().endsWith("/submit-form"), startButton()::click);
        assertThat(answer.status()).as(() -> answer.text()).isLessThan(300);
        modal().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** Presses start with something wrong in the form. @return what the red notice says */
    String startAndBeRefused() {
        startButton().click();
        Locator notice = modal().locator(".notifications .alert-danger").first();
        notice.scrollIntoViewIfNeeded();
        picture("start-refused");
        return notice.innerText();
    }

    /** Opens a task that is this person's already. @param text what its card shows besides the name of the task */
    void open(String task, String text) {
        show(MINE);
        select(task, text);
        enabledForm().waitFor();
    }

    /** Opens a task of this person's groups without claiming it. */
    void look(String task, String text) {
        show(MY_GROUPS);
        select(task, text);
        form().waitFor();
    }

    /** Opens a task of this person's groups and claims it. */
    void take(String task, String text) {
        look(task, text);
        pressClaim();
        enabledForm().waitFor();
    }

    void pressClaim() {
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
    }

    /** Loads the page anew and shows the tasks of a filter. */
    void show(String filter) {
        page.reload();
        Response tasks = page.waitForResponse(response -> response.url().contains("/filter/") && response.url().contains("/list"),
                () -> filter(filter).click());
        assertThat(tasks.status()).isEqualTo(200);
        page.locator(".task-filters .active").getByText(filter).waitFor();
    }

    /** The cards of the tasks that are shown now. */
    List<String> cards() {
        page.locator("[cam-tasks] .loader").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        return page.locator(".tasks-list li.task").allInnerTexts();
    }

    void fill(String label, String value) {
        field(label).fill(value);
        // The form takes a typed value when the field is left.
        field(label).blur();
    }

    void date(String label, LocalDate day) {
        field(label).fill(TYPED.format(day));
        field(label).press("Tab");
    }

    void choose(String label, String option) {
        Locator select = group(".fjs-form-field-select", label);
        select.locator(".fjs-input-group").click();
        select.locator(".fjs-dropdownlist-item").filter(new Locator.FilterOptions().setHasText(option)).first().click();
    }

    /** Ticks one option of a question, or of a list. */
    void pick(String label, String option) {
        group(".fjs-form-field-radio, .fjs-form-field-checklist", label)
                .getByLabel(option, new Locator.GetByLabelOptions().setExact(true)).check();
    }

    void tick(String label) {
        field(label).check();
    }

    String valueOf(String label) {
        return field(label).inputValue();
    }

    /** Waits until the open form says all of this. */
    void reads(String... texts) {
        for (String text : texts) {
            PlaywrightAssertions.assertThat(form()).containsText(text,
                    new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        }
    }

    /** Completes the task that is open. */
    void complete() {
        String task = page.locator("h2.task").innerText().strip();
        picture(task);
        Response answer = page.waitForResponse(response -> response.url().endsWith("/submit-form"), completeButton()::click);
        assertThat(answer.status()).as(() -> answer.text()).isLessThan(300);
        form().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Presses complete with something wrong in the form, and closes the notice. @return what the red notice says */
    String completeAndBeRefused() {
        completeButton().click();
        String notice = notice();
        picture("refused");
        page.locator(".notifications .alert-danger .close:visible").first().click();
        return notice;
    }

    String notice() {
        return page.locator(".notifications .alert-danger").first().innerText();
    }

    void picture(String name) {
        String file = "%02d-%s.png".formatted(++pictures, name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(story).resolve(user + "-" + file)));
    }

    private void select(String task, String text) {
        page.locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHasText(task))
                .filter(new Locator.FilterOptions().setHasText(text)).first().click();
        page.locator("h2.task").getByText(task).waitFor();
    }

    private Locator filter(String name) {
        return page.locator(".task-filters").getByText(name).first();
    }

    private Locator modal() {
        return page.locator(".modal-content");
    }

    private Locator form() {
        return page.locator(".fjs-form");
    }

    private Locator enabledForm() {
        return page.locator("[cam-tasklist-form] > div:not(.disabled-form) .fjs-form");
    }

    private Locator startButton() {
        return modal().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start").setExact(true));
    }

    private Locator completeButton() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete").setExact(true));
    }

    private Locator field(String label) {
        return form().getByLabel(reading(label));
    }

    private Locator group(String kind, String label) {
        return form().locator(kind).filter(new Locator.FilterOptions()
                .setHas(page.locator("label", new Page.LocatorOptions().setHasText(reading(label)))));
    }

    /** The whole label, whether it is marked as required or not. */
    private static Pattern reading(String label) {
        return Pattern.compile("^\\s*" + label.replaceAll("[\\\\^$.|?*+()\\[\\]{}]", "\\\\$0") + "\\s*\\*?\\s*$");
    }

    @Override
    public void close() {
        try {
            picture("at-the-end");
        } finally {
            session.close();
        }
    }
}
