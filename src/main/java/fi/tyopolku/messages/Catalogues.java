package fi.tyopolku.messages;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of models, forms and decision tables in Finnish and Swedish. They are authored in English; beside each
 * bundle lie {@code bpmn/<bundle>/texts.fi.json} and {@code texts.sv.json}, from the English text to the other one.
 * What the product itself keeps in the engine (filters, groups) has its own in {@code access}.
 */
public final class Catalogues {

    private static final Pattern FILE = Pattern.compile("(?:.*/)?([^/]+)/texts\\.(fi|sv)\\.json$");
    private static final Pattern ID_IN_MODEL =
            Pattern.compile("<(?:bpmn:|bpmn2:|dmn:|semantic:)?(?:process|decision)\\s[^>]*?\\bid=\"([^\"]+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** By language and bundle. */
    private static final Map<String, Map<String, String>> TEXTS = new ConcurrentHashMap<>();
    /** By language, from any bundle; for texts whose bundle is not known. */
    private static final Map<String, Map<String, String>> ANY = new ConcurrentHashMap<>();
    private static final Map<String, String> BUNDLES = new ConcurrentHashMap<>();

    static {
        List.of("bpmn/*/texts.*.json", "access/texts.*.json")
                .forEach(pattern -> BundledFile.matching(pattern).forEach(Catalogues::readCatalogue));
        List.of("bpmn/*/*.bpmn", "bpmn/*/*.dmn")
                .forEach(pattern -> BundledFile.matching(pattern).forEach(Catalogues::readIdsOfModel));
        BundledFile.matching("forms/*/*.form").forEach(Catalogues::readIdOfForm);
    }

    private Catalogues() {
    }

    /**
     * A text of a model, form or table as a person reads it; the text itself in English, and where nobody translated it.
     *
     * @param id of the process, decision or form that the text is part of; null when it is not known
     */
    public static String in(Locale locale, String id, String text) {
        String language = Texts.supported(locale).getLanguage();
        if (text == null || language.equals("en")) {
            return text;
        }
        String source = text.strip();
        String bundle = id == null ? null : BUNDLES.get(id);
        String found = bundle == null ? null : TEXTS.getOrDefault(language + "/" + bundle, Map.of()).get(source);
        return found != null ? found : ANY.getOrDefault(language, Map.of()).getOrDefault(source, text);
    }

    /**
     * Keeps the translations of texts that models no longer have, for the cases that still run on older versions. What
     * the catalogues of today say goes before.
     */
    public static void remember(String bundle, String language, InputStream catalogue) {
        add(bundle, language, read(catalogue));
    }

    private static void readCatalogue(BundledFile file) {
        Matcher name = FILE.matcher(file.name());
        if (name.matches()) {
            try (InputStream content = file.open()) {
                add(name.group(1), name.group(2), read(content));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void add(String bundle, String language, Map<String, String> texts) {
        Map<String, String> own = TEXTS.computeIfAbsent(language + "/" + bundle, key -> new ConcurrentHashMap<>());
        Map<String, String> any = ANY.computeIfAbsent(language, key -> new ConcurrentHashMap<>());
        texts.forEach((source, text) -> {
            own.putIfAbsent(source, text);
            any.putIfAbsent(source, text);
        });
    }

    private static Map<String, String> read(InputStream catalogue) {
        try {
            return JSON.readValue(catalogue, new TypeReference<>() { });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readIdsOfModel(BundledFile file) {
        Matcher id = ID_IN_MODEL.matcher(file.text());
        while (id.find()) {
            BUNDLES.put(id.group(1), file.bundle());
        }
    }

    private static void readIdOfForm(BundledFile file) {
        try {
            BUNDLES.put(JSON.readTree(file.text()).path("id").asText(), file.bundle());
        } catch (IOException e) {
            throw new UncheckedIOException(file.name(), e);
        }
    }
}
