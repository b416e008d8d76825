package fi.tyopolku.measures;

import java.time.LocalDate;

/**
 * A measure as it stands now.
 *
 * @param municipality that plans it; others may take part
 * @param projectId null where no project pays
 * @param gapId the gap between skills needed and found that led to it; null for none
 * @param provider null until one is chosen, as is the price
 * @param priceCents the whole price
 * @param employerShareCents what an employer pays of it; null where it is no joint purchase
 * @param neededSince when the need was seen
 */
public record Measure(String id, String municipality, String name, MeasureKind kind, String industry, String projectId,
        String gapId, int places, LocalDate starts, LocalDate ends, String provider, Long priceCents,
        Long employerShareCents, State state, LocalDate neededSince, LocalDate publishedOn, LocalDate completedOn) {

    /** From the plan to the end; a dropped one was never published. */
    public enum State {
        PLANNED,
        PUBLISHED,
        COMPLETED,
        DROPPED
    }
}
