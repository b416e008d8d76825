package fi.tyopolku.clients;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * Makes case ids such as {@code TP-7F3K-9Q2M}: random, so that they say nothing about the person or the order of
 * cases, from signs that nobody confuses when read aloud (no 0 O 1 I L, no U V).
 */
public final class CaseIds {

    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTWXYZ";
    private static final Pattern FORM = Pattern.compile("TP-[" + SIGNS + "]{4}-[" + SIGNS + "]{4}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private CaseIds() {
    }

    public static String next() {
        StringBuilder id = new StringBuilder("TP");
        for (int i = 0; i < 8; i++) {
            if (i % 4 == 0) {
                id.append('-');
            }
            id.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return id.toString();
    }

    public static boolean isCaseId(String text) {
        return text != null && FORM.matcher(text).matches();
    }
}
