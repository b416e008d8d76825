package fi.tyopolku.testing;

import fi.tyopolku.clients.CaseIds;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clients.NewReferral;
import fi.tyopolku.clients.PersonalIdentityCode;
import fi.tyopolku.clients.ReferralSource;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Clients with an open case and a coach, for tests of what stands beside the path. */
@Component
public class MeasureClients {

    private final ClientRegister clients;
    private final CaseRegister cases;

    MeasureClients(ClientRegister clients, CaseRegister cases) {
        this.clients = clients;
        this.cases = cases;
    }

    public String client(String givenName) {
        String caseId = CaseIds.next();
        clients.register(new NewReferral("kemijarvi", new PersonalIdentityCode(IdentityCodes.next()), givenName, "Koskela",
                caseId.toLowerCase() + "@example.fi", null, "fi", null, ReferralSource.WALK_IN, null, null,
                LocalDate.of(2026, 8, 3)), caseId);
        cases.assignCoach(caseId, "coach");
        cases.open(caseId);
        return caseId;
    }

    public void close(String caseId) {
        cases.closeCase(caseId, "OTHER");
    }
}
