package fi.tyopolku.path;

import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.SampleForms;
import java.util.Map;

/** Cases for tests of one stage: in the registers, with a coach, without the path that would call the stage. */
final class SampleCases {

    private SampleCases() {
    }

    /** @return the case id */
    static String open(ClientRegister clients, CaseRegister cases) {
        Object referral = SampleForms.referral(IdentityCodes.next()).get(Referrals.DOCUMENT);
        String caseId = clients.register(
                Referrals.read(new ObjectMapper().valueToTree(referral), PathDriver.KEMIJARVI)).caseId();
        cases.assignCoach(caseId, "coach");
        cases.open(caseId);
        return caseId;
    }

    static Map<String, Object> facts() {
        return Map.of("clientLabel", "Aino K.", "coach", "coach", "language", "fi", "registeredOn", "2026-11-02");
    }
}
