package fi.tyopolku.reporting.esf;

import static fi.tyopolku.reporting.esf.Participation.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.Client;
import fi.tyopolku.clients.ClientCase;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What the registers and documents know of a participant, in codes (Decree 757/2021 56 §).
 *
 * @param sex by the personal identity code (Decree 128/2010 2 §)
 * @param education group of ISCED levels, of the start record, else of the capability survey; null while unknown
 * @param outcome what the follow-up of the path found, of a later day than the end of participation; null for none
 */
record Participant(Participation participation, Client client, int ageAtStart, String sex, String education,
        String outcome, LocalDate outcomeOn) {

    static final String MAN = "MAN";
    static final String WOMAN = "WOMAN";

    String labourMarketStatus() {
        return answer(participation.start(), "labourMarketStatus");
    }

    /** Null while unknown, also where the participant was not reached. */
    String statusOnExit() {
        String status = answer(participation.exit(), "statusOnExit");
        return "NOT_REACHED".equals(status) ? null : status;
    }

    String qualificationGained() {
        return answer(participation.exit(), "qualificationGained");
    }

    String nonDisclosure() {
        return answer(participation.start(), "nonDisclosure");
    }

    /** Contact details leave the register only when it is recorded that they are not protected. */
    boolean mayShowContacts() {
        return "NO".equals(nonDisclosure());
    }

    @Component
    static class Known {

        private static final Map<String, String> EDUCATION = Map.of("BASIC", "ISCED_0_2", "UPPER_SECONDARY_VOCATIONAL",
                "ISCED_3_4", "MATRICULATION", "ISCED_3_4", "HIGHER", "ISCED_5_8");

        private final ClientRegister clients;
        private final CaseRegister cases;
        private final DocumentStore documents;

        Known(ClientRegister clients, CaseRegister cases, DocumentStore documents) {
            this.clients = clients;
            this.cases = cases;
            this.documents = documents;
        }

        Participant of(Participation participation) {
            Client client = clients.client(participation.caseId()).orElseThrow();
            ClientCase clientCase = cases.find(participation.caseId()).orElseThrow();
            String education = answer(participation.start(), "highestEducation");
            boolean isFollowedUp = clientCase.closedOn() != null && participation.endedOn() != null
                    && clientCase.closedOn().isAfter(participation.endedOn());
            return new Participant(participation, client, client.identityCode().ageOn(participation.startedOn()),
                    sex(client), education != null ? education : surveyed(participation.caseId()),
                    isFollowedUp ? clientCase.outcome() : null, isFollowedUp ? clientCase.closedOn() : null);
        }

        private static String sex(Client client) {
            int individual = Integer.parseInt(client.identityCode().value().substring(7, 10));
            return individual % 2 == 1 ? MAN : WOMAN;
        }

        /** What the survey calls a foreign qualification without recognition has a level that it does not tell. */
        private String surveyed(String caseId) {
            JsonNode survey = documents.latest(caseId, "capabilitySurvey").map(Document::content)
                    .orElse(MissingNode.getInstance());
            return EDUCATION.get(survey.path("highestEducation").asText());
        }
    }
}
