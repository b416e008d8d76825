package fi.tyopolku.documents;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** What people may read of a case's documents outside forms, by {@code documents/rights.yml}. */
@Component
public class ReadableDocuments {

    private final DocumentRights rights;
    private final DocumentStore store;

    ReadableDocuments(DocumentRights rights, DocumentStore store) {
        this.rights = rights;
        this.store = store;
    }

    public boolean mayRead(String kind, Collection<String> groups) {
        return rights.mayRead(kind, groups);
    }

    /** The latest version of each kind that one of the groups may read. */
    public List<Document> latestOf(String caseId, Collection<String> groups) {
        return store.latestOf(caseId).stream().filter(document -> mayRead(document.kind(), groups)).toList();
    }
}
