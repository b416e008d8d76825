package fi.tyopolku.reporting;

/** What municipalities are called. */
public interface Municipalities {

    /** The name of a municipality, its id where it has none. */
    String name(String id);
}
