package fi.tyopolku.coaching;

import java.util.Set;

/**
 * Somebody in a receiving unit.
 *
 * @param language of mail: fi, sv or en
 * @param ownWork what the person does besides coaching
 * @param canCoach whether the person can coach beside their own work
 * @param targetGroups codes of the groups that the person can coach
 * @param active false when the person is not offered any more
 */
public record WorkplaceCoach(String id, ReceivingUnit unit, String name, String email, String language, String ownWork,
        boolean canCoach, Set<String> targetGroups, boolean active) {

    /** Shows neither name nor address, so that they cannot reach a log by accident. */
    @Override
    public String toString() {
        return "WorkplaceCoach[" + id + "]";
    }
}
