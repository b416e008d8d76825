package fi.tyopolku.browser;

import fi.tyopolku.testing.EngineOfTheContext;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test that looks at the pages of the demo in the one browser. All such tests share an application and its sample
 * cases: a test takes hold of a client of its own by name, and leaves the others alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles({"test", "demo"})
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {TestDatabase.class, BrowserTestSetting.class})
@Import({PathDriver.class, Screens.class, BrowserTestSetting.FewSamples.class})
@TestExecutionListeners(listeners = EngineOfTheContext.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@ExtendWith(OneBrowser.class)
@interface BrowserTest {
}
