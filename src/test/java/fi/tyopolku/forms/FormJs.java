package fi.tyopolku.forms;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import fi.tyopolku.browser.Browsers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** form-js itself, in a browser, out of the very file that Tasklist loads ({@code lib/deps.js} of the webapp's webjar). */
final class FormJs implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final String DEPENDENCIES = "/META-INF/resources/webjars/camunda/lib/deps.js";
    private static final int AT_ONCE = 60;

    private final Playwright playwright = Browsers.playwright();
    private final Browser browser = Browsers.launch(playwright);
    private final Clock clock;
    private final List<String> breakdowns = new ArrayList<>();
    private Page page;

    /** @param clock what the browser's own clock says too: "today" is part of a verdict on days that have passed */
    FormJs(Clock clock) {
        this.clock = clock;
        open();
    }

    private void open() {
        breakdowns.clear();
        page = browser.newContext(new Browser.NewContextOptions().setTimezoneId(clock.getZone().getId()).setLocale("en-GB")).newPage();
        page.onPageError(breakdowns::add);
        page.clock().setFixedTime(Date.from(clock.instant()));
        page.evaluate(text("/forms/without-waiting.js"));
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(text(DEPENDENCIES)));
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(text("/forms/form-js.js")));
    }

    /**
     * A form with everything that is filled in at once.
     *
     * @param filled the fields' values, nested as they are sent
     */
    record Sample(JsonNode form, ObjectNode shown, ObjectNode filled) {

        FormSchema schema() {
            return FormSchema.parse(form.toString());
        }

        @Override
        public String toString() {
            return "form " + form + "\n  shown " + shown + "\n  filled in " + filled;
        }
    }

    /**
     * What form-js made of a sample: what it sends and holds, the fields it refuses (with its sentences) and
     * those it shows; and whether it came to rest at all.
     */
    record Outcome(ObjectNode data, ObjectNode held, Map<String, List<String>> refused, List<String> visible, boolean rested) {
    }

    int schemaVersion() {
        return ((Number) page.evaluate("() => formJs.schemaVersion")).intValue();
    }

    List<Outcome> submit(List<Sample> samples) {
        List<ObjectNode> asked = samples.stream().map(sample -> {
            ObjectNode one = JSON.createObjectNode();
            one.set("schema", sample.form());
            one.set("shown", sample.shown());
            ArrayNode filled = one.putArray("filled");
            sample.schema().fields().stream().filter(field -> !JsonValues.at(sample.filled(), field.path()).isMissingNode())
                    .forEach(field -> {
                        ArrayNode pair = filled.addArray();
                        field.path().forEach(pair.addArray()::add);
                        pair.add(JsonValues.at(sample.filled(), field.path()));
                    });
            return one;
        }).toList();
        return ask("submit", asked).stream().map(answer -> JSON.convertValue(answer, Outcome.class)).toList();
    }

    /** For forms of one field: what form-js says to each of the values; null where it breaks down. */
    List<JsonNode> validate(List<ObjectNode> forms) {
        return ask("validate", forms);
    }

    List<JsonNode> evaluate(List<ObjectNode> expressions) {
        return ask("evaluate", expressions);
    }

    List<JsonNode> find(List<ObjectNode> patterns) {
        return ask("find", patterns);
    }

    private List<JsonNode> ask(String what, List<ObjectNode> questions) {
        List<JsonNode> answers = new ArrayList<>();
        for (int from = 0; from < questions.size(); from += AT_ONCE) {
            List<ObjectNode> some = questions.subList(from, Math.min(questions.size(), from + AT_ONCE));
            Object answer = page.evaluate("text => formJs." + what + "(text)", ascii(some));
            if (!breakdowns.isEmpty()) {
                List<String> told = List.copyOf(breakdowns);
                open();
                throw new IllegalStateException("form-js broke down and shows nothing any more: " + told);
            }
            StreamSupport.stream(tree(answer.toString()).spliterator(), false).forEach(answers::add);
        }
        return answers;
    }

    /** Half of a surrogate pair would not survive the way to the browser as it is. */
    private static String ascii(List<ObjectNode> questions) {
        try {
            return JSON.writer().with(JsonGenerator.Feature.ESCAPE_NON_ASCII).writeValueAsString(questions);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String resource) {
        try (InputStream in = FormJs.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
