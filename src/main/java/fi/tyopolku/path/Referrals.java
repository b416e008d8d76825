package fi.tyopolku.path;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.Client;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clients.NewReferral;
import fi.tyopolku.clients.PersonalIdentityCode;
import fi.tyopolku.clients.ReferralSource;
import fi.tyopolku.clients.Registration;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.messages.Refusal;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings a referral into the registers and keeps its outcome there. */
@Service
@Transactional
public class Referrals {

    public static final String DOCUMENT = "referral";

    private final DocumentStore documents;
    private final ClientRegister clients;
    private final CaseRegister cases;

    Referrals(DocumentStore documents, ClientRegister clients, CaseRegister cases) {
        this.documents = documents;
        this.clients = clients;
        this.cases = cases;
    }

    /**
     * Registers the client and the case from the referral document.
     *
     * @throws Refusal when the person already has an open path in the municipality
     */
    public Client register(String caseId, String municipality) {
        return client(caseId, clients.register(referral(caseId, municipality), caseId));
    }

    /**
     * Brings the client and the case up to date when the referral document was corrected, the identity code too.
     *
     * @throws Refusal when the person already has another open path in the municipality
     */
    public Client correct(String caseId, String municipality) {
        return client(caseId, clients.correct(referral(caseId, municipality), caseId));
    }

    public void accept(String caseId, String coach) {
        cases.assignCoach(caseId, coach);
        cases.open(caseId);
    }

    private NewReferral referral(String caseId, String municipality) {
        return read(documents.latest(caseId, DOCUMENT)
                .orElseThrow(() -> new IllegalStateException("The case has no referral document")).content(), municipality);
    }

    private Client client(String caseId, Registration registration) {
        if (registration.alreadyOpen()) {
            throw new Refusal("path.alreadyOpen", registration.caseId());
        }
        return clients.client(caseId).orElseThrow();
    }

    static NewReferral read(JsonNode referral, String municipality) {
        return new NewReferral(municipality, new PersonalIdentityCode(text(referral, "personalIdentityCode")),
                text(referral, "givenName"), text(referral, "familyName"), text(referral, "email"),
                text(referral, "phone"), text(referral, "language"), text(referral, "homeMunicipality"),
                ReferralSource.valueOf(text(referral, "source")), text(referral, "referrerName"),
                text(referral, "referrerEmail"), LocalDate.parse(text(referral, "registeredOn")));
    }

    private static String text(JsonNode referral, String field) {
        return referral.path(field).isNull() || referral.path(field).isMissingNode() ? null : referral.get(field).asText();
    }
}
