package fi.tyopolku.answers;

import java.util.List;

/**
 * One question of a page.
 *
 * @param name names the answer; letters only
 * @param hint null for none
 * @param options for a choice, in order
 */
public record Question(String name, Kind kind, String label, String hint, List<Option> options, boolean required) {

    static final int LONGEST_TEXT = 2_000;
    /** What a ticked box answers. */
    public static final String TICKED = "true";

    public enum Kind {
        CHOICE,
        TEXT,
        TICK
    }

    public record Option(String value, String label) {
    }

    public static Question choice(String name, String label, List<Option> options) {
        return new Question(name, Kind.CHOICE, label, null, options, true);
    }

    public static Question text(String name, String label, String hint) {
        return new Question(name, Kind.TEXT, label, hint, List.of(), false);
    }

    public static Question tick(String name, String label, String hint) {
        return new Question(name, Kind.TICK, label, hint, List.of(), false);
    }

    /** The key of the sentence that says what is wrong with an answer; null when it is right. */
    String faultOf(String answer) {
        boolean isEmpty = answer == null || answer.isBlank();
        if (isEmpty) {
            return required ? "answers.choose" : null;
        }
        return switch (kind) {
            case CHOICE -> options.stream().anyMatch(option -> option.value().equals(answer)) ? null : "answers.choose";
            case TEXT -> answer.length() <= LONGEST_TEXT ? null : "answers.tooLong";
            case TICK -> TICKED.equals(answer) ? null : "answers.choose";
        };
    }
}
