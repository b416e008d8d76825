package fi.tyopolku.answers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What links are for, such as an offer or feedback: declared as a bean by the module that asks. */
public interface AnswerPurpose {

    /** At most 20 signs; the same for ever, since links remember it. */
    String code();

    /**
     * Names the state of what is asked about, such as the version of a document. When it is another than at the time of
     * the invitation, an old link asks about what no longer holds and does not work any more. At most 40 signs.
     *
     * @return empty when there is nothing to answer
     */
    Optional<String> contentVersion(String subjectId, String party);

    /** What the page asks. Whoever holds the link sees it, so it holds nothing personal. */
    AnswerForm form(AnswerLink link, Locale locale);

    /**
     * Takes the answer, in the transaction that uses the link up.
     *
     * @param answers by the names of the questions; what was left empty is missing
     * @return what the page says now
     * @throws fi.tyopolku.messages.Refusal when the answer cannot be taken: the page shows the sentence, the link lives on
     */
    Receipt answered(AnswerLink link, Map<String, String> answers, Locale locale);

    /** @param text paragraphs */
    record Receipt(String heading, List<String> text) {
    }
}
