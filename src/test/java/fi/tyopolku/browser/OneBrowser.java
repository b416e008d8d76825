package fi.tyopolku.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one browser of the whole run to the tests that ask for it, and closes it after the last. */
public final class OneBrowser implements ParameterResolver {

    private record Running(Playwright playwright, Browser browser) implements ExtensionContext.Store.CloseableResource {

        static Running start() {
            Playwright playwright = Browsers.playwright();
            return new Running(playwright, Browsers.launch(playwright));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot().getStore(ExtensionContext.Namespace.create(OneBrowser.class))
                .getOrComputeIfAbsent(Running.class, first -> Running.start(), Running.class).browser();
    }
}
