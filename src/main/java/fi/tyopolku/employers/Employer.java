package fi.tyopolku.employers;

import java.util.Locale;

/**
 * An employer, or one unit of it. About persons it knows a contact's name and work mail, nothing more.
 *
 * @param id made by the register, null before
 * @param municipality whose register it is in
 * @param businessId may be null
 * @param kind COMPANY, ASSOCIATION, MUNICIPALITY, WELLBEING_COUNTY …, as in the rules on pay subsidy
 * @param locality the municipality in which the unit stands, such as Keuruu
 * @param industry code of an {@link Industry}
 * @param unit in social and health services: ELDERLY_CARE, MENTAL_HEALTH_AND_SUBSTANCE, PRIMARY_CARE, DISABILITY,
 *     SPECIAL_CARE; else null
 * @param mayBeContacted whether the employer has agreed to be written to
 */
public record Employer(String id, String municipality, String name, String businessId, String kind, Sector sector,
        String locality, String industry, String unit, String contactName, String contactEmail, String language,
        boolean mayBeContacted) {

    /** Who owns the employer. */
    public enum Sector {
        PRIVATE, PUBLIC, THIRD
    }

    /** Where mail goes; empty without consent. */
    String address() {
        return mayBeContacted && contactEmail != null ? contactEmail : "";
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** Shows no person, so that none can reach a log by accident. */
    @Override
    public String toString() {
        return "Employer[" + id + ", " + industry + "]";
    }
}
