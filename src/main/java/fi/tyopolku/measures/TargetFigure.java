package fi.tyopolku.measures;

/**
 * How many participants belong to a target group.
 *
 * @param targetPercent the share aimed at; null where none was set
 * @param count null where it is not shown because it would point at somebody
 * @param of the denominator: participants of whom it is known; null where it is not shown
 */
public record TargetFigure(TargetGroup group, Integer targetPercent, Integer count, Integer of) {

    public boolean isShown() {
        return count != null;
    }

    /** Whole per cent, rounded half up. */
    public int percent() {
        return Math.round(100f * count / of);
    }
}
