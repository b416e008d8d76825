package fi.tyopolku.studysupport;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * A link that helps in guidance.
 *
 * @param address begins {@code https://}
 * @param credits what an online course gives; null for everything else
 * @param profiles codes of the clients it is for; empty for everybody
 * @param reviewOn the day by which somebody reads it again
 * @param fault what somebody has reported as wrong with it; null for nothing
 */
public record GuidanceMaterial(String id, MaterialKind kind, String titleFi, String titleSv, String titleEn, String address,
        Integer credits, Set<String> profiles, LocalDate reviewOn, String fault) {

    public String title(Locale locale) {
        return switch (locale.getLanguage()) {
            case "fi" -> titleFi;
            case "sv" -> titleSv;
            default -> titleEn;
        };
    }

    /** Whether somebody has read it in time and nobody has reported a fault since. */
    public boolean isReviewed(LocalDate today) {
        return fault == null && today.isBefore(reviewOn);
    }

    boolean isFor(String profile) {
        return profile == null || profiles.isEmpty() || profiles.contains(profile);
    }
}
