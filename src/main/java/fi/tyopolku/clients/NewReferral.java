package fi.tyopolku.clients;

import fi.tyopolku.messages.Refusal;
import fi.tyopolku.messages.Texts;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Someone asks for a path for a person. Creating one checks every field; what is wrong is refused by its name, without
 * its content.
 *
 * @param municipality     where the path is asked for
 * @param email            may be empty, as may phone, homeMunicipality, referrerName and referrerEmail
 * @param language         fi, sv or en
 * @param homeMunicipality where the person lives
 * @param registeredOn     the day the job search started
 */
public record NewReferral(String municipality, PersonalIdentityCode identityCode, String givenName, String familyName,
        String email, String phone, String language, String homeMunicipality, ReferralSource source,
        String referrerName, String referrerEmail, LocalDate registeredOn) {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>(),;:\"]+@[^\\s@<>(),;:\"]+\\.[^\\s@<>(),;:\".]+");

    public NewReferral {
        required("municipality", municipality, 64);
        required("identityCode", identityCode);
        givenName = required("givenName", givenName, 100);
        familyName = required("familyName", familyName, 100);
        email = email("email", email);
        phone = optional("phone", phone, 40);
        homeMunicipality = optional("homeMunicipality", homeMunicipality, 100);
        required("source", source);
        referrerName = optional("referrerName", referrerName, 200);
        referrerEmail = email("referrerEmail", referrerEmail);
        required("registeredOn", registeredOn);
        if (language == null || !Texts.LANGUAGES.contains(language)) {
            throw new Refusal("clients.referral.language");
        }
    }

    @Override
    public String toString() {
        return "NewReferral[" + municipality + ", " + source + "]";
    }

    private static void required(String field, Object value) {
        if (value == null) {
            throw new Refusal("clients.referral.missing", field);
        }
    }

    private static String required(String field, String value, int longest) {
        String text = optional(field, value, longest);
        required(field, text);
        return text;
    }

    private static String optional(String field, String value, int longest) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        if (text.length() > longest) {
            throw new Refusal("clients.referral.tooLong", field, longest);
        }
        return text;
    }

    private static String email(String field, String value) {
        String text = optional(field, value, 254);
        if (text != null && !EMAIL.matcher(text).matches()) {
            throw new Refusal("clients.referral.email", field);
        }
        return text;
    }
}
