package fi.tyopolku.studysupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.Client;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Educational trials and studies on unemployment benefit of a case, as their forms say. */
@Service
@Transactional
public class StudyCases {

    static final String TRIAL = "educationalTrial";
    static final String STUDIES = "benefitStudies";
    private static final List<String> SHEETS_OF_A_TRIAL = List.of("educationalTrialAgreement", "educationalTrialDays",
            "educationalTrialByProvider", "educationalTrialByClient", "educationalTrialClosing");
    private static final String SYSTEM = "system";

    private final CaseRegister cases;
    private final ClientRegister clients;
    private final DocumentStore documents;
    private final ObjectMapper json;

    StudyCases(CaseRegister cases, ClientRegister clients, DocumentStore documents, ObjectMapper json) {
        this.cases = cases;
        this.clients = clients;
        this.documents = documents;
        this.json = json;
    }

    /** A new trial, or another try: the sheets of the one before are put aside. */
    public StudyCase openTrial(String caseId) {
        SHEETS_OF_A_TRIAL.forEach(kind -> putAside(caseId, kind));
        return read(caseId, TRIAL, "startsOn", "endsOn");
    }

    public StudyCase openStudies(String caseId) {
        return read(caseId, STUDIES, "studiesStart", "studiesEnd");
    }

    /** A fresh sheet for a task that comes again; what stood there stays among the earlier versions. */
    public void putAside(String caseId, String kind) {
        documents.latest(caseId, kind).filter(last -> !last.content().isEmpty())
                .ifPresent(last -> documents.save(caseId, kind, json.createObjectNode(), last.version(), SYSTEM));
    }

    Optional<JsonNode> content(String caseId, String kind) {
        return documents.latest(caseId, kind).map(Document::content);
    }

    /** Whether the client has approved a plan by that day. */
    boolean isInPlanBy(String caseId, LocalDate day) {
        return content(caseId, "planApproval")
                .filter(approval -> approval.path("approvedByClient").asBoolean() && approval.hasNonNull("approvedOn"))
                .filter(approval -> !LocalDate.parse(approval.path("approvedOn").asText()).isAfter(day)).isPresent();
    }

    private StudyCase read(String caseId, String kind, String start, String end) {
        JsonNode form = content(caseId, kind).orElseThrow();
        Client client = clients.client(caseId).orElseThrow();
        return new StudyCase(cases.coachOf(caseId).orElse(null), client.clientLabel(), client.language(),
                LocalDate.parse(form.path(start).asText()), LocalDate.parse(form.path(end).asText()));
    }
}
