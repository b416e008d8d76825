package fi.tyopolku.casepages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a template shows. */
final class Shown {

    private Shown() {
    }

    /** With {@code has_<name>} beside each list, since a template cannot ask whether a list is empty. */
    static Map<String, Object> withFlags(Map<String, ?> model) {
        Map<String, Object> shown = new HashMap<>();
        model.forEach((name, value) -> {
            shown.put(name, inside(value));
            if (value instanceof List<?> list) {
                shown.put("has_" + name, !list.isEmpty());
            }
        });
        return shown;
    }

    @SuppressWarnings("unchecked")
    private static Object inside(Object value) {
        if (value instanceof Map<?, ?> map) {
            return withFlags((Map<String, Object>) map);
        }
        return value instanceof List<?> list ? list.stream().map(Shown::inside).toList() : value;
    }
}
