package fi.tyopolku.answers;

import java.time.Instant;

/**
 * Somebody is to be asked by a link.
 *
 * @param purpose code of an {@link AnswerPurpose}
 * @param subjectId at most 40 signs
 * @param party at most 20 signs
 * @param language fi, sv or en
 */
public record Invitation(String purpose, String subjectId, String party, String language, Instant expires) {
}
