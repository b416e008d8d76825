package fi.tyopolku.messages;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences inside a FEEL expression: literals of more than one word. Codes and the expression stay as they are. */
final class Literals {

    private static final Pattern SENTENCE = Pattern.compile("\"([^\"\\\\]* [^\"\\\\]*)\"");

    private Literals() {
    }

    static String translated(String expression, UnaryOperator<String> translation) {
        return SENTENCE.matcher(expression).replaceAll(sentence -> Matcher.quoteReplacement(
                '"' + translation.apply(sentence.group(1)).replace('"', '”') + '"'));
    }
}
