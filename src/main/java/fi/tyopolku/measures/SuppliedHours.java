package fi.tyopolku.measures;

/** Hours that somebody gives to a measure; each null while unknown. */
public record SuppliedHours(HourSupplier supplier, Integer planned, Integer given) {
}
