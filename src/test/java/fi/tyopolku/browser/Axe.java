package fi.tyopolku.browser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Deque's axe-core: looks for violations of WCAG 2.2 A and AA in a page as it stands. */
final class Axe {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RULES = source();
    private static final String RUN = """
            async () => {
              const { violations } = await axe.run(document, { resultTypes: ['violations'], runOnly:
                ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
              return JSON.stringify(violations.map(({ id, impact, tags, nodes }) => ({
                rule: id, impact, isWcag: tags.some(tag => tag.startsWith('wcag')),
                places: nodes.map(({ target, html }) => target.flat().join(' ') + '  ' + html.slice(0, 160)) })));
            }""";

    private Axe() {
    }

    /**
     * @param isWcag whether it is a criterion of WCAG, not only good practice
     * @param places selector and beginning of the HTML of each element
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Violation(String rule, String impact, boolean isWcag, List<String> places) {

        boolean isGrave() {
            return "serious".equals(impact) || "critical".equals(impact);
        }
    }

    static List<Violation> violations(Page page) {
        if (!(Boolean) page.evaluate("() => typeof axe === 'object'")) {
            page.evaluate(RULES);
        }
        try {
            return JSON.readValue((String) page.evaluate(RUN), new TypeReference<>() { });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String source() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
