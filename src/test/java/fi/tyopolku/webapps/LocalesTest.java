package fi.tyopolku.webapps;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of the web applications in Finnish and Swedish against the English ones that come with the platform. */
class LocalesTest {

    private static final List<String> APPLICATIONS = List.of("tasklist", "welcome", "admin", "cockpit");
    private static final List<String> LANGUAGES = List.of("fi", "sv");

    /** In English as much as in the language: signs, and words that Swedish shares. */
    private static final Set<String> SIGNS = Set.of("", "<", "<=", ">", ">=");
    private static final Set<String> ENGLISH_AND_SWEDISH =
            Set.of("Diagram", "Filter", "OK", "Status", "System", "Version", "Version:");

    /** Said in our own way: what the support status is instead of the vendor's advertisement. */
    private static final Set<String> REWORDED = Set.of("BANNER_CE_EOL_TEXT");

    private static final String RESOURCES = "/META-INF/resources/";
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern PLACEHOLDER_OR_TAG = Pattern.compile("\\{\\{\\s*\\w+\\s*}}|\\{}|</?(?:a|br|strong)\\b");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Stream<Arguments> applicationsAndLanguages() {
        return APPLICATIONS.stream().flatMap(app -> LANGUAGES.stream().map(language -> Arguments.of(app, language)));
    }

    @ParameterizedTest
    @MethodSource("applicationsAndLanguages")
    void everyTextThatTheApplicationShowsIsTranslated(String app, String language) {
        assertThat(labels(app, language).keySet()).containsAll(shown(app));
    }

    @ParameterizedTest
    @MethodSource("applicationsAndLanguages")
    void noTextIsLeftOverFromAnOlderVersion(String app, String language) {
        assertThat(labels(app, "en").keySet()).containsAll(labels(app, language).keySet());
    }

    @ParameterizedTest
    @MethodSource("applicationsAndLanguages")
    void placeholdersAndMarkupStay(String app, String language) {
        Map<String, String> english = labels(app, "en");
        assertThat(labels(app, language)).allSatisfy((key, text) -> {
            if (!REWORDED.contains(key)) {
                assertThat(placeholdersAndTags(text)).as(key).isEqualTo(placeholdersAndTags(english.get(key)));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("applicationsAndLanguages")
    void noTextIsStillEnglish(String app, String language) {
        Map<String, String> english = labels(app, "en");
        Set<String> shared = language.equals("sv") ? ENGLISH_AND_SWEDISH : Set.of();
        assertThat(labels(app, language)).allSatisfy((key, text) -> {
            if (text.equals(english.get(key))) {
                assertThat(text.strip()).as(key).matches(same -> SIGNS.contains(same) || shared.contains(same));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("applicationsAndLanguages")
    void datesAreComplete(String app, String language) {
        Map<String, Object> english = dates(app, "en");
        Map<String, Object> ours = dates(app, language);
        assertThat(ours.keySet()).isEqualTo(english.keySet());
        assertThat(english).allSatisfy((part, value) -> {
            if (value instanceof Map<?, ?> named) {
                assertThat(((Map<?, ?>) ours.get(part)).keySet()).as(part).containsAll((Set) named.keySet());
            } else {
                assertThat((List<?>) ours.get(part)).as(part).hasSameSizeAs((List<?>) value);
            }
        });
    }

    /** As the applications' second language is the first one, a text of Cockpit that is missing shows as its key. */
    @Test
    void cockpitsScriptsNameTheTextsOfTheCommunityEditionOnly() {
        assertThat(shown("cockpit")).hasSizeBetween(900, 1100);
    }

    /** All texts; of Cockpit those which its scripts name, because most of its file belongs to the enterprise edition. */
    private static Set<String> shown(String app) {
        Set<String> all = labels(app, "en").keySet();
        if (!app.equals("cockpit")) {
            return all;
        }
        Set<String> words = Stream.of("webjars/camunda/app/cockpit/camunda-cockpit-bootstrap.js",
                        "webjars/camunda/app/cockpit/index.html", "webjars/camunda/lib/deps.js", "plugin/cockpit/app/plugin.js")
                .flatMap(script -> WORD.matcher(text(RESOURCES + script)).results())
                .map(MatchResult::group).collect(toSet());
        return all.stream().filter(words::contains).collect(toCollection(TreeSet::new));
    }

    private static List<String> placeholdersAndTags(String text) {
        return PLACEHOLDER_OR_TAG.matcher(text).results().map(found -> found.group().replace(" ", "")).sorted().toList();
    }

    private static Map<String, String> labels(String app, String language) {
        return JSON.convertValue(locale(app, language).get("labels"), new TypeReference<>() {
        });
    }

    private static Map<String, Object> dates(String app, String language) {
        Object dates = locale(app, language).getOrDefault("dateLocales", Map.of());
        return JSON.convertValue(dates, new TypeReference<>() {
        });
    }

    private static Map<String, Object> locale(String app, String language) {
        try {
            return JSON.readValue(text(RESOURCES + "webjars/camunda/app/" + app + "/locales/" + language + ".json"),
                    new TypeReference<>() {
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The platform's files begin with a byte order mark. */
    private static String text(String resource) {
        try (InputStream file = Objects.requireNonNull(LocalesTest.class.getResourceAsStream(resource), resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
