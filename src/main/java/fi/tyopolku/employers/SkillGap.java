package fi.tyopolku.employers;

import java.time.LocalDate;

/**
 * What is short of one skill in an industry.
 *
 * @param needed people that employers with confirmed profiles need
 * @param inPreparation people for whom earlier gap lists are already training or recruiting
 * @param clientsWith clients who have the skill; show {@link #clientsWithForOutsiders()} to anybody but coaches
 * @param clientsWanting clients who have it not and want to learn it; the same holds
 * @param shortage what remains, never below zero
 * @param firstNeededBy the earliest day that an employer named, may be null
 * @param priority code of decision table {@code gapPriority}
 * @param decision null until it is decided
 */
public record SkillGap(String gapId, String skill, int needed, int inPreparation, int clientsWith, int clientsWanting,
        int shortage, LocalDate firstNeededBy, String priority, Decision decision) {

    private static final int SMALL_GROUP = 5;

    /** What becomes of a shortage. */
    public enum Decision {
        TRAINING, RECRUITMENT, NOTHING
    }

    /** A number that points at nobody: below five it says only that. */
    public String clientsWithForOutsiders() {
        return guarded(clientsWith);
    }

    /** As {@link #clientsWithForOutsiders()}. */
    public String clientsWantingForOutsiders() {
        return guarded(clientsWanting);
    }

    /** The shortage as outsiders may know it: where few have the skill, the least it can be, so that nobody subtracts. */
    public String shortageForOutsiders() {
        if (clientsWith >= SMALL_GROUP) {
            return String.valueOf(shortage);
        }
        return "≥ " + Math.max(0, needed - inPreparation - (SMALL_GROUP - 1));
    }

    private static String guarded(int people) {
        return people < SMALL_GROUP ? "< " + SMALL_GROUP : String.valueOf(people);
    }
}
