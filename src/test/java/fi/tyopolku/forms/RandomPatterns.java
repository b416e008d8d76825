package fi.tyopolku.forms;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Regular expressions as authors of forms write them, and worse; and texts to find them in. */
final class RandomPatterns {

    private static final List<String> ATOMS = List.of("a", "b", "1", "ä", "😀", ".", "\\d", "\\D", "\\w", "\\W", "\\s", "\\S", "\\.", "\\-", "\\/",
            "\\n", "\\t", "\\u00e4", "\\x61", "\\x6", "\\u12", "\\_", "\\é", "\\e", "\\h", "\\Q", "\\A", "\\z", "\\b", "\\B", "^", "$", "]", "}", "{",
            "{,2}", "\\$", "\\[", "\\\\", "\\0", "#", " ", "&&", "-", "\\v", "\\f", "\\r", "\\R", "\\X", "\\G", "\\N");
    private static final List<String> MEMBERS = List.of("a", "b", "a-c", "0-9", "ä", "😀", "\\d", "\\w", "\\s", "\\S", "\\W", "[", "&&", "^", "\\]", "\\\\",
            "\\b", ".", "$", "-", "\\-", "å-ö", "\\n", "(", "\\u0041-\\u0043", "!--", "+", "\\w-", "-\\d", "#");
    private static final List<String> QUANTIFIERS = List.of("", "", "", "", "*", "+", "?", "{2}", "{1,}", "{0,2}", "*?", "+?", "??");
    private static final List<String> TEXTS = List.of("a", "b", "c", "1", "23", "ä", "å", "😀", "\ud83d", " ", "\u00a0", "\n", "\r\n", "\u2028", "\u0085",
            "_", "-", ".", "[", "]", "{", "}", "&", "&&", "$", "^", "\\", "/", "A", "B", "é", "e", "h", "Q", "z", "\t", "\u000b", "\0", "x", "x6", "u12", "{,2}",
            "\b", "#", "\ufeff", "\u3000", "(", "!", "+", "R", "X", "G", "N");

    private RandomPatterns() {
    }

    static String next(Random random) {
        String body = alternatives(random, 2);
        return one(random, List.of("%s", "%s", "^%s", "%s$", "^%s$")).replace("%s", body);
    }

    static String text(Random random) {
        return IntStream.range(0, random.nextInt(5)).mapToObj(n -> one(random, TEXTS)).collect(Collectors.joining());
    }

    private static String alternatives(Random random, int depth) {
        return IntStream.range(0, 1 + random.nextInt(4) / 3).mapToObj(n -> sequence(random, depth)).collect(Collectors.joining("|"));
    }

    private static String sequence(Random random, int depth) {
        return IntStream.range(0, 1 + random.nextInt(3)).mapToObj(n -> atom(random, depth) + one(random, QUANTIFIERS)).collect(Collectors.joining());
    }

    private static String atom(Random random, int depth) {
        return switch (random.nextInt(6)) {
            case 0 -> "[" + (random.nextInt(3) == 0 ? "^" : "")
                    + IntStream.range(0, random.nextInt(4)).mapToObj(n -> one(random, MEMBERS)).collect(Collectors.joining()) + "]";
            case 1 -> depth == 0 ? "a" : one(random, List.of("(", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?<name_" + random.nextInt(100_000) + ">"))
                    + alternatives(random, depth - 1) + ")";
            default -> one(random, ATOMS);
        };
    }

    private static String one(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
