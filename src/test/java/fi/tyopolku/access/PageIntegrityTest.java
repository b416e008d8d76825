package fi.tyopolku.access;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.testing.DatabaseTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stock filters serve blank pages under parallel load: measured 102 right of 400 by 16 threads. */
@DatabaseTest
class PageIntegrityTest {

    private static final int LOADS = 400;
    private static final int THREADS = 16;
    private static final Pattern IN_HEADER = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final List<String> PAGES = List.of("tasklist", "cockpit", "welcome", "admin");

    @LocalServerPort
    private int port;

    @Test
    void everyPageLoadedInParallelCarriesItsOwnNonce() throws Exception {
        assertThat(pagesWithTheirOwnNonce(new WebappClient(port), PAGES)).isEqualTo(LOADS);
    }

    @Test
    void soDoThePagesOfSomebodyLoggedIn() throws Exception {
        WebappClient manager = new WebappClient(port);
        assertThat(manager.logIn("manager", DemoPassword.VALUE, "cockpit")).isEqualTo(200);
        assertThat(pagesWithTheirOwnNonce(manager, List.of("tasklist", "cockpit", "welcome"))).isEqualTo(LOADS);
    }

    private static int pagesWithTheirOwnNonce(WebappClient client, List<String> pages) throws Exception {
        Set<String> nonces = ConcurrentHashMap.newKeySet();
        ExecutorService readers = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Boolean>> loads = new ArrayList<>();
            for (int i = 0; i < LOADS; i++) {
                String page = "/camunda/app/" + pages.get(i % pages.size()) + "/default/";
                loads.add(readers.submit(() -> carriesItsOwnNonce(client.get(page), nonces)));
            }
            int right = 0;
            for (Future<Boolean> load : loads) {
                right += load.get() ? 1 : 0;
            }
            assertThat(nonces).hasSize(LOADS);
            return right;
        } finally {
            readers.shutdown();
        }
    }

    private static boolean carriesItsOwnNonce(HttpResponse<String> page, Set<String> nonces) {
        Matcher header = IN_HEADER.matcher(page.headers().firstValue("Content-Security-Policy").orElse(""));
        Matcher body = IN_PAGE.matcher(page.body());
        if (page.statusCode() != 200 || !header.find() || !body.find()) {
            return false;
        }
        nonces.add(header.group(1));
        do {
            if (!body.group(1).equals(header.group(1))) {
                return false;
            }
        } while (body.find());
        return true;
    }
}
