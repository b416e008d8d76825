package fi.tyopolku.reporting.esf;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.CaseStatus;
import fi.tyopolku.clients.ClientCase;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.funding.FundingProject;
import fi.tyopolku.funding.FundingProjects;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Refusal;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks the start records that coaches make. */
@Service
public class EsfRecords {

    private final FundingProjects projects;
    private final CaseRegister cases;
    private final ClientRegister clients;
    private final DocumentStore documents;

    EsfRecords(FundingProjects projects, CaseRegister cases, ClientRegister clients, DocumentStore documents) {
        this.projects = projects;
        this.cases = cases;
        this.clients = clients;
        this.documents = documents;
    }

    /** @param coach user id */
    public record Begun(String coach, String clientLabel) {
    }

    /**
     * The start that the latest start record of the case tells.
     *
     * @param expectedEnd the day on which the record of the end comes up
     * @throws Refusal when the case is not open in the municipality, or has no coach, or the project has no money of the
     *     European Union, or participation lies outside of its time
     */
    @Transactional(readOnly = true)
    public Begun begin(String caseId, String municipality, LocalDate expectedEnd) {
        ClientCase clientCase = cases.find(caseId)
                .filter(found -> found.municipality().equals(municipality) && found.status() != CaseStatus.CLOSED
                        && found.status() != CaseStatus.REFERRED && found.coach() != null)
                .orElseThrow(() -> new Refusal("esf.notOpen"));
        JsonNode start = documents.latest(caseId, "esfStart").map(Document::content).orElseThrow();
        FundingProject project = projects.find(start.path("project").asText(), municipality)
                .filter(FundingProject::isEuMoney).orElseThrow(() -> new Refusal("esf.noEuMoney"));
        LocalDate startedOn = LocalDate.parse(start.path("startedOn").asText());
        if (expectedEnd.isBefore(startedOn)) {
            throw new Refusal("esf.endsBeforeItStarts");
        }
        if (!project.holds(startedOn, expectedEnd)) {
            throw new Refusal("esf.outsideProject", Dates.shown(project.validFrom()),
                    Dates.shown(project.validTo()));
        }
        return new Begun(clientCase.coach(), clients.clientLabel(caseId).orElse(""));
    }
}
