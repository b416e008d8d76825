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

/** Tasklist as one person sees it, in English or Finnish. Fields are found by the label that the person reads. */
final class TasklistPage implements AutoCloseable {

    private static final Words ENGLISH = new Words("en-US", "My tasks", "My group's tasks",
            "Start process", "Start", "Claim", "Complete", "MM/dd/uuuu");
    private static final Words FINNISH = new Words("fi-FI", "Omat tehtävät", "Ryhmäni tehtävät",
            "Aloita prosessi", "Aloita", "Ota tehtävä", "Suorita", "dd.MM.uuuu");
    private static final Pattern NUMBER = Pattern.compile("\\s*\\d+\\s*");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final double PATIENCE_MILLIS = 60_000;
    private static final double SHORT_MILLIS = 300;

    private final Words words;
    private final BrowserContext session;
    private final Page page;
    private final String story;
    private final String user;
    private int pictures;

    /** What stands on Tasklist's own buttons, and how dates are typed. */
    private record Words(String locale, String mine, String groups, String startProcess, String start, String claim,
            String complete, String date) {
    }

    /** Logs in. @param story the pictures go into a folder of this name */
    TasklistPage(Browser browser, int port, String story, String user) {
        this(browser, port, story, user, ENGLISH);
    }

    static TasklistPage inFinnish(Browser browser, int port, String story, String user) {
        return new TasklistPage(browser, port, story, user, FINNISH);
    }

    private TasklistPage(Browser browser, int port, String story, String user, Words words) {
        this.words = words;
        this.session = browser.newContext(new Browser.NewContextOptions().setLocale(words.locale())
                .setTimezoneId("Europe/Helsinki").setViewportSize(1366, 768));
        this.page = session.newPage();
        this.story = story;
        this.user = user;
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/");
        try {
            logIn();
            page.locator(".task-filters .task-filter a").first().waitFor();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void logIn() {
        page.locator("form input[type=text]").fill(user);
        page.locator("form input[type=password]").fill(DemoPassword.VALUE);
        page.locator("button[type=submit]").click();
    }

    /** The session ends on the server in the middle of the work. @return what the log-in page says about it */
    String loseSession() {
        session.clearCookies();
        page.locator("form input[type=password]").waitFor();
        return page.locator(".tyopolku-ended").innerText();
    }

    /** Logs in again on the page that is there. The task that was open is open again. */
    void logInAgain() {
        logIn();
        enabledForm().waitFor();
    }

    void logOut() {
        page.locator(".account > a, .account .dropdown-toggle").first().click();
        page.locator(".logout a").click();
        page.locator("form input[type=password]").waitFor();
    }

    /** Waits until the line above the form says this about the draft. */
    void draftSays(String text) {
        PlaywrightAssertions.assertThat(page.locator(".tyopolku-draft .draft-text")).containsText(text,
                new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** Whatever the browser keeps for longer than the page. */
    String keptByBrowser() {
        return (String) page.evaluate("() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])");
    }

    /** What stands in red at a field. */
    String faultAt(String label) {
        return page.locator(".fjs-form-field").filter(new Locator.FilterOptions()
                .setHas(page.locator("label", new Page.LocatorOptions().setHasText(reading(label))))).last()
                .locator(".fjs-form-field-error").innerText();
    }

    /** The label of the field in which one types now. */
    String fieldInFocus() {
        return (String) page.evaluate("() => document.activeElement.labels?.[0]?.innerText ?? ''");
    }

    /** Opens the start form of a process. */
    void openStartForm(String process) {
        page.getByText(words.startProcess()).first().click();
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
        show(words.mine());
        select(task, text);
        enabledForm().waitFor();
    }

    /** Opens a task of this person's groups without claiming it. */
    void look(String task, String text) {
        show(words.groups());
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
        page.getByText(words.claim(), new Page.GetByTextOptions().setExact(true)).click();
    }

    /** Loads the page anew and shows the tasks of a filter. */
    void show(String filter) {
        page.reload();
        Response tasks = page.waitForResponse(response -> response.url().contains("/filter/") && response.url().contains("/list"),
                () -> filter(filter).click());
        assertThat(tasks.status()).isEqualTo(200);
        page.locator(".task-filters .active").getByText(filter).waitFor();
    }

    /** The filters by name. */
    List<String> filters() {
        return page.locator(".task-filters .task-filter .name").allInnerTexts().stream().map(String::strip).toList();
    }

    /** The number beside the filter that is chosen. */
    int count() {
        Locator counter = page.locator(".task-filters .active .counter");
        PlaywrightAssertions.assertThat(counter).hasText(NUMBER, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
        return Integer.parseInt(counter.innerText().strip());
    }

    /** The cards of the tasks that are shown now. */
    List<String> cards() {
        page.locator("[cam-tasks] .loader").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        return page.locator(".tasks-list li.task").allInnerTexts();
    }

    /**
     * The form takes a typed value when the field is left. Faster than any person, a test may type while the form still
     * draws what was typed before, and loses the text: then it types again.
     */
    void fill(String label, String value) {
        for (int tries = 0; tries < 5; tries++) {
            field(label).fill(value);
            field(label).blur();
            page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            if (field(label).inputValue().equals(value)) {
                return;
            }
        }
        assertThat(field(label).inputValue()).as(label).isEqualTo(value);
    }

    void date(String label, LocalDate day) {
        field(label).fill(DateTimeFormatter.ofPattern(words.date(), Locale.ROOT).format(day));
        field(label).press("Tab");
    }

    void choose(String label, String option) {
        Locator select = group(".fjs-form-field-select", label);
        Locator wanted = select.locator(".fjs-dropdownlist-item").filter(new Locator.FilterOptions().setHasText(option)).first();
        // A refusal leads to its field and opens its list; leaving the notice closes it a moment later.
        page.waitForTimeout(SHORT_MILLIS);
        if (!wanted.isVisible()) {
            select.locator(".fjs-input-group").click();
        }
        wanted.click();
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
        return modal().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words.start()).setExact(true));
    }

    private Locator completeButton() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words.complete()).setExact(true));
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
