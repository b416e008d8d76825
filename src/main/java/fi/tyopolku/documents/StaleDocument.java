package fi.tyopolku.documents;

import fi.tyopolku.messages.Refusal;

/** A document was changed by somebody else after this person opened it. */
public class StaleDocument extends Refusal {

    StaleDocument(String caseId, String kind, int basedOn, int latest) {
        super("documents.stale", kind, basedOn, latest, caseId);
    }
}
