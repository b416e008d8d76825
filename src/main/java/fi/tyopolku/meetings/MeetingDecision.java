package fi.tyopolku.meetings;

import java.time.LocalDate;

/**
 * What a meeting decided.
 *
 * @param owner user id of who carries it out
 */
public record MeetingDecision(String id, String meetingId, String municipality, LocalDate decidedOn, String text,
        String owner, LocalDate dueOn, State state) {

    /** How far it is; what the next meeting has accepted is off the list. */
    public enum State { OPEN, DONE, CANNOT, ACCEPTED }
}
