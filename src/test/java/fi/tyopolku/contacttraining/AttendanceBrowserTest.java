package fi.tyopolku.contacttraining;

import static fi.tyopolku.contacttraining.TrainingWorld.FIRST_MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fi.tyopolku.access.DemoPassword;
import fi.tyopolku.browser.OneBrowser;
import fi.tyopolku.testing.ApplicationTest;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.trainingdays.DayLedger;
import fi.tyopolku.trainingdays.Mark;
import fi.tyopolku.trainingdays.TrainingDay;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A trainer marks a group's week in the browser. Pictures go to target/screenshots/attendance. */
@ApplicationTest
@ExtendWith(OneBrowser.class)
class AttendanceBrowserTest {

    private static final LocalDate FRIDAY = FIRST_MONDAY.plusDays(4);
    private static final LocalDate ENDS = FIRST_MONDAY.plusWeeks(12).minusDays(3);
    private static final Path PICTURES = Path.of("target", "screenshots", "attendance");
    private static final List<String> NAMES = List.of("Aino", "Anna-Kaarina", "Eino", "Elvi", "Hilma", "Jouni", "Kerttu",
            "Lauri", "Maria", "Olli", "Pekka", "Tuuli");
    private static final int MOST_KEYS = 20;

    @LocalServerPort
    private int port;
    @Autowired
    private TrainingWorld world;
    @Autowired
    private PathDriver path;
    @Autowired
    private DayLedger ledger;

    private Browser browser;
    private String group;
    private final List<String> clients = new ArrayList<>();
    private int keys;

    @BeforeEach
    void fridayBeforeTheGroupStarts(Browser browser) {
        this.browser = browser;
        world.itIs(FIRST_MONDAY.minusDays(3));
    }

    @AfterEach
    void clockRunsAgain() {
        world.clockRunsAgain();
    }

