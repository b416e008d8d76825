package fi.tyopolku.documents;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which groups may open which kinds of documents; a form cannot widen it. See {@code documents/rights.yml}.
 *
 * @param kinds by kind: the groups that may read and write it
 */
@ConfigurationProperties("tyopolku.documents")
record DocumentRights(Map<String, Rights> kinds) {

    record Rights(List<String> read, List<String> write) {
    }

    boolean knows(String kind) {
        return kinds.containsKey(kind);
    }

    boolean mayRead(String kind, Collection<String> groups) {
        Rights rights = kinds.get(kind);
        return rights != null && (overlap(rights.read(), groups) || overlap(rights.write(), groups));
    }

    boolean mayWrite(String kind, Collection<String> groups) {
        Rights rights = kinds.get(kind);
        return rights != null && overlap(rights.write(), groups);
    }

    private static boolean overlap(List<String> allowed, Collection<String> groups) {
        return allowed != null && groups.stream().anyMatch(allowed::contains);
    }
}
