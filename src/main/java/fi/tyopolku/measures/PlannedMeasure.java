package fi.tyopolku.measures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/**
 * A measure as planned.
 *
 * @param municipalities that take part, beside the one that plans it
 * @param hours planned by who supplies them
 * @param targets shares aimed at, in per cent
 * @param components planned hours of each participant; empty where it is no trade training
 */
public record PlannedMeasure(String id, String municipality, String name, MeasureKind kind, String industry,
        String projectId, String gapId, int places, LocalDate starts, LocalDate ends, Collection<String> municipalities,
        Map<HourSupplier, Integer> hours, Map<TargetGroup, Integer> targets, Map<TradeComponent, Integer> components) {
}
