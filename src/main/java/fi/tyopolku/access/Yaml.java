package fi.tyopolku.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A place in one of our own readable files; what is missing there is empty. */
record Yaml(Object value) {

    static Yaml read(String classpathFile) {
        try (InputStream in = new ClassPathResource(classpathFile).getInputStream()) {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            return new Yaml(new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(classpathFile + " cannot be read", e);
        }
    }

    Yaml at(String key) {
        return new Yaml(value instanceof Map<?, ?> map ? map.get(key) : null);
    }

    Map<String, Yaml> entries() {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, child) -> entries.put(String.valueOf(key), new Yaml(child)));
        }
        return entries;
    }

    List<String> texts() {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(String.valueOf(value));
    }

    String text() {
        return value == null ? "" : String.valueOf(value);
    }
}
