package fi.tyopolku.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.testing.ApplicationTest;
import fi.tyopolku.testing.PathDriver;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Partners, their roles and the partnership agreement (S3-35, S3-36, S3-37). */
@ApplicationTest
class PartnershipTest {

    private static final String AGREE = "userTask_agreeOnPartnership";
    private static final String RENEW = "userTask_renewPartnership";

    @Autowired
    private PathDriver path;
    @Autowired
    private Partners partners;
    @Autowired
    private BusinessClock clock;

    @Test
    void aPartnerHasRolesAndAnAgreementAndIsAskedAgainBeforeItEnds() {
        String id = start();
        assertThat(partners.find(id).orElseThrow().state()).isEqualTo("CONTACT");

        path.submit("manager", id, AGREE, signed(clock.today(), clock.today().plusYears(1)));

        Partner partner = partners.find(id).orElseThrow();
        assertThat(partner.state()).isEqualTo("ACTIVE");
        assertThat(partner.roles()).containsExactly("PLANNING", "STEERING");
        path.runJobs(id);
        path.fireTimer(id, "catchEvent_agreementEnding");
        assertThat(path.openTasks(id)).containsExactly(RENEW);

        path.fireTimer(id, "boundaryEvent_renewPartnership_reminder");
        path.fireTimer(id, "boundaryEvent_renewPartnership_escalation");
        path.runJobs(id);
        path.submit("manager", id, RENEW, Map.of("renewalDecision", "RENEW", "partnershipEnding", Map.of("reason", "Yhteistyö toimii.")));
        assertThat(path.openTasks(id)).containsExactly(AGREE);

        path.submit("manager", id, AGREE, signed(clock.today().plusYears(1), clock.today().plusYears(2)));
        path.runJobs(id);
        path.fireTimer(id, "catchEvent_agreementEnding");
        path.submit("manager", id, RENEW, Map.of("renewalDecision", "END", "partnershipEnding", Map.of("reason", "Hanke päättyi.")));

        assertThat(path.isRunning(id)).isFalse();
        assertThat(partners.find(id).orElseThrow().state()).isEqualTo("ENDED");
    }

    @Test
    void withoutAnAgreementTheContactEndsAndTheReasonIsRecorded() {
        String id = start();
        path.fireTimer(id, "boundaryEvent_agreeOnPartnership_reminder");
        path.fireTimer(id, "boundaryEvent_agreeOnPartnership_escalation");
        path.runJobs(id);

        path.submit("manager", id, AGREE, Map.of("agreementDecision", "NO_AGREEMENT",
                "partnershipEnding", Map.of("reason", "Ei ehdi mukaan tänä vuonna.")));

        assertThat(path.isRunning(id)).isFalse();
        assertThat(partners.of(PathDriver.KEMIJARVI)).extracting(Partner::id).doesNotContain(id);
    }

    @Test
    void anAgreementThatEndsBeforeItBeginsIsRefusedWhole() {
        String id = start();

        assertThatThrownBy(() -> path.submit("manager", id, AGREE, signed(clock.today(), clock.today().minusDays(1))))
                .hasMessageContaining("end before it begins");
        assertThat(path.openTasks(id)).containsExactly(AGREE);
        assertThat(partners.find(id).orElseThrow().state()).isEqualTo("CONTACT");
    }

    private String start() {
        return path.start("manager", "partnership", Map.of("partnership", Map.of("name", "Työttömät ry " + UUID.randomUUID(),
                "sector", "THIRD", "contactEmail", "yhdistys@example.org", "language", "fi")));
    }

    private static Map<String, Object> signed(LocalDate from, LocalDate to) {
        return Map.of("agreementDecision", "SIGNED", "agreementFrom", from.toString(), "agreementTo", to.toString(),
                "partnershipAgreement", Map.of("roles", List.of("PLANNING", "STEERING"), "responsibilities",
                        "Kunta ohjaa, yhdistys tukee.", "sharedGoal", "Kukaan ei jää yksin.",
                        "steeringMember", "Johtokunnan jäsen", "steeringSubstitute", "Varajäsen"));
    }
}
