package fi.tyopolku.access;

import java.util.Collection;

/** Which group may open which kind of document. A form cannot widen it. */
public interface DocumentRights {

    /** True when one of the groups may read and write documents of the kind; false for a kind nobody has listed. */
    boolean mayOpen(String documentKind, Collection<String> groups);
}
