package fi.tyopolku.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Browser;
import fi.tyopolku.browser.Axe.Violation;
import fi.tyopolku.browser.Screens.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page in Finnish under axe: nothing serious or critical. The counts by page go to target/axe.md. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityBrowserTest {

    private final Map<String, List<Violation>> found = new TreeMap<>();
    @LocalServerPort
    private int port;
    @Autowired
    private Screens screens;
    private Visitors visitors;

    @BeforeAll
    void come(Browser browser) {
        visitors = new Visitors(browser, port);
    }

    @AfterAll
    void tell() throws IOException {
        visitors.close();
        StringBuilder table = new StringBuilder("| page | critical | serious | moderate | minor | rules |\n| --- | --- | --- | --- | --- | --- |\n");
        found.forEach((name, violations) -> table.append("| %s | %d | %d | %d | %d | %s |%n".formatted(name,
                count(violations, "critical"), count(violations, "serious"), count(violations, "moderate"), count(violations, "minor"),
                String.join(", ", violations.stream().map(one -> one.rule() + " (" + one.places().size() + ")").toList()))));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "axe.md"), table);
    }

    @TestFactory
    Stream<DynamicTest> aPageHasNothingSeriousAndNeedsNoScrollingSideways() {
        return screens.all().stream().map(screen -> dynamicTest(screen.name(), () -> {
            Visitor visitor = visitors.as(screen.user(), "fi");
            screen.open().accept(visitor);
            List<Violation> violations = Axe.violations(visitor.page());
            found.put(screen.name(), violations);
            assertThat(violations.stream().filter(Violation::isGrave)
                    .map(one -> one.rule() + " at " + one.places().stream().limit(3).toList())).isEmpty();
            assertThat(visitor.sideways()).as("at 1366 pixels").isEmpty();
            if (screen.isOurs()) {
                assertThat(visitor.width(400).rest().sideways()).as("at 400 pixels").isEmpty();
            }
        }));
    }

    private static long count(List<Violation> violations, String impact) {
        return violations.stream().filter(one -> impact.equals(one.impact())).count();
    }
}
