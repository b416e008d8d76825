package fi.tyopolku.path;

import static fi.tyopolku.testing.SampleForms.referral;
import static fi.tyopolku.testing.SampleForms.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.CaseStatus;
import fi.tyopolku.clients.Client;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clients.PersonalIdentityCode;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.TestMail;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class ReferralTest {

    @Autowired
    private PathDriver path;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private ClientRegister clients;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private GreenMail mail;

    @Test
    void anAcceptedReferralGetsACoachAndGoesOnToTheSurvey() {
        String caseId = path.start("coach", "clientPath", referral(IdentityCodes.next()));

        path.submit("coach", caseId, "userTask_handleReferral", Map.of("referralDecision", "ACCEPT", "coach", "coach",
                "referralHandling", Map.of("note", "Call first.")));

        assertThat(cases.find(caseId).orElseThrow().status()).isEqualTo(CaseStatus.OPEN);
        assertThat(cases.coachOf(caseId)).contains("coach");
        assertThat(path.fact(caseId, "clientPath", "clientLabel")).isEqualTo("Aino K.");
        assertThat(path.fact(caseId, "clientPath", "referralAccepted")).isEqualTo(true);
        assertThat(TestMail.subjectsTo(mail, "aino@example.fi")).isNotEmpty();
    }

    @Test
    void aDeclinedReferralEndsThePathAndClosesTheCase() {
        String caseId = path.start("coach", "clientPath", referral(IdentityCodes.next()));

        path.submit("coach", caseId, "userTask_handleReferral", Map.of("referralDecision", "DECLINE",
                "referralHandling", Map.of("declineReason", "The client moved to another municipality.")));

        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(cases.find(caseId).orElseThrow().outcome()).isEqualTo("REFERRAL_DECLINED");
        assertThat(path.hasPassed(caseId, "endEvent_declined")).isTrue();
    }

    @Test
    void aReferralThatLacksSomethingComesBackForHandlingAfterTheReferrerAnswered() {
        Map<String, Object> form = referral(IdentityCodes.next());
        String caseId = path.start("coach", "clientPath", form);

        path.submit("coach", caseId, "userTask_handleReferral", askMore());
        path.submit("coach", caseId, "userTask_addInformation", with(form, "referral", "language", "sv"));

        assertThat(path.openTasks(caseId)).containsExactly("userTask_handleReferral");
        assertThat(documents.versions(caseId, "referral")).hasSize(2);
        assertThat(TestMail.subjectsTo(mail, "lahettaja@example.fi")).isNotEmpty();
    }

    @Test
    void aCorrectedReferralReachesTheRegisterAndTheFacts() {
        String wrong = IdentityCodes.next();
        String right = IdentityCodes.next();
        String caseId = path.start("coach", "clientPath", referral(wrong));
        path.submit("coach", caseId, "userTask_handleReferral", askMore());

        Map<String, Object> form = referral(right);
        form = with(form, "referral", "givenName", "Aina");
        form = with(form, "referral", "email", "aina@example.fi");
        form = with(form, "referral", "language", "sv");
        form = with(form, "referral", "referrerEmail", "toinen@example.fi");
        path.submit("coach", caseId, "userTask_addInformation", with(form, "referral", "registeredOn", "2026-11-03"));

        Client client = clients.client(caseId).orElseThrow();
        assertThat(client.identityCode()).isEqualTo(new PersonalIdentityCode(right));
        assertThat(client.email()).isEqualTo("aina@example.fi");
        assertThat(cases.find(caseId).orElseThrow().registeredOn()).isEqualTo("2026-11-03");
        assertThat(cases.find(caseId).orElseThrow().referrerEmail()).isEqualTo("toinen@example.fi");
        assertThat(path.fact(caseId, "referral", "clientLabel")).isEqualTo("Aina K.");
        assertThat(path.fact(caseId, "referral", "language")).isEqualTo("sv");
        assertThat(path.fact(caseId, "referral", "registeredOn")).isEqualTo("2026-11-03");
        assertThatThrownBy(() -> path.start("coach", "clientPath", referral(right))).hasMessageContaining(caseId);
        assertThat(path.start("coach", "clientPath", referral(wrong))).isNotEqualTo(caseId);
    }

    @Test
    void aReferralCannotBeCorrectedToSomebodyWhoHasAPath() {
        String code = IdentityCodes.next();
        String caseId = path.start("coach", "clientPath", referral(code));
        String other = path.start("coach", "clientPath", referral(IdentityCodes.next()));
        path.submit("coach", caseId, "userTask_handleReferral", askMore());
        Map<String, Object> others = referral(clients.client(other).orElseThrow().identityCode().value());

        assertThatThrownBy(() -> path.submit("coach", caseId, "userTask_addInformation", others))
                .hasMessageContaining(other);

        assertThat(path.openTasks(caseId)).containsExactly("userTask_addInformation");
        assertThat(clients.client(caseId).orElseThrow().identityCode()).isEqualTo(new PersonalIdentityCode(code));
    }

    private static Map<String, Object> askMore() {
        return Map.of("referralDecision", "ASK_MORE", "referralHandling", Map.of("question", "Which language?"));
    }

    @Test
    void aReferralNobodyHandlesIsRemindedOfAndThenEscalated() {
        String caseId = path.start("coach", "clientPath", referral(IdentityCodes.next()));

        path.fireTimer(caseId, "boundaryEvent_handleReferral_reminder");
        path.fireTimer(caseId, "boundaryEvent_handleReferral_escalation");

        assertThat(path.hasPassed(caseId, "endEvent_handleReferral_reminded")).isTrue();
        assertThat(path.hasPassed(caseId, "endEvent_handleReferral_escalated")).isTrue();
        assertThat(path.openTasks(caseId)).containsExactly("userTask_handleReferral");
    }

    @Test
    void aPersonWhoAlreadyHasAPathIsRecognised() {
        String code = IdentityCodes.next();
        String caseId = path.start("coach", "clientPath", referral(code));

        assertThatThrownBy(() -> path.start("coach", "clientPath", referral(code))).hasMessageContaining(caseId);
    }

    @Test
    void aWrongIdentityCodeIsRefusedAndNothingIsStored() {
        Map<String, Object> form = referral("010190-900A");

        assertThatThrownBy(() -> path.start("coach", "clientPath", form)).hasMessageContaining("personal identity code");
    }

    @Test
    void theReferralIsKeptOutOfTheProcessVariables() {
        String caseId = path.start("coach", "clientPath", referral(IdentityCodes.next()));

        assertThat(documents.latest(caseId, "referral")).isPresent();
        assertThat(path.fact(caseId, "clientPath", "referral")).isNull();
    }
}
