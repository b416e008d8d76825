package fi.tyopolku.handover;

import java.util.List;

/** What runs for a case, and who is at work on it. */
public interface CaseWork {

    /**
     * Gives the case to another coach in everything that runs for it: the path, called stages and what was begun beside
     * them. Open tasks of the one go to the other; a task that was taken from a group goes back to the group.
     *
     * @param from null where the case had no coach
     * @return further roles that came with the case, to give back later
     */
    List<String> give(String caseId, String municipality, String from, String to);

    /** The way back: of the further roles only those that were taken over. */
    void giveBack(String caseId, String municipality, String from, String to, List<String> takenRoles);
}
