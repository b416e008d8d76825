package fi.tyopolku.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import fi.tyopolku.messages.FormTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every form as the form-js of Tasklist shows it, with our plugin, everything in it shown, its lists opened and its
 * faults told. Whatever a Finn or a Swede reads there must be other than what stands in the English form, unless the
 * catalogue itself says that both are the same.
 */
@ExtendWith(OneBrowser.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormLanguagesBrowserTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORIGIN = "http://forms.test";
    private static final int AT_ONCE = 30;
    private static final Map<String, String> LOCALES = Map.of("fi", "fi-FI", "sv", "sv-SE", "en", "en-GB");
    /** A form of the test's own, whose texts are its own and the same in each language; only form-js speaks in it. */
    private static final String EVERY_FAULT = "none/every-fault.form";
    /** Names, and signs that are the same everywhere. */
    private static final Set<String> NAMES = Set.of("Työpolku", "km", "CSV");

    private final Map<String, JsonNode> forms = new TreeMap<>();
    private Browser browser;
    private Map<String, Set<String>> english;

    @BeforeAll
    void readForms(Browser browser) throws IOException {
        this.browser = browser;
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".form")).toList()) {
                JsonNode form = JSON.readTree(file.toFile());
                forms.put(file.getParent().getFileName() + "/" + file.getFileName(), form);
            }
        }
        forms.put(EVERY_FAULT, JSON.readTree(resource("/browser/every-fault.form")));
        assertThat(forms.size()).isGreaterThan(150);
        english = shown("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv"})
    void noEnglishIsLeftInAForm(String language) {
        Map<String, Set<String>> left = new TreeMap<>();
        shown(language).forEach((name, texts) -> {
            Set<String> same = sameInBoth(name, language);
            Set<String> untranslated = texts.stream().filter(english.get(name)::contains)
                    .filter(text -> !NAMES.contains(text) && !same.contains(text))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!untranslated.isEmpty()) {
                left.put(name, untranslated);
            }
        });
        assertThat(left).as("English in forms shown in " + language).isEmpty();
    }

    @Test
    void whatIsReadIsWhatAPersonWouldSee() {
        assertThat(english.get("client-path/referral-start.form")).contains("Language of service", "Swedish", "Select",
                "Field is required.", "Only what is needed for handling the referral.");
        assertThat(english.get(EVERY_FAULT)).contains("Field must be a valid email.", "Search", "Nothing to show.");
    }

    private Map<String, Set<String>> shown(String language) {
        List<String> names = List.copyOf(forms.keySet());
        Map<String, Set<String>> found = new HashMap<>();
        try (BrowserContext session = browser.newContext(new Browser.NewContextOptions().setLocale(LOCALES.get(language)))) {
            Page page = formsPage(session);
            for (int from = 0; from < names.size(); from += AT_ONCE) {
                List<String> some = names.subList(from, Math.min(names.size(), from + AT_ONCE));
                ArrayNode asked = JSON.createArrayNode();
                some.forEach(name -> asked.addObject().<ObjectNode>set("schema", inLanguage(name, language)).putObject("data"));
                List<List<String>> texts = JSON.convertValue(page.evaluate("text => formsPage.read(text)", asked.toString()),
                        new TypeReference<>() { });
                IntStream.range(0, some.size()).forEach(i -> found.put(some.get(i), Set.copyOf(new TreeSet<>(texts.get(i)))));
            }
        }
        return found;
    }

    private Page formsPage(BrowserContext session) {
        Page page = session.newPage();
        List<String> broken = new ArrayList<>();
        page.onPageError(broken::add);
        page.route(ORIGIN + "/**", FormLanguagesBrowserTest::fulfill);
        page.navigate(ORIGIN + "/");
        for (String script : List.of("runtime.js", "deps.js")) {
            page.addScriptTag(new Page.AddScriptTagOptions().setUrl("/webjars/camunda/lib/" + script));
        }
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(text("/browser/forms.js")));
        page.evaluate("async () => (await import('/tyopolku/assets/tasklist/form-js.js')).patchForms()");
        assertThat(broken).isEmpty();
        return page;
    }

    private static void fulfill(Route route) {
        String path = URI.create(route.request().url()).getPath();
        route.fulfill(path.equals("/")
                ? new Route.FulfillOptions().setContentType("text/html").setBody("<!DOCTYPE html><html><body></body></html>")
                : new Route.FulfillOptions().setContentType(path.endsWith(".json") ? "application/json" : "text/javascript")
                        .setBody(text("/META-INF/resources" + path)));
    }

    /** As the web applications' API answers it, with what is shown under conditions shown always. */
    private JsonNode inLanguage(String name, String language) {
        JsonNode form = forms.get(name).deepCopy();
        FormTexts.translate(Locale.forLanguageTag(language), form);
        showAlways(form.path("components"));
        return form;
    }

    private static void showAlways(JsonNode components) {
        components.forEach(component -> {
            ((ObjectNode) component).remove("conditional");
            showAlways(component.path("components"));
        });
    }

    /** Texts of which the catalogue says in so many words that they are the same in that language. */
    private Set<String> sameInBoth(String name, String language) {
        if (name.equals(EVERY_FAULT)) {
            return Stream.of("label", "dateLabel", "timeLabel").flatMap(key -> forms.get(name).findValuesAsText(key).stream())
                    .collect(Collectors.toSet());
        }
        Path catalogue = Path.of("bpmn", name.substring(0, name.indexOf('/')), "texts." + language + ".json");
        if (!Files.exists(catalogue)) {
            return Set.of();
        }
        try {
            Map<String, String> texts = JSON.readValue(catalogue.toFile(), new TypeReference<>() { });
            return texts.entrySet().stream().filter(text -> text.getKey().equals(text.getValue())).map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        try (InputStream in = resource(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        InputStream in = FormLanguagesBrowserTest.class.getResourceAsStream(name);
        return in != null ? in : fail("There is no " + name);
    }
}
