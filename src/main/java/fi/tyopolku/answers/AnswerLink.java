package fi.tyopolku.answers;

/**
 * A link that can still be answered.
 *
 * @param subjectId what is asked about, such as a case id
 * @param party who is asked, a code of the purpose
 * @param language fi, sv or en: the page opens in it
 */
public record AnswerLink(long id, String purpose, String subjectId, String party, String language) {
}
