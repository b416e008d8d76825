package fi.tyopolku.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fi.tyopolku.access.DemoPassword;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.SampleForms;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coach's task without a mouse, from logging in to completing it; wherever one is, one sees it. */
@BrowserTest
class KeyboardBrowserTest {

    private static final int FARTHEST = 120;
    private static final String FOCUS = """
            () => {
              const at = document.activeElement;
              if (at === document.body) {
                return '';
              }
              const label = [...(at.labels || [])].map(one => one.innerText).join(' ');
              const group = at.closest('.fjs-form-field')?.querySelector('.fjs-form-field-label')?.innerText || '';
              return [at.getAttribute('aria-label'), label, group, at.placeholder, at.innerText, at.name, at.value]
                .filter(text => text).join(' | ').replace(/\\s+/g, ' ');
            }""";
    private static final String IS_SEEN = """
            () => {
              const boxes = [document.activeElement, document.activeElement.parentElement, document.activeElement.closest('.fjs-input-group')];
              return boxes.some(box => box && (style => (parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none')
                || style.boxShadow !== 'none')(getComputedStyle(box)));
            }""";

    /** On a slow machine the cursor is moved late: here when {@code moveCursor()} is called. */
    private static final String LATE_CURSOR = """
            const stock = window.setTimeout;
            const late = [];
            window.setTimeout = (work, millis, ...rest) => millis === 300 ? late.push(work) : stock(work, millis, ...rest);
            window.moveCursor = () => {
              window.setTimeout = stock;
              late.forEach(work => work());
              return late.length;
            };
            """;

    @LocalServerPort
    private int port;
    @Autowired
    private PathDriver path;
    private Page page;

    @Test
    void aTaskIsTakenFilledInAndCompletedByKeyboardAlone(Browser browser) {
        String caseId = path.start("coach", "clientPath", SampleForms.referral(IdentityCodes.next()));
        try (Visitor coach = new Visitor(browser, port, "fi")) {
            page = coach.page();
            coach.open("/camunda/app/tasklist/default/").waitFor("input[type=password]");
            tabTo("Käyttäjätunnus");
            page.keyboard().type("coach");
            tabTo("Salasana");
            page.keyboard().type(DemoPassword.VALUE);
            page.keyboard().press("Enter");
            coach.waitFor(".task-filters .task-filter a");

            tabTo("Ryhmäni tehtävät");
            page.keyboard().press("Enter");
            Locator card = page.locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHasText(caseId));
            card.waitFor();
            // To the first task of the list, which is opened; from there one goes with the arrows.
            page.keyboard().press("Control+Alt+l");
            page.keyboard().press("Enter");
            page.locator(".tasks-list li.task.active").waitFor();
            walkToCard(caseId);
            coach.waitFor(".fjs-form");

            page.keyboard().press("Control+Alt+c");
            page.locator("[cam-tasklist-form] > div:not(.disabled-form) .fjs-form").waitFor();

            tabTo("Hyväksy");
            page.keyboard().press("Space");
            tabTo("Omavalmentaja");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            tabTo("Muistiinpano");
            page.keyboard().type("Soitetaan ensin.");
            tabTo("Suorita");
            page.waitForResponse(answer -> answer.url().endsWith("/submit-form") && answer.ok(), () -> page.keyboard().press("Enter"));
            path.runJobs(caseId);
            assertThat(path.openTasks(caseId)).containsExactly("userTask_surveyCapabilities");
        }
    }

    @Test
    void theCursorStaysWhereOneTypesThePassword(Browser browser) {
        try (Visitor coach = new Visitor(browser, port, "fi")) {
            page = coach.page();
            page.addInitScript(LATE_CURSOR);
            coach.open("/camunda/app/tasklist/default/").waitFor("input[type=password]");
            page.locator("input[type=text]").click();
            page.keyboard().type("coach");
            page.keyboard().press("Tab");
            assertThat((Integer) page.evaluate("moveCursor()")).isPositive();
            page.keyboard().type(DemoPassword.VALUE);
            page.keyboard().press("Enter");
            coach.waitFor(".task-filters .task-filter a");
        }
    }

    /** Goes on with the tabulator until something of that name has the focus, which must be to be seen. */
    private void tabTo(String name) {
        StringBuilder passed = new StringBuilder();
        for (int steps = 0; steps < FARTHEST; steps++) {
            String focus = (String) page.evaluate(FOCUS);
            if (focus.contains(name)) {
                assertThat((Boolean) page.evaluate(IS_SEEN)).as("the focus on %s is to be seen", name).isTrue();
                return;
            }
            passed.append(focus, 0, Math.min(40, focus.length())).append(" > ");
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The tabulator never comes to " + name + ": " + passed);
    }

    private void walkToCard(String caseId) {
        for (int steps = 0; steps < FARTHEST; steps++) {
            if (page.locator(".tasks-list li.task.active").filter(new Locator.FilterOptions().setHasText(caseId)).count() > 0) {
                return;
            }
            page.keyboard().press("ArrowDown");
            page.waitForTimeout(200);
        }
        throw new AssertionError("The arrows never come to the task");
    }
}
