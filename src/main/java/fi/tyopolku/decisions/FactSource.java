package fi.tyopolku.decisions;

import java.util.Map;

/**
 * Something that knows facts of a case which decision tables read. Modules offer theirs as beans; each owns the top-level
 * names it fills ({@code client}, {@code days}, or the kind of a document).
 */
public interface FactSource {

    /** Nested maps by name; what is unknown is left out. */
    Map<String, Object> factsOf(String caseId);
}
