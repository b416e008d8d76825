package fi.tyopolku.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that are fixed in English inside the form library of Tasklist, read from its bundle. */
class FormLibraryTextsTest {

    private static final String BUNDLE = "/META-INF/resources/webjars/camunda/lib/deps.js";
    private static final String OURS = "/META-INF/resources/tyopolku/assets/tasklist/";
    private static final List<Pattern> WORDS = Stream.of(
            "\\.push\\(\"([^\"]+)\"\\)", "\\.push\\(`([^`]+)`\\)", "`([A-Z][^`]*)`",
            "[?:=,\\[]\"([A-Z][a-z]+(?: [A-Za-z.]+)*[.!]?)\"").map(Pattern::compile).toList();
    /** Put together from pieces in the library, or made by it from a date. */
    private static final Set<String> PUT_TOGETHER = Set.of("Value is expected to be an integer.",
            "Value is expected to have at most {0} decimal digit.", "Value is expected to have at most {0} decimal digits.",
            "Web-based tooling for BPMN, DMN, and forms powered by", "dd.mm.yyyy", "hh:mm", "hh:mm ?m");
    /** Names of components for editors, permissions of frames, names of keys, people in an example. */
    private static final Set<String> NOT_SHOWN = Set.of("Allow same origin", "Button", "Camera access", "Checkbox",
            "Checkbox group", "Date", "Date time", "Dynamic list", "Enter", "Expression", "Feel", "Field", "Form",
            "Forms submission", "Geolocation", "Group", "HTML", "Image view", "Input data", "Microphone access", "Name",
            "No timezone", "Number", "Open in fullscreen", "Open modal windows", "Open popups", "Radio group", "Root",
            "Script execution", "Separator", "Space", "Spacer", "Static", "Storage access by user", "Table", "Tag list",
            "Text area", "Text field", "Text view", "Time", "Top level navigation", "Value", "Escape", "Component", "Dominic Leaf", "Erika Muller",
            "John Doe");

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv"})
    void eachHasItsTranslationAndNoTranslationIsOrphaned(String language) throws IOException {
        JsonNode ours = json.readTree(text(OURS + language + ".json"));
        Set<String> translated = new TreeSet<>();
        ours.path("form").fieldNames().forEachRemaining(translated::add);
        Set<String> wanted = wordsOfTheLibrary();
        wanted.addAll(PUT_TOGETHER);
        assertThat(translated).containsExactlyInAnyOrderElementsOf(wanted);
        ours.path("form").properties().forEach(word -> assertThat(word.getValue().asText()).isNotBlank());
    }

    @Test
    void ourOwnSentencesAreThereInEachLanguage() throws IOException {
        Set<String> english = new TreeSet<>();
        json.readTree(text(OURS + "en.json")).path("own").fieldNames().forEachRemaining(english::add);
        for (String language : new String[] {"fi", "sv"}) {
            Set<String> own = new TreeSet<>();
            json.readTree(text(OURS + language + ".json")).path("own").fieldNames().forEachRemaining(own::add);
            assertThat(own).as(language).isEqualTo(english);
        }
    }

    private static Set<String> wordsOfTheLibrary() throws IOException {
        String library = module(text(BUNDLE), "\"Field is required.\"");
        Set<String> words = new TreeSet<>();
        WORDS.forEach(pattern -> pattern.matcher(library).results().map(found -> withPlaces(found.group(1))).forEach(words::add));
        words.removeAll(NOT_SHOWN);
        words.removeIf(word -> !word.matches(".*[a-z]{2}.*"));
        return words;
    }

    /** The part of the bundle that holds one library. */
    private static String module(String bundle, String sentence) {
        int inside = bundle.indexOf(sentence);
        assertThat(inside).isPositive();
        Matcher heads = Pattern.compile("[,{]\\d+:function").matcher(bundle);
        int from = 0;
        while (heads.find()) {
            if (heads.start() > inside) {
                return bundle.substring(from, heads.start());
            }
            from = heads.start();
        }
        return bundle.substring(from);
    }

    private static String withPlaces(String template) {
        Matcher values = Pattern.compile("\\$\\{[^}]+}").matcher(template);
        StringBuilder text = new StringBuilder();
        for (int place = 0; values.find(); place++) {
            values.appendReplacement(text, "{" + place + "}");
        }
        return values.appendTail(text).toString();
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = FormLibraryTextsTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
