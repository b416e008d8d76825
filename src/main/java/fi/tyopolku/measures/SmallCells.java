package fi.tyopolku.measures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps figures from pointing at people: fewer than five are not shown, nor what would tell them by subtraction from the
 * denominator or from the other age bands.
 */
final class SmallCells {

    static final int SMALLEST_SHOWN = 5;

    private SmallCells() {
    }

    record Count(TargetGroup group, Integer targetPercent, int count, int of) {
    }

    static List<TargetFigure> protect(List<Count> counts) {
        List<Count> hidden = new ArrayList<>(counts.stream().filter(SmallCells::isSmall).toList());
        hideASecondAgeBand(counts, hidden);
        return counts.stream().map(each -> hidden.contains(each)
                ? new TargetFigure(each.group(), each.targetPercent(), null, null)
                : new TargetFigure(each.group(), each.targetPercent(), each.count(), each.of())).toList();
    }

    private static boolean isSmall(Count each) {
        boolean isAboutSomeOfThem = !each.group().isAgeBand();
        return each.count() < SMALLEST_SHOWN || isAboutSomeOfThem && each.of() - each.count() < SMALLEST_SHOWN;
    }

    /** The bands add up to everybody, so one hidden band alone could be computed. */
    private static void hideASecondAgeBand(List<Count> counts, List<Count> hidden) {
        List<Count> shown = counts.stream().filter(each -> each.group().isAgeBand() && !hidden.contains(each)).toList();
        boolean isOneHidden = hidden.stream().filter(each -> each.group().isAgeBand()).count() == 1;
        if (isOneHidden) {
            shown.stream().min(Comparator.comparingInt(Count::count)).ifPresent(hidden::add);
        }
    }
}
