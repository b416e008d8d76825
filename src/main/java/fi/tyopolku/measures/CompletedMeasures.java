package fi.tyopolku.measures;

import fi.tyopolku.documents.DocumentStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What came of measures. */
@Service
@Transactional
public class CompletedMeasures {

    static final String DOCUMENT = "completedMeasure";

    private final Measures measures;
    private final DocumentStore documents;

    CompletedMeasures(Measures measures, DocumentStore documents) {
        this.measures = measures;
        this.documents = documents;
    }

    /** Completes the measure, with the hours that the document {@code completedMeasure} says were given, if there is one. */
    public void complete(String id) {
        documents.latest(id, DOCUMENT).ifPresent(
                document -> measures.recordGivenHours(id, TrainingPlans.hours(document.content())));
        measures.complete(id);
    }
}
