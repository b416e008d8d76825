package fi.tyopolku.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Every text of a bundle that a person reads is in its Finnish and Swedish catalogues, and nothing else is. */
class CatalogueTest {

    private static final Path BPMN = Path.of("bpmn");
    private static final Path FORMS = Path.of("forms");
    private static final Set<String> NOT_IN_A_PICTURE = Set.of("message", "error", "escalation", "signal", "definitions");
    private static final List<String> SHOWN = List.of("label", "description", "text", "dateLabel", "timeLabel", "content", "alt");
    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\]* [^\"\\\\]*)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}|\\$\\{.*?}|<[^>]+>");
    private static final ObjectMapper JSON = new ObjectMapper();

    record Catalogue(String bundle, String language) {

        Map<String, String> texts() {
            return read(BPMN.resolve(bundle).resolve("texts." + language + ".json"));
        }
    }

    static Stream<Catalogue> catalogues() throws IOException {
        try (Stream<Path> bundles = Files.list(BPMN)) {
            return bundles.filter(Files::isDirectory).map(bundle -> bundle.getFileName().toString()).sorted().toList().stream()
                    .flatMap(bundle -> Stream.of("fi", "sv").map(language -> new Catalogue(bundle, language)));
        }
    }

    @ParameterizedTest
    @MethodSource("catalogues")
    void everyTextIsTranslatedAndNothingElseIs(Catalogue catalogue) {
        assertThat(catalogue.texts().keySet()).containsExactlyInAnyOrderElementsOf(textsOf(catalogue.bundle()));
        assertThat(catalogue.texts().values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("catalogues")
    void aTranslationKeepsPlaceholdersAndTheMarkOfARequiredField(Catalogue catalogue) {
        catalogue.texts().forEach((english, text) -> {
            assertThat(placeholders(text)).as(english).isEqualTo(placeholders(english));
            assertThat(text.endsWith(" *")).as(english).isEqualTo(english.endsWith(" *"));
        });
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static Set<String> textsOf(String bundle) {
        Set<String> texts = new LinkedHashSet<>();
        files(BPMN.resolve(bundle), ".bpmn").forEach(file -> elements(file).forEach(element -> ofModel(element, texts)));
        files(FORMS.resolve(bundle), ".form").forEach(file -> ofForm(tree(file).path("components"), texts));
        files(BPMN.resolve(bundle), ".dmn").forEach(file -> elements(file).forEach(element -> ofTable(element, texts)));
        return texts;
    }

    private static void ofModel(Element element, Set<String> texts) {
        if (!"http://www.omg.org/spec/BPMN/20100524/MODEL".equals(element.getNamespaceURI())) {
            return;
        }
        if (!NOT_IN_A_PICTURE.contains(element.getLocalName())) {
            add(texts, element.getAttribute("name"));
        }
        if (Set.of("documentation", "text").contains(element.getLocalName())) {
            add(texts, element.getTextContent());
        }
    }

    private static void ofTable(Element element, Set<String> texts) {
        switch (element.getLocalName()) {
            case "decision" -> add(texts, element.getAttribute("name"));
            case "input", "output" -> add(texts, element.getAttribute("label"));
            case "description" -> add(texts, element.getTextContent());
            case "outputEntry" -> LITERAL.matcher(element.getTextContent()).results().forEach(text -> add(texts, text.group(1)));
            default -> { }
        }
    }

    private static void ofForm(JsonNode components, Set<String> texts) {
        for (JsonNode component : components) {
            SHOWN.forEach(name -> add(texts, component.path(name).asText("")));
            List.of("prefixAdorner", "suffixAdorner").forEach(name -> add(texts, component.path("appearance").path(name).asText("")));
            component.path("values").forEach(option -> add(texts, option.path("label").asText("")));
            component.path("columns").forEach(column -> add(texts, column.path("label").asText("")));
            ofForm(component.path("components"), texts);
        }
    }

    private static void add(Set<String> texts, String text) {
        if (text.strip().startsWith("=")) {
            LITERAL.matcher(text).results().forEach(literal -> add(texts, literal.group(1)));
        } else if (LETTER.matcher(text).find()) {
            texts.add(text.strip());
        }
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Element> elements(Path xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            NodeList all = factory.newDocumentBuilder().parse(xml.toFile()).getElementsByTagNameNS("*", "*");
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < all.getLength(); i++) {
                elements.add((Element) all.item(i));
            }
            return elements;
        } catch (Exception e) {
            throw new IllegalStateException(xml.toString(), e);
        }
    }

    private static JsonNode tree(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(Path file) {
        try {
            return JSON.readValue(file.toFile(), new TypeReference<>() { });
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
