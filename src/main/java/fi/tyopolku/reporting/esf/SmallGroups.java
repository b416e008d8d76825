package fi.tyopolku.reporting.esf;

import static fi.tyopolku.reporting.Report.SMALLEST_GROUP;

import fi.tyopolku.reporting.Report.NotShown;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hides the small parts of a whole whose sum is known. */
final class SmallGroups {

    private SmallGroups() {
    }

    /**
     * Every part below five is hidden, a zero too. The hidden parts together are what the whole lacks: as long as that
     * would still be one part or fewer than five people, the next larger part is hidden with them.
     */
    static Map<String, Object> shown(Map<String, Integer> parts) {
        Set<String> hidden = new HashSet<>();
        parts.forEach((name, count) -> {
            if (count < SMALLEST_GROUP) {
                hidden.add(name);
            }
        });
        while (!hidden.isEmpty() && (hidden.size() == 1 || sum(parts, hidden) < SMALLEST_GROUP)) {
            Optional<Map.Entry<String, Integer>> next = parts.entrySet().stream()
                    .filter(each -> !hidden.contains(each.getKey())).min(Comparator.comparing(Map.Entry::getValue));
            if (next.isEmpty()) {
                break;
            }
            hidden.add(next.get().getKey());
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        parts.forEach((name, count) -> shown.put(name, hidden.contains(name) ? NotShown.SMALL_GROUP : count));
        return shown;
    }

    private static int sum(Map<String, Integer> parts, Set<String> names) {
        return names.stream().mapToInt(parts::get).sum();
    }
}
