package fi.tyopolku.casepages;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a person sees of one case.
 *
 * @param kinds which kinds of documents
 * @param processes whose tasks are named; of other processes only that they run
 */
record Sight(Set<Part> parts, Predicate<String> kinds, Predicate<String> processes) {

    /** Parts of a case's page. */
    enum Part {
        /** the whole name instead of given name and initial */
        NAME,
        CONTACT,
        /** where on the path, and all that runs */
        PATH,
        DAYS,
        SERVICES,
        FUNDING,
        DOCUMENTS,
        MESSAGES,
        DECISIONS,
        /** decisions of the tables on money only */
        FUNDING_DECISIONS,
        LOOKS
    }

    boolean has(Part part) {
        return parts.contains(part);
    }

    Sight and(Sight other) {
        Set<Part> both = new HashSet<>(parts);
        both.addAll(other.parts);
        return new Sight(both, kinds.or(other.kinds), processes.or(other.processes));
    }
}
