package fi.tyopolku.answers;

import java.util.List;

/**
 * What the page of a link asks, in the reader's language.
 *
 * @param text paragraphs before the questions
 * @param facts what the answer is about, as label and value
 */
public record AnswerForm(String heading, List<String> text, List<Fact> facts, List<Question> questions, String button) {

    public record Fact(String label, String value) {
    }
}
