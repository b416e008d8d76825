package fi.tyopolku.browser;

import com.microsoft.playwright.Browser;
import java.util.HashMap;
import java.util.Map;

/** The people who look at pages, each logged in once for each language. */
final class Visitors implements AutoCloseable {

    private final Browser browser;
    private final int port;
    private final Map<String, Visitor> known = new HashMap<>();

    Visitors(Browser browser, int port) {
        this.browser = browser;
        this.port = port;
    }

    /** @param user null for somebody who is not logged in */
    Visitor as(String user, String language) {
        return known.computeIfAbsent(user + " " + language, unknown -> {
            Visitor visitor = new Visitor(browser, port, language);
            return user == null ? visitor : visitor.logIn(user);
        }).width(1366);
    }

    @Override
    public void close() {
        known.values().forEach(Visitor::close);
    }
}
