package fi.tyopolku.path.nextstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.path.subsidisedjob.SubsidyCases;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.TestMail;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class NextStepTest {

    @Autowired
    private SubsidyCases subsidy;
    @Autowired
    private PathDriver path;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private GreenMail mail;

    @AfterEach
    void letTheClockGo() {
        clock.reset();
    }

    @Test
    void theTableProposesAndTheCoachDecidesForAnOpenJob() {
        String caseId = reviewed(Map.of("workAbilityBarrierUnresolved", false, "occupationClear", true,
                "qualificationWanted", false, "employerReady", true, "hostHires", true));

        assertThat(String.valueOf(path.shown("coach", caseId, "userTask_decideNextStep").get("nextStepProposalText")))
                .contains("Pay-subsidised work", "policy");
        decide(caseId, "OPEN_JOB", Map.of());

        assertThat(path.fact(caseId, "nextStep", "nextStep")).isEqualTo("OPEN_JOB");
        assertThat(path.fact(caseId, "nextStep", "backToPlan")).isEqualTo(false);
        assertThat(documents.latest(caseId, "nextStepReview").orElseThrow().content().path("hostHires").asBoolean()).isTrue();
        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(TestMail.subjectsTo(mail, "aino@example.fi")).isNotEmpty();
    }

    @Test
    void whereFactsAreMissingTheCoachDecidesByHand() {
        String caseId = reviewed(Map.of("studyReadiness", "LOW"));

        assertThat(String.valueOf(path.shown("coach", caseId, "userTask_decideNextStep").get("nextStepProposalText")))
                .contains("Decide by hand");
        assertThat(path.fact(caseId, "nextStep", "nextStepProposal")).isEqualTo("CHECK_BY_HAND");
    }

    @Test
    void coachingGoesBackToThePlanWhenTheCoachSaysSo() {
        String caseId = reviewed(Map.of());

        decide(caseId, "COACHING_PATH", Map.of("returnsToPlan", true));

        assertThat(path.fact(caseId, "nextStep", "backToPlan")).isEqualTo(true);
    }

    @Test
    void aTrialWithoutReturnDoesNotGoBackToThePlan() {
        String caseId = reviewed(Map.of());

        decide(caseId, "WORK_OR_EDUCATION_TRIAL", Map.of("returnsToPlan", false));

        assertThat(path.fact(caseId, "nextStep", "backToPlan")).isEqualTo(false);
    }

    @Test
    void aJobNeverGoesBackToThePlanWhateverIsSent() {
        String caseId = reviewed(Map.of());

        decide(caseId, "OPEN_JOB", Map.of("returnsToPlan", true));

        assertThat(path.fact(caseId, "nextStep", "backToPlan")).isEqualTo(false);
    }

    @Test
    void smallProgressIsRecordedAsTheResultItIs() {
        String caseId = reviewed(Map.of("studyReadiness", "FAIR"));

        assertThatThrownBy(() -> decide(caseId, "SMALL_PROGRESS", Map.of())).hasMessageContaining("Small progress");
        decide(caseId, "SMALL_PROGRESS", Map.of("nextStepReview", Map.of("smallProgress", "Gets up in the morning.")));

        assertThat(path.fact(caseId, "nextStep", "nextStep")).isEqualTo("SMALL_PROGRESS");
        var review = documents.latest(caseId, "nextStepReview").orElseThrow().content();
        assertThat(review.path("smallProgress").asText()).isEqualTo("Gets up in the morning.");
        assertThat(review.path("studyReadiness").asText()).isEqualTo("FAIR");
    }

    @Test
    void labourMarketTrainingMustNotItselfAimAtTheQualification() {
        String caseId = reviewed(Map.of());
        decide(caseId, "QUALIFICATION", Map.of());
        Map<String, Object> studies = studies("PART", "LABOUR_MARKET_TRAINING");

        assertThatThrownBy(() -> path.submit("coach", caseId, "userTask_agreeOnStudies", studies))
                .hasMessageContaining("does not aim at the qualification");
        studies.put("ownStudyFromProvider", true);
        path.submit("coach", caseId, "userTask_agreeOnStudies", studies);

        assertThat(path.fact(caseId, "nextStep", "nextStep")).isEqualTo("QUALIFICATION");
        assertThat(path.isRunning(caseId)).isFalse();
    }

    @Test
    void aPartOfAQualificationByApprenticeshipWithTheHostNeedsNoSubsidy() {
        String caseId = reviewed(Map.of("workAbilityBarrierUnresolved", false, "studyReadiness", "GOOD",
                "occupationClear", true, "qualificationWanted", true, "employerReady", true, "hostHires", true));
        assertThat(path.fact(caseId, "nextStep", "nextStepProposal")).isEqualTo("APPRENTICESHIP");
        decide(caseId, "QUALIFICATION", Map.of());
        Map<String, Object> studies = studies("PART", "APPRENTICESHIP");
        studies.putAll(Map.of("apprenticeshipWithHost", "YES", "subsidyApplied", "NO"));

        path.submit("coach", caseId, "userTask_agreeOnStudies", studies);

        assertThat(path.fact(caseId, "nextStep", "nextStep")).isEqualTo("APPRENTICESHIP");
        assertThat(path.fact(caseId, "nextStep", "apprenticeshipWithHost")).isEqualTo("YES");
        assertThat(path.isRunning(caseId)).isFalse();
    }

    @Test
    void anApprenticeshipWithSubsidyGoesThroughTheFundingCheck() {
        String caseId = reviewed(Map.of());
        decide(caseId, "APPRENTICESHIP", Map.of());
        Map<String, Object> studies = studies("WHOLE", "APPRENTICESHIP");
        studies.putAll(Map.of("apprenticeshipWithHost", "NO", "subsidyApplied", "YES"));

        path.submit("coach", caseId, "userTask_agreeOnStudies", studies);

        assertThat(path.openTasks(caseId)).containsExactly("userTask_applyForSubsidy");
    }

    @Test
    void aSubsidisedJobThatBeginsEndsTheStep() {
        LocalDate start = subsidy.newStart();
        subsidy.grantFor(start, 10_000_000);
        String caseId = reviewed(Map.of());
        decide(caseId, "SUBSIDISED_JOB", Map.of());
        subsidy.apply(caseId, SubsidyCases.application(start, SubsidyCases.COMPANY));
        subsidy.choose(caseId, "SKILLS");
        subsidy.decide(caseId, "APPROVE");
        clock.setTo(start.atTime(LocalTime.NOON).atZone(BusinessClock.HELSINKI).toInstant());
        path.submit("coach", caseId, "userTask_confirmStart", Map.of("jobStarted", "YES", "jobStartReport",
                Map.of("startedOn", start.toString())));

        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(path.fact(caseId, "nextStep", "fundingResult")).isEqualTo("STARTED");
        assertThat(path.fact(caseId, "nextStep", "nextStep")).isEqualTo("SUBSIDISED_JOB");
    }

    @Test
    void afterARejectedOrWithdrawnSubsidyTheCoachDecidesAgain() {
        String caseId = reviewed(Map.of());
        decide(caseId, "SUBSIDISED_JOB", Map.of());

        path.submit("coach", caseId, "userTask_applyForSubsidy", Map.of("applicationDecision", "GIVE_UP"));

        assertThat(path.openTasks(caseId)).containsExactly("userTask_decideNextStep");
        decide(caseId, "MULTI_SECTOR_SUPPORT", Map.of("returnsToPlan", true));
        assertThat(path.fact(caseId, "nextStep", "backToPlan")).isEqualTo(true);
        assertThat(path.isRunning(caseId)).isFalse();
    }

    @Test
    void aStepThatWaitsIsRemindedOfAndEscalated() {
        String caseId = started();
        remindAndEscalate(caseId, "reviewProgress");
        path.submit("coach", caseId, "userTask_reviewProgress", Map.of("nextStepReview", Map.of()));
        remindAndEscalate(caseId, "decideNextStep");
    }

    private void remindAndEscalate(String caseId, String task) {
        path.fireTimer(caseId, "boundaryEvent_" + task + "_reminder");
        path.fireTimer(caseId, "boundaryEvent_" + task + "_escalation");
        assertThat(path.hasPassed(caseId, "endEvent_" + task + "_reminded")).isTrue();
        assertThat(path.hasPassed(caseId, "endEvent_" + task + "_escalated")).isTrue();
    }

    private String started() {
        String caseId = subsidy.open(24, Map.of());
        path.startStage("nextStep", caseId, Map.of("clientLabel", "Aino K.", "coach", "coach", "language", "fi",
                "municipality", PathDriver.KEMIJARVI));
        return caseId;
    }

    private String reviewed(Map<String, Object> review) {
        String caseId = started();
        path.submit("coach", caseId, "userTask_reviewProgress", Map.of("nextStepReview", review));
        return caseId;
    }

    private void decide(String caseId, String step, Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>(Map.of("nextStep", step,
                "nextStepDecision", Map.of("reason", "Agreed with the client.")));
        form.putAll(more);
        path.submit("coach", caseId, "userTask_decideNextStep", form);
    }

    private static Map<String, Object> studies(String extent, String route) {
        return new HashMap<>(Map.of("qualificationExtent", extent, "qualificationRoute", route, "nextStepDecision",
                Map.of("qualification", "Basic qualification in the wood industry")));
    }
}
