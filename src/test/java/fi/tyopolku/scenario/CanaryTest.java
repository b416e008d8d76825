package fi.tyopolku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.EngineTables;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.SampleForms;
import fi.tyopolku.testing.StageForms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A word that only the coach may know is followed through everything that could keep it: with the task open, after it,
 * after a failed mail and a failed job. It stands in our own tables and nowhere else.
 */
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class CanaryTest {

    private static final String CANARY = "kanarialintu";

    @Autowired
    private PathDriver path;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private GreenMail mail;
    @Autowired
    private ManagementService management;

    @Test
    void whatAFormCollectsStaysOutOfTheEngineAndTheLog(CapturedOutput output) {
        Map<String, Object> form = SampleForms.referral(IdentityCodes.next());
        for (String field : List.of("givenName", "familyName", "reason", "referrerName", "homeMunicipality")) {
            form = SampleForms.with(form, "referral", field, field.equals("givenName") ? "Aino" : CANARY + field);
        }
        form = SampleForms.with(form, "referral", "email", CANARY + "@example.fi");
        String caseId = path.start("coach", "clientPath", form);
        assertNoTrace(output);

        path.submit("coach", caseId, "userTask_handleReferral", Map.of("referralDecision", "ACCEPT", "coach", "coach",
                "referralHandling", Map.of("note", CANARY)));
        Map<String, Object> survey = SampleForms.with(StageForms.survey(), "capabilitySurvey", "workHistory", CANARY);
        path.shown("coach", caseId, "userTask_surveyCapabilities");
        path.submit("coach", caseId, "userTask_surveyCapabilities", survey);
        assertNoTrace(output);

        refusedSubmission(caseId);
        failedMail();
        assertNoTrace(output);
        assertThat(jdbc.queryForObject("select count(*) from tyopolku.document where content like '%" + CANARY + "%'",
                Integer.class)).isGreaterThanOrEqualTo(3);
    }

    private void refusedSubmission(String caseId) {
        Map<String, Object> wrong = new HashMap<>(StageForms.supports(List.of(CANARY)));
        wrong.put(CANARY, CANARY);
        assertThatThrownBy(() -> path.submit("coach", caseId, "userTask_agreeOnSupports", wrong));
    }

    /** The mail server is down while another client's referral is confirmed: a failed job with its stack trace. */
    private void failedMail() {
        Map<String, Object> form = SampleForms.with(SampleForms.referral(IdentityCodes.next()), "referral", "email",
                CANARY + "2@example.fi");
        form = SampleForms.with(form, "referral", "familyName", CANARY);
        Map<String, Object> referral = form;
        mail.stop();
        try {
            assertThatThrownBy(() -> path.start("coach", "clientPath", referral));
            List<Job> failed = management.createJobQuery().withException().list();
            assertThat(failed).isNotEmpty();
            failed.forEach(job -> assertThat(management.getJobExceptionStacktrace(job.getId())).doesNotContainIgnoringCase(CANARY));
        } finally {
            mail.start();
        }
    }

    private void assertNoTrace(CapturedOutput output) {
        assertThat(output.getAll()).doesNotContainIgnoringCase(CANARY);
        assertThat(EngineTables.holding(jdbc, CANARY)).isEmpty();
    }
}
