package fi.tyopolku.employers;

import java.util.Locale;

/**
 * A skill of the catalogue. Employers' needs and clients' surveys name the same codes, so that they can be compared.
 *
 * @param industry code of the industry that needs it most; anybody may name it
 */
public record Skill(String code, String industry, String nameFi, String nameSv, String nameEn, boolean active) {

    public String name(Locale locale) {
        return Names.of(locale, nameFi, nameSv, nameEn);
    }
}
