package fi.tyopolku.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads docs/coverage.md, where each of the 186 things that the five practices name has its place: it fails when a
 * named element, form field, decision, table, figure, mail or test does not exist (any more).
 */
class CoverageTableTest {

    private static final Path TABLE = Path.of("docs", "coverage.md");
    private static final Map<String, Integer> ITEMS = Map.of("S0", 38, "S1", 33, "S2", 13, "S3", 52, "S4", 50);
    private static final String OUTSIDE = "Outside the workflow:";
    private static final Pattern ROW = Pattern.compile("\\| (S\\d-\\d+) \\| (.+?) \\| (.+?) \\| (.+?) \\|");
    private static final Pattern REFERENCE = Pattern.compile("`(\\w+) ([^`]+)`");
    private static final Pattern TEST = Pattern.compile("`(\\w+)(?:\\.(\\w+))?`");

    private static final Map<String, Set<String>> PROCESSES = processes();
    private static final Map<String, Set<String>> FORMS = forms();
    private static final Set<String> DECISIONS = decisions();
    private static final Map<String, String> TESTS = tests();

    record Row(String id, String named, String where, String test) {

        boolean isOutside() {
            return where.startsWith(OUTSIDE);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static List<Row> rows() throws IOException {
        return Files.readAllLines(TABLE).stream().map(ROW::matcher).filter(Matcher::matches)
                .map(row -> new Row(row.group(1), row.group(2), row.group(3), row.group(4))).toList();
    }

    @Test
    void eachOfThe186ItemsHasOneRow() throws IOException {
        List<String> expected = new ArrayList<>();
        ITEMS.forEach((practice, count) -> IntStream.rangeClosed(1, count).forEach(i -> expected.add(practice + "-" + i)));

        assertThat(expected).hasSize(186);
        assertThat(rows()).extracting(Row::id).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowNamesWhatExists(Row row) {
        if (row.isOutside()) {
            assertThat(row.where().substring(OUTSIDE.length()).trim()).as("the reason").hasSizeGreaterThan(20);
            return;
        }
        Matcher reference = REFERENCE.matcher(row.where());
        int found = 0;
        while (reference.find()) {
            found++;
            assertThat(exists(reference.group(1), reference.group(2))).as(reference.group()).isTrue();
        }
        assertThat(found).as("places named in: " + row.where()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowNamesATestThatExists(Row row) {
        if (row.isOutside()) {
            return;
        }
        Matcher test = TEST.matcher(row.test());
        int found = 0;
        while (test.find()) {
            found++;
            String source = TESTS.get(test.group(1));
            assertThat(source).as(test.group(1)).isNotNull().containsPattern("@Test|@ParameterizedTest|extends DecisionTableTest");
            if (test.group(2) != null) {
                assertThat(source).as(test.group()).containsPattern("void " + test.group(2) + "\\(");
            }
        }
        assertThat(found).as("tests named in: " + row.test()).isPositive();
    }

    @Test
    void theTotalsAtTheTopAreTrue() throws IOException {
        long outside = rows().stream().filter(Row::isOutside).count();

        assertThat(Files.readString(TABLE)).contains("%d held, %d outside the workflow".formatted(rows().size() - outside, outside));
    }

    private static boolean exists(String kind, String name) {
        return switch (kind) {
            case "process" -> PROCESSES.containsKey(name);
            case "element" -> {
                String[] parts = name.split("/");
                yield PROCESSES.containsKey(parts[0]) && PROCESSES.get(parts[0]).contains(parts[1]);
            }
            case "form" -> {
                String[] parts = name.split("/");
                yield FORMS.containsKey(parts[0]) && (parts.length == 1 || FORMS.get(parts[0]).contains(parts[1]));
            }
            case "decision" -> DECISIONS.contains(name);
            case "table" -> text("src/main/resources/db/migration", ".sql").contains("create table tyopolku." + name + " (");
            case "figure" -> text("src/main/resources/messages", "reporting_en.properties").contains("reporting.figure." + name + "=");
            case "mail" -> Files.exists(Path.of("src/main/resources/mail/fi", name + ".mustache"));
            case "right" -> text("src/main/resources/access", "rights.yml").contains(name + ":");
            case "api" -> text("src/main/java", "Controller.java").contains("\"" + name.substring(name.lastIndexOf('/')) + "\"")
                    || text("src/main/java", "Controller.java").contains(name);
            default -> throw new IllegalArgumentException("A place in the table is of an unknown kind: " + kind);
        };
    }

    private static Map<String, Set<String>> processes() {
        Map<String, Set<String>> elements = new LinkedHashMap<>();
        for (Path file : files("bpmn", ".bpmn")) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            Set<String> ids = new HashSet<>();
            model.getModelElementsByType(FlowElement.class).forEach(element -> ids.add(element.getId()));
            model.getModelElementsByType(Process.class).forEach(process -> elements.put(process.getId(), ids));
        }
        return elements;
    }

    private static Map<String, Set<String>> forms() {
        Map<String, Set<String>> fields = new LinkedHashMap<>();
        for (Path file : files("forms", ".form")) {
            JsonNode form = read(file);
            Set<String> keys = new TreeSet<>();
            collect(form.path("components"), "", keys);
            fields.put(form.path("id").asText(), keys);
        }
        return fields;
    }

    /** A field is named by its path and key; its options by the same and the option's value. */
    private static void collect(JsonNode components, String path, Set<String> keys) {
        for (JsonNode component : components) {
            String own = component.path("path").asText("");
            String inside = path.isEmpty() || own.isEmpty() ? path + own : path + "." + own;
            collect(component.path("components"), inside, keys);
            if (component.has("key")) {
                String key = (path.isEmpty() ? "" : path + ".") + component.get("key").asText();
                keys.add(key);
                component.path("values").forEach(option -> keys.add(key + "=" + option.path("value").asText()));
            }
        }
    }

    private static Set<String> decisions() {
        Set<String> keys = new HashSet<>();
        files("bpmn", ".dmn").forEach(file -> Dmn.readModelFromFile(file.toFile())
                .getModelElementsByType(Decision.class).forEach(decision -> keys.add(decision.getId())));
        return keys;
    }

    private static Map<String, String> tests() {
        Map<String, String> sources = new LinkedHashMap<>();
        files("src/test/java", "Test.java").forEach(file ->
                sources.put(file.getFileName().toString().replace(".java", ""), readText(file)));
        return sources;
    }

    private static String text(String folder, String ending) {
        StringBuilder all = new StringBuilder();
        files(folder, ending).forEach(file -> all.append(readText(file)).append('\n'));
        return all.toString();
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readText(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
