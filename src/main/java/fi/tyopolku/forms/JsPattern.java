package fi.tyopolku.forms;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of a form as the browser understands it: {@code new RegExp(pattern).test(text)}, found anywhere.
 *
 * <p>Java's expressions look alike and differ: JavaScript counts UTF-16 units, its {@code $} stands before no last line
 * end, {@code \s} holds the no-break spaces, {@code [a[b]} and {@code &&} are plain characters in a set, unknown escapes
 * stand for themselves. References back to a group, flags inside the pattern and {@code \p} are refused: no form of ours
 * needs them and they mean different things.
 */
final class JsPattern {

    private static final Map<String, JsPattern> COMPILED = new ConcurrentHashMap<>();
    private static final char FIRST_SURROGATE = '\uD800';
    private static final char LAST_SURROGATE = '\uDFFF';
    /** Where surrogates go, so that Java takes each for a character of its own: into the private use area. */
    private static final int SHIFT = 0xE000 - 0xD800;

    private final Pattern pattern;

    private JsPattern(String source) {
        try {
            pattern = Pattern.compile(new Translation(source).whole());
        } catch (PatternSyntaxException | StringIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("A form has a pattern that JavaScript does not know: " + source, e);
        }
    }

    /** @throws IllegalArgumentException where the browser knows no such pattern, or the guard does not take it over */
    static JsPattern of(String source) {
        return COMPILED.computeIfAbsent(source, JsPattern::new);
    }

    boolean isFoundIn(String text) {
        try {
            return pattern.matcher(unitsOf(text)).find();
        } catch (StackOverflowError e) {
            return false;
        }
    }

    private static String unitsOf(String text) {
        StringBuilder units = new StringBuilder(text.length());
        text.chars().forEach(unit -> units.append(unit((char) unit)));
        return units.toString();
    }

    private static char unit(char unit) {
        return unit >= FIRST_SURROGATE && unit <= LAST_SURROGATE ? (char) (unit + SHIFT) : unit;
    }

    /** One pass over the source, character by character. */
    private static final class Translation {

        private static final String LINE_ENDS = "\\n\\r\\u2028\\u2029";
        private static final String WORD = "a-zA-Z0-9_";
        private static final String EDGE = "(?:(?<=[" + WORD + "])(?![" + WORD + "])|(?<![" + WORD + "])(?=[" + WORD + "]))";
        private static final String NO_EDGE = "(?:(?<=[" + WORD + "])(?=[" + WORD + "])|(?<![" + WORD + "])(?![" + WORD + "]))";
        private static final Pattern QUANTIFIER = Pattern.compile("\\{\\d+(,\\d*)?\\}");
        private static final Pattern HEX_2 = Pattern.compile("[0-9a-fA-F]{2}");
        private static final Pattern HEX_4 = Pattern.compile("[0-9a-fA-F]{4}");
        private static final String GROUP_NAME = "\\?<[A-Za-z_$][\\w$]*>.*";

        private final String source;
        private final StringBuilder java = new StringBuilder();
        private int at;
        private boolean isRepeatable;

        private Translation(String source) {
            this.source = source;
        }

        private String whole() {
            while (at < source.length()) {
                char next = source.charAt(at);
                switch (next) {
                    case '\\' -> escape();
                    case '[' -> set();
                    case '(' -> group();
                    case '*', '+', '?' -> repeat(String.valueOf(next));
                    case '{' -> brace();
                    case '.' -> take("[^" + LINE_ENDS + "]", 1);
                    case '$' -> assertion("\\z", 1);
                    case '^' -> assertion("^", 1);
                    case '|' -> assertion("|", 1);
                    case ')' -> take(")", 1);
                    default -> take(literal(next), 1);
                }
            }
            return java.toString();
        }

        private void take(String translated, int length) {
            java.append(translated);
            at += length;
            isRepeatable = true;
        }

        private void assertion(String translated, int length) {
            take(translated, length);
            isRepeatable = false;
        }

        private void repeat(String quantifier) {
            if (!isRepeatable) {
                throw new PatternSyntaxException("Nothing to repeat", source, at);
            }
            java.append(quantifier);
            at += quantifier.length();
            if (at < source.length() && source.charAt(at) == '?') {
                java.append('?');
                at++;
            }
            isRepeatable = false;
        }

        private void brace() {
            var quantifier = QUANTIFIER.matcher(source).region(at, source.length());
            if (quantifier.lookingAt()) {
                repeat(quantifier.group());
            } else {
                take("\\{", 1);
            }
        }

        private void group() {
            String rest = source.substring(at + 1);
            if (rest.startsWith("?:") || rest.startsWith("?=") || rest.startsWith("?!")) {
                assertion("(" + rest.substring(0, 2), 3);
            } else if (rest.startsWith("?<=") || rest.startsWith("?<!")) {
                assertion("(" + rest.substring(0, 3), 4);
            } else if (rest.matches("(?s)" + GROUP_NAME)) {
                assertion("(?:", rest.indexOf('>') + 2);
            } else if (rest.startsWith("?")) {
                throw new PatternSyntaxException("Unknown kind of group", source, at);
            } else {
                assertion("(?:", 1);
            }
        }

        private void escape() {
            char escaped = source.charAt(at + 1);
            switch (escaped) {
                case 'b' -> assertion(EDGE, 2);
                case 'B' -> assertion(NO_EDGE, 2);
                case 'd', 'D', 'w', 'W' -> take("\\" + escaped, 2);
                case 's' -> take("[" + JsText.BLANKS + "]", 2);
                case 'S' -> take("[^" + JsText.BLANKS + "]", 2);
                default -> take(literal(escapedCharacter()), 0);
            }
        }

        /** The character that an escape stands for; moves behind it. */
        private char escapedCharacter() {
            char escaped = source.charAt(at + 1);
            at += 2;
            return switch (escaped) {
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'v' -> '\u000B';
                case 'f' -> '\f';
                case 'x' -> hexadecimal(HEX_2, 2, 'x');
                case 'u' -> hexadecimal(HEX_4, 4, 'u');
                case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'k', 'p', 'P', 'c' -> zeroOrRefused(escaped);
                default -> escaped;
            };
        }

        private char hexadecimal(Pattern digits, int length, char otherwise) {
            if (at + length <= source.length() && digits.matcher(source.substring(at, at + length)).matches()) {
                at += length;
                return (char) Integer.parseInt(source.substring(at - length, at), 16);
            }
            return otherwise;
        }

        private char zeroOrRefused(char escaped) {
            boolean isZero = escaped == '0' && (at == source.length() || !Character.isDigit(source.charAt(at)));
            if (!isZero) {
                throw new PatternSyntaxException("Not taken over from JavaScript", source, at);
            }
            return '\0';
        }

        private void set() {
            at++;
            boolean isNegated = source.startsWith("^", at);
            at += isNegated ? 1 : 0;
            StringBuilder members = new StringBuilder();
            while (source.charAt(at) != ']') {
                member(members);
            }
            String empty = isNegated ? "[\\s\\S]" : "(?!)";
            take(members.isEmpty() ? empty : (isNegated ? "[^" : "[") + members + "]", 1);
        }

        private void member(StringBuilder members) {
            String first = atom();
            boolean isRange = source.startsWith("-", at) && at + 1 < source.length() && source.charAt(at + 1) != ']';
            if (!isRange) {
                members.append(first);
                return;
            }
            at++;
            String last = atom();
            boolean holdsClass = isClass(first) || isClass(last);
            members.append(first).append(holdsClass ? "\\-" : "-").append(last);
        }

        private static boolean isClass(String atom) {
            return atom.length() > 2 && !atom.startsWith("\\u") || atom.matches("\\\\[dDwW]");
        }

        private String atom() {
            if (source.charAt(at) != '\\') {
                return literal(source.charAt(at++));
            }
            char escaped = source.charAt(at + 1);
            switch (escaped) {
                case 'd', 'D', 'w', 'W' -> {
                    at += 2;
                    return "\\" + escaped;
                }
                case 's', 'S' -> {
                    at += 2;
                    return "[" + (escaped == 'S' ? "^" : "") + JsText.BLANKS + "]";
                }
                case 'b' -> {
                    at += 2;
                    return literal('\b');
                }
                default -> {
                    return literal(escapedCharacter());
                }
            }
        }

        private static String literal(char character) {
            boolean isPlain = character < 0x80 && Character.isLetterOrDigit(character);
            return isPlain ? String.valueOf(character) : String.format("\\u%04X", (int) unit(character));
        }
    }
}
