package fi.tyopolku.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import fi.tyopolku.access.DemoPassword;
import java.util.List;
import java.util.Locale;

/** Somebody in front of the browser, logged in or not, whose browser speaks that language. */
final class Visitor implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 60_000;
    private static final double REST_MILLIS = 3_000;
    /** Boxes that have to be scrolled sideways; our own tables and diagrams that say so are allowed to. */
    private static final String SIDEWAYS = """
            () => [document.documentElement, ...document.querySelectorAll('body *')]
              .filter(box => box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0
                && (box === document.documentElement || ['auto', 'scroll'].includes(getComputedStyle(box).overflowX))
                && !box.closest('.scroll, .diagram, [role=region][tabindex="0"], svg'))
              .map(box => `${box.tagName}.${box.className} ${box.scrollWidth} > ${box.clientWidth}`)""";

    private final BrowserContext session;
    private final Page page;
    private final String home;
    private final Locale locale;

    Visitor(Browser browser, int port, String language) {
        this.locale = Locale.forLanguageTag(language);
        this.home = "http://localhost:" + port;
        this.session = browser.newContext(new Browser.NewContextOptions().setTimezoneId("Europe/Helsinki")
                .setLocale(switch (language) { case "fi" -> "fi-FI"; case "sv" -> "sv-SE"; default -> "en-GB"; })
                .setViewportSize(1366, 768).setReducedMotion(ReducedMotion.REDUCE));
        session.setDefaultTimeout(PATIENCE_MILLIS);
        this.page = session.newPage();
    }

    Visitor logIn(String user) {
        String application = user.equals("admin") ? "admin" : "tasklist";
        page.navigate(home + "/camunda/app/" + application + "/default/");
        page.locator("input[type=password]").waitFor();
        page.locator("form input[type=text]").fill(user);
        page.locator("input[type=password]").fill(DemoPassword.VALUE);
        page.waitForResponse(answer -> answer.url().contains("/login/"), () -> page.locator("button[type=submit]").click());
        page.locator("input[type=password]").waitFor(
                new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return this;
    }

    /** Loads a page anew. */
    Visitor open(String path) {
        page.navigate("about:blank");
        page.navigate(home + path);
        return this;
    }

    /** Waits until the page asks for nothing more. */
    Visitor rest() {
        try {
            page.waitForLoadState(LoadState.NETWORKIDLE, new Page.WaitForLoadStateOptions().setTimeout(REST_MILLIS));
        } catch (PlaywrightException e) {
            // It keeps asking, as Cockpit does; what the caller waits for next decides.
        }
        return this;
    }

    Visitor waitFor(String selector) {
        page.locator(selector).first().waitFor();
        return rest();
    }

    Visitor click(String selector) {
        page.locator(selector).first().click();
        return this;
    }

    Visitor width(int pixels) {
        page.setViewportSize(pixels, pixels < 500 ? 800 : 768);
        return this;
    }

    @SuppressWarnings("unchecked")
    List<String> sideways() {
        return (List<String>) page.evaluate(SIDEWAYS);
    }

    Page page() {
        return page;
    }

    Locale locale() {
        return locale;
    }

    @Override
    public void close() {
        session.close();
    }
}
