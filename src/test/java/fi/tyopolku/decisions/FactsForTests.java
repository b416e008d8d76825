package fi.tyopolku.decisions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Facts built by path: {@code facts().with("client.age", 24).map()}. */
final class FactsForTests {

    private final Map<String, Object> byPath = new LinkedHashMap<>();

    private FactsForTests() {
    }

    static FactsForTests facts() {
        return new FactsForTests();
    }

    FactsForTests with(String path, Object value) {
        byPath.put(path, value);
        return this;
    }

    FactsForTests without(String path) {
        byPath.remove(path);
        return this;
    }

    Set<String> paths() {
        return byPath.keySet();
    }

    Object valueOf(String path) {
        return byPath.get(path);
    }

    boolean has(String path, Object value) {
        return byPath.containsKey(path) && Objects.equals(byPath.get(path), value);
    }

    FactsForTests copy() {
        FactsForTests copy = new FactsForTests();
        copy.byPath.putAll(byPath);
        return copy;
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> map() {
        Map<String, Object> result = new LinkedHashMap<>();
        byPath.forEach((path, value) -> {
            Map<String, Object> place = result;
            String[] names = path.split("\\.");
            for (int i = 0; i < names.length - 1; i++) {
                place = (Map<String, Object>) place.computeIfAbsent(names[i], name -> new LinkedHashMap<>());
            }
            place.put(names[names.length - 1], value);
        });
        return result;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FactsForTests facts && byPath.equals(facts.byPath);
    }

    @Override
    public int hashCode() {
        return byPath.hashCode();
    }

    @Override
    public String toString() {
        return byPath.toString();
    }
}
