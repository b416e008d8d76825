package fi.tyopolku.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import fi.tyopolku.browser.Screens.Screen;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Pages in their other languages. With {@code -Dtyopolku.screenshots=true} every page in all three, and the pictures go
 * to docs/screenshots; the usual run looks whether our own pages hold their texts in Swedish and English
 * (Finnish: {@link AccessibilityBrowserTest}).
 */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreenshotsBrowserTest {

    private static final Path PICTURES = Path.of("docs", "screenshots");
    private static final List<String> LANGUAGES =
            BrowserTestSetting.TAKES_PICTURES ? List.of("fi", "sv", "en") : List.of("sv", "en");

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
    void go() {
        visitors.close();
    }

    @TestFactory
    Stream<DynamicTest> aPageShowsInEachLanguageWithoutScrollingSideways() {
        return screens.all().stream().filter(screen -> screen.isOurs() || BrowserTestSetting.TAKES_PICTURES)
                .flatMap(screen -> LANGUAGES.stream()
                        .map(language -> dynamicTest(screen + " " + language, () -> look(screen, language))));
    }

    private void look(Screen screen, String language) {
        Visitor visitor = visitors.as(screen.user(), language);
        screen.open().accept(visitor);
        picture(visitor, screen + "." + language);
        assertThat(visitor.sideways()).as("at 1366 pixels").isEmpty();
        if (screen.isOurs()) {
            visitor.width(400).rest();
            picture(visitor, screen + "." + language + ".400");
            assertThat(visitor.sideways()).as("at 400 pixels").isEmpty();
        }
    }

    private static void picture(Visitor visitor, String name) {
        if (BrowserTestSetting.TAKES_PICTURES) {
            visitor.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        }
    }
}
