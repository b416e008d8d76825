package fi.tyopolku.reporting;

import java.util.Collection;
import java.util.List;

/**
 * How long many people waited or took, in days.
 *
 * @param median the middle one, of two middle ones the longer
 * @param ninetiethPercentile nine of ten took this long at most
 */
public record Spread(int count, long median, long ninetiethPercentile) {

    /** @param days at least one */
    public static Spread of(Collection<Long> days) {
        List<Long> sorted = days.stream().sorted().toList();
        return new Spread(sorted.size(), sorted.get(sorted.size() / 2), sorted.get((int) Math.ceil(sorted.size() * 0.9) - 1));
    }
}
