package fi.tyopolku.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a browser: the one on the machine, else Playwright's own. Where there is none the test is skipped and says so;
 * in CI it fails.
 */
public final class Browsers {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private Browsers() {
    }

    public static Playwright playwright() {
        Map<String, String> noDownload = installed().isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
        try {
            return Playwright.create(new Playwright.CreateOptions().setEnv(noDownload));
        } catch (RuntimeException e) {
            return unavailable(e);
        }
    }

    public static Browser launch(Playwright playwright) {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setHeadless(true).setArgs(ARGUMENTS);
        installed().ifPresent(options::setExecutablePath);
        try {
            return playwright.chromium().launch(options);
        } catch (PlaywrightException e) {
            return unavailable(e);
        }
    }

    private static <T> T unavailable(RuntimeException e) {
        String reason = "No browser: install chromium or chrome to run this test. "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return "true".equals(System.getenv("CI")) ? fail(reason) : abort(reason);
    }

    private static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(":")).map(Path::of)
                .flatMap(folder -> NAMES.stream().map(folder::resolve)).filter(Files::isExecutable).findFirst();
    }
}
