package fi.tyopolku.answers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts links that lead nowhere, by the address of the caller: whoever tries many has to wait. */
@Component
class Guesses {

    static final int MOST = 30;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST_ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>();

    private static final class Window {

        private final Instant since;
        private int wrong;

        private Window(Instant since) {
            this.since = since;
        }
    }

    Guesses(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean tooMany(String address) {
        Window window = windows.get(address);
        return window != null && !isOver(window) && window.wrong >= MOST;
    }

    synchronized void wrong(String address) {
        Window window = windows.get(address);
        if (window == null || isOver(window)) {
            windows.remove(address);
            forgetOldest();
            window = new Window(clock.instant());
            windows.put(address, window);
        }
        window.wrong++;
    }

    private void forgetOldest() {
        Iterator<Window> oldestFirst = windows.values().iterator();
        while (windows.size() >= MOST_ADDRESSES && oldestFirst.hasNext()) {
            oldestFirst.next();
            oldestFirst.remove();
        }
    }

    private boolean isOver(Window window) {
        return clock.instant().isAfter(window.since.plus(WINDOW));
    }
}
