package fi.tyopolku.employers;

import java.util.Locale;

/**
 * A field of work, such as tourism or construction: data that a manager keeps, not code.
 *
 * @param code in capital letters, never changed
 * @param active false once it is offered no more; what was recorded under it stays
 */
public record Industry(String code, String nameFi, String nameSv, String nameEn, boolean active) {

    /** The name in the reader's language; English where that is none of ours. */
    public String name(Locale locale) {
        return Names.of(locale, nameFi, nameSv, nameEn);
    }
}
