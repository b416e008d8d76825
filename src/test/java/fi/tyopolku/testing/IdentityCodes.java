package fi.tyopolku.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** Makes valid personal identity codes that nobody has (individual numbers 900 to 999), a new one for each person. */
public final class IdentityCodes {

    private static final String CHECK_SIGNS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private IdentityCodes() {
    }

    /** Somebody born in 1985 or a little later. */
    public static String next() {
        int number = NUMBER.getAndIncrement();
        return of(1 + number / 100 % 28, 1 + number / 2_800 % 12, 85 + number / 33_600, 900 + number % 100);
    }

    /** Somebody born on 1 January of that year. */
    public static String bornIn(int year) {
        int number = NUMBER.getAndIncrement();
        return of(1 + number / 100 % 28, 1, year % 100, 900 + number % 100);
    }

    private static String of(int day, int month, int year, int individual) {
        String digits = "%02d%02d%02d".formatted(day, month, year);
        int check = (int) (Long.parseLong(digits + individual) % 31);
        return digits + (year < 30 ? "A" : "-") + individual + CHECK_SIGNS.charAt(check);
    }
}
