package fi.tyopolku.clients;

import java.time.LocalDate;

/**
 * A client of one municipality.
 *
 * @param email            may be null
 * @param phone            may be null
 * @param language         fi, sv or en
 * @param homeMunicipality may be null
 */
public record Client(long id, PersonalIdentityCode identityCode, String givenName, String familyName, String email,
        String phone, String language, String homeMunicipality, LocalDate born) {

    /** Given name and initial of the family name, 'Aino K.': the only trace of a person outside our tables. */
    public String clientLabel() {
        return label(givenName, familyName);
    }

    static String label(String givenName, String familyName) {
        return givenName + " " + familyName.substring(0, familyName.offsetByCodePoints(0, 1)) + ".";
    }

    /** Names nobody, so that a client cannot reach a log by accident. */
    @Override
    public String toString() {
        return "Client[" + id + "]";
    }
}
