package fi.tyopolku.feedback;

/** Somebody has answered by link; published inside the transaction. */
public record FeedbackGiven(String caseId, Party party) {
}
