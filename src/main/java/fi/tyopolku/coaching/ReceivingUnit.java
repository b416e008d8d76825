package fi.tyopolku.coaching;

/**
 * A place that takes clients to work, at any employer.
 *
 * @param sector code of the administrative branch, such as SPORTS or OUTDOORS
 */
public record ReceivingUnit(String id, String municipality, String name, String organisation, String sector) {
}