    @Test
    void aWeekOfTwelveIsMarkedByKeyboardAlone() {
        groupOf(12);
        world.openWeek(group, FRIDAY);
        try (BrowserContext session = session("fi-FI", 1366, 768)) {
            Page page = logIn(session);
            openSheet(page);
            long began = System.nanoTime();
            focusIsOn(page, "Aino K., maanantai 31.8.");

            // Everybody present on Monday; once more, and all week.
            press(page, "Shift+L", "Shift+L");
            assertThat(page.locator("#unsaved").innerText()).isEqualTo("60 tallentamatonta merkintää");
            press(page, "ArrowDown", "ArrowDown", "p");
            focusIsOn(page, "Eino K., maanantai 31.8.");
            press(page, "ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "i");
            press(page, "ArrowDown", "ArrowRight", "i", "ArrowRight", "i");
            focusIsOn(page, "Kerttu K., perjantai 4.9.");
            picture(page, "week-of-12-marked");
            press(page, "Control+Enter");
            page.waitForURL(Pattern.compile(".*saved=week.*"));
            double seconds = (System.nanoTime() - began) / 1e9;

            assertThat(page.locator(".done").innerText())
                    .contains("Tallennettu 60 merkintää: läsnä 56, poissa luvalla 1, poissa ilman lupaa 3.", "Viikko on kirjattu");
            picture(page, "week-of-12-saved");
            System.out.printf("Attendance page, 12 people, 4 exceptions: %d key presses, %.1f s in the browser%n", keys, seconds);
        }
        assertThat(keys).isLessThanOrEqualTo(MOST_KEYS);
        assertThat(path.openTasks(group)).isEmpty();
        assertThat(ledger.days(clients.get(2))).extracting(TrainingDay::mark).containsExactly(Mark.ABSENT_PERMITTED,
                Mark.PRESENT, Mark.PRESENT, Mark.PRESENT, Mark.PRESENT);
        assertThat(ledger.balance(clients.get(6)).contactUnauthorisedInRow()).isEqualTo(2);
    }

    @Test
    void aSavedMarkIsReachedByArrowsAndCorrectedByKeyboard() {
        groupOf(3);
        world.recordWeek(group, FRIDAY);
        try (BrowserContext session = session("fi-FI", 1366, 768)) {
            Page page = logIn(session);
            page.navigate(address());
            page.getByLabel("Korjaa: Aino K., maanantai 31.8., Läsnä").focus();
            press(page, "ArrowDown", "ArrowRight");
            press(page, "Enter");
            page.waitForURL(Pattern.compile(".*/correction.*"));
            page.locator("input[type=radio]").first().focus();
            press(page, "Space", "Tab");
            page.keyboard().type("Soitti aamulla, lapsi sairas.");
            picture(page, "correction");
            press(page, "Tab", "Enter");
            page.waitForURL(Pattern.compile(".*corrected=changed.*"));

            page.locator("details summary").getByText("Korjattu").click();
            assertThat(page.locator("details li").innerText())
                    .contains("Läsnä → Poissa luvalla: Soitti aamulla, lapsi sairas.");
            picture(page, "corrected");
        }
        assertThat(ledger.corrections(clients.get(1))).hasSize(1);
    }

    @Test
    void theSheetOfThirtySixFitsTheScreenAndEverybodyIsReached() {
        groupOf(36);
        world.openWeek(group, FRIDAY);
        try (BrowserContext session = session("fi-FI", 1366, 768); BrowserContext narrow = session("sv-SE", 400, 800)) {
            Page page = logIn(session);
            page.navigate("http://localhost:" + port + "/app/attendance");
            picture(page, "groups");
            openSheet(page);
            picture(page, "week-of-36");
            assertThat(scrollsSideways(page)).isFalse();
            for (int i = 0; i < 35; i++) {
                press(page, "ArrowDown");
            }
            assertThat(page.locator(":focus").isVisible()).isTrue();
            picture(page, "week-of-36-end");
            assertThat(page.locator("thead th").first().boundingBox().y).as("the header stays").isBetween(-1.0, 1.0);
            Locator focus = page.locator(":focus");
            assertThat(focus.boundingBox().y + focus.boundingBox().height).as("not behind the bar")
                    .isLessThanOrEqualTo(page.locator(".save-bar").boundingBox().y);

            page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/#/?task="
                    + path.task(group, TrainingWorld.RECORD).getId());
            page.locator(".fjs-form a").first().waitFor();
            picture(page, "tasklist");
            assertThat(page.locator(".fjs-form a").first().getAttribute("href")).contains("/app/attendance/" + group + "?week=2026-W36");
            page.locator(".fjs-form-field-checklist").nth(1).scrollIntoViewIfNeeded();
            picture(page, "tasklist-names");

            Page small = logIn(narrow);
            small.navigate(address());
            picture(small, "week-of-36-narrow");
            assertThat(scrollsSideways(small)).isFalse();
            small.locator("tbody tr").last().scrollIntoViewIfNeeded();
            assertThat(small.locator("tbody tr").last().locator("select").last().isVisible()).isTrue();
            picture(small, "week-of-36-narrow-end");
        }
    }

    private void groupOf(int people) {
        group = world.group(people, ENDS);
        for (int i = 0; i < people; i++) {
            clients.add(world.clientIn(group, NAMES.get(i % NAMES.size())));
        }
    }

    private String address() {
        return "http://localhost:" + port + "/app/attendance/" + group + "?week=2026-W36";
    }

    private void openSheet(Page page) {
        page.navigate(address());
        page.locator("table.sheet").waitFor();
    }

    private BrowserContext session(String locale, int width, int height) {
        return browser.newContext(new Browser.NewContextOptions().setLocale(locale).setTimezoneId("Europe/Helsinki")
                .setViewportSize(width, height));
    }

    private Page logIn(BrowserContext session) {
        Page page = session.newPage();
        page.setDefaultTimeout(120_000);
        page.setDefaultNavigationTimeout(120_000);
        page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/");
        page.locator("input[type=password]").waitFor();
        page.locator("form input").first().fill("trainer");
        page.locator("input[type=password]").fill(DemoPassword.VALUE);
        page.locator("button[type=submit]").click();
        page.locator(".task-filters").waitFor();
        return page;
    }

    private void press(Page page, String... pressed) {
        for (String key : pressed) {
            page.keyboard().press(key);
            keys++;
        }
    }

    private static void focusIsOn(Page page, String name) {
        assertThat(page.locator(":focus").getAttribute("aria-label")).isEqualTo(name);
    }

    private static boolean scrollsSideways(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
