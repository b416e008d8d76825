package fi.tyopolku.clients;

import fi.tyopolku.messages.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A Finnish personal identity code (henkilötunnus), decree 128/2010 2 § with the separators in force since 1.1.2023
 * (690/2022). The whole string with its separator is the identity: two people may differ in the separator alone.
 * Creating one from anything that is not a valid code is refused; the refusal does not repeat the input.
 */
public record PersonalIdentityCode(String value) {

    private static final Pattern FORM = Pattern.compile("\\d{6}[-+ABCDEFYXWVU]\\d{3}[0-9A-FHJ-NPR-Y]");
    private static final String CHECK_SIGNS = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    public PersonalIdentityCode {
        value = value == null ? "" : value.strip().toUpperCase(Locale.ROOT);
        if (!isValid(value)) {
            throw new Refusal("clients.identityCode.invalid");
        }
    }

    public static boolean isValid(String code) {
        return code != null && FORM.matcher(code).matches() && code.charAt(10) == checkSign(code) && hasBirthDate(code);
    }

    public LocalDate birthDate() {
        return birthDate(value);
    }

    /** Full years on the given date. */
    public int ageOn(LocalDate date) {
        return Period.between(birthDate(), date).getYears();
    }

    /** Never shows the code, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "PersonalIdentityCode[masked]";
    }

    /** The separator is no part of the sum. */
    private static char checkSign(String code) {
        return CHECK_SIGNS.charAt(Integer.parseInt(code.substring(0, 6) + code.substring(7, 10)) % CHECK_SIGNS.length());
    }

    private static boolean hasBirthDate(String code) {
        try {
            birthDate(code);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static LocalDate birthDate(String code) {
        int century = switch (code.charAt(6)) {
            case '+' -> 1800;
            case '-', 'Y', 'X', 'W', 'V', 'U' -> 1900;
            default -> 2000;
        };
        return LocalDate.of(century + Integer.parseInt(code.substring(4, 6)), Integer.parseInt(code.substring(2, 4)),
                Integer.parseInt(code.substring(0, 2)));
    }
}
