package fi.tyopolku.clients;

/**
 * A case that is not closed, and whose it is.
 *
 * @param coach       who coaches now, null when nobody does
 * @param owner       who comes back: the coach who is away while a deputy stands in; else the same as coach
 * @param clientLabel given name and initial
 * @param handOverId  the hand-over that is planned or under way, null when there is none
 */
public record CoachedCase(String caseId, String coach, String owner, String clientLabel, CaseStatus status,
        String handOverId) {

    public boolean isWithDeputy() {
        return coach != null && !coach.equals(owner);
    }
}
