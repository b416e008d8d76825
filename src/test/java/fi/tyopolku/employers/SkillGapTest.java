package fi.tyopolku.employers;

import static fi.tyopolku.employers.EmployerForms.DECIDE;
import static fi.tyopolku.employers.EmployerForms.FOLLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.calendar.Deadlines;
import fi.tyopolku.clients.CaseIds;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clients.NewReferral;
import fi.tyopolku.clients.PersonalIdentityCode;
import fi.tyopolku.clients.ReferralSource;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.employers.SkillGap.Decision;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.SampleForms;
import fi.tyopolku.testing.TestMail;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class SkillGapTest {

    private static final String LIAISON = "employer-liaison";

    @Autowired
    private PathDriver path;
    @Autowired
    private Industries industries;
    @Autowired
    private EmployerRegister employers;
    @Autowired
    private SkillProfiles profiles;
    @Autowired
    private SkillGaps gaps;
    @Autowired
    private ClientRegister clients;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private Deadlines deadlines;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private GreenMail mail;

    private String industry;
    private String rare;
    private String common;

    /** An industry of its own, so that no other test counts here. */
    @BeforeEach
    void anIndustryWithTwoSkills() {
        industry = "I" + UUID.randomUUID().toString().replace("-", "").substring(0, 20).toUpperCase(Locale.ROOT);
        rare = industry + "_RARE";
        common = industry + "_COMMON";
        industries.add(new Industry(industry, "Ala", "Bransch", "Industry", true));
        industries.addSkill(new Skill(rare, industry, "Harvinainen", "Sällsynt", "Rare", true));
        industries.addSkill(new Skill(common, industry, "Yleinen", "Allmän", "Common", true));
    }

    @Test
    void needsAreCountedAgainstTheSurveysOfOpenCases() {
        need(rare, 3, clock.today().plusDays(30));
        need(rare, 2, clock.today().plusDays(300));
        need(common, 2, null);
        client(List.of(rare, common), List.of());
        client(List.of(common), List.of(rare));
        String closed = client(List.of(rare), List.of());
        cases.closeCase(closed, "WITHDRAWN");

        String gap = opened();

        assertThat(gaps.of(gap)).extracting(SkillGap::skill, SkillGap::needed, SkillGap::clientsWith, SkillGap::clientsWanting,
                        SkillGap::shortage, SkillGap::priority)
                .containsExactly(tuple(rare, 5, 1, 1, 4, "URGENT"),
                        tuple(common, 2, 2, 0, 0, "NO_SHORTAGE"));
        assertThat(path.task(gap, DECIDE).getDueDate()).isEqualTo(deadlines.taskDue("GAP_DECISION"));
    }

    @Test
    void onlyCoachesSeeNumbersBelowFive() {
        need(rare, 9, null);
        client(List.of(rare), List.of());
        String gap = opened();

        assertThat(path.shown("coach", gap, DECIDE).get("gapRows").toString()).contains("\"clientsWith\":\"1\"", "\"shortage\":\"8\"");
        assertThat(path.shown(LIAISON, gap, DECIDE).get("gapRows").toString())
                .contains("\"clientsWith\":\"< 5\"", "\"clientsWanting\":\"< 5\"", "\"shortage\":\"≥ 5\"");
    }

    @Test
    void aDecisionNamesEachSkillOnceAndSaysWhyTheRestIsLeft() {
        need(rare, 3, null);
        need(common, 2, null);
        String gap = opened();

        assertThatThrownBy(() -> decide(gap, List.of(rare), List.of(rare), null)).hasMessageContaining("either trained or recruited");
        assertThatThrownBy(() -> decide(gap, List.of(rare), List.of(), null)).hasMessageContaining("why nothing is done");

        decide(gap, List.of(rare), List.of(), "The rest is hired in another town.");
        assertThat(gaps.of(gap)).extracting(SkillGap::decision).containsExactly(Decision.TRAINING, Decision.NOTHING);
        assertThat(documents.latest(gap, "gapDecision").orElseThrow().content().path("nothingReason").asText()).isNotBlank();
    }

    @Test
    void aTrainingIsProcuredAndWhatIsUnderWayIsNotShortASecondTime() {
        need(rare, 3, null);
        String gap = opened();
        decide(gap, List.of(rare), List.of(), null);

        assertThat(path.hasPassed(gap, "serviceTask_startProcurement")).isTrue();
        if (repository.createProcessDefinitionQuery().processDefinitionKey("trainingProcurement").count() > 0) {
            assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("trainingProcurement")
                    .variableValueEquals("gapId", gap).count()).isEqualTo(1);
        }
        String next = opened();
        assertThat(gaps.of(next)).extracting(SkillGap::inPreparation, SkillGap::shortage)
                .containsExactly(tuple(3, 0));
        assertThat(path.isRunning(next)).isFalse();
        assertThat(path.hasPassed(next, "endEvent_nothingShort")).isTrue();
    }

    @Test
    void coachesAreToldOfDirectRecruitmentAndTheNeedIsFollowedUntilItIsMet() {
        need(rare, 3, null);
        String gap = opened();
        remindAndEscalate(gap, "decideOnGap");
        decide(gap, List.of(), List.of(rare), null);

        assertThat(TestMail.subjectsTo(mail, "coach@example.org")).contains("Työnantajat hakevat osaajia");
        assertThat(path.task(gap, FOLLOW).getDueDate()).isEqualTo(deadlines.taskDue("NEED_TO_PLACE", clock.today()));
        remindAndEscalate(gap, "followShortage");
        path.submit("coach", gap, FOLLOW, Map.of("shortageResult", "COMPARE_AGAIN", "gapFollowUp",
                Map.of("recruited", 1, "note", "One has been hired.")));
        decide(gap, List.of(), List.of(rare), null);
        path.submit(LIAISON, gap, FOLLOW, Map.of("shortageResult", "MET", "gapFollowUp",
                Map.of("recruited", 3, "note", "All three have been hired.")));

        assertThat(path.isRunning(gap)).isFalse();
        assertThat(gaps.find(gap).orElseThrow().state()).isEqualTo("CLOSED");
    }

    @Test
    void nothingMayBeDoneWhenTheReasonIsWrittenDown() {
        need(rare, 3, null);
        String gap = opened();
        decide(gap, List.of(), List.of(), "The employer moves away.");

        assertThat(path.hasPassed(gap, "endEvent_nothingDone")).isTrue();
        assertThat(gaps.of(gap)).extracting(SkillGap::decision).containsOnly(Decision.NOTHING);
    }

    private void remindAndEscalate(String gap, String task) {
        path.fireTimer(gap, "boundaryEvent_" + task + "_reminder");
        path.fireTimer(gap, "boundaryEvent_" + task + "_escalation");
        assertThat(path.hasPassed(gap, "endEvent_" + task + "_escalated")).isTrue();
    }

    private void decide(String gap, List<String> training, List<String> recruitment, String reason) {
        Map<String, Object> decision = new HashMap<>(Map.of("trainSkills", training, "recruitSkills", recruitment,
                "plannedWith", List.of("COACHES", "EMPLOYERS")));
        decision.put("nothingReason", reason);
        path.submit(LIAISON, gap, DECIDE, Map.of("gapDecision", decision));
    }

    private String opened() {
        String gap = CaseIds.next();
        path.startStage("skillGap", gap, Map.of("industry", industry, "municipality", PathDriver.KEMIJARVI));
        return gap;
    }

    private void need(String skill, int people, LocalDate neededBy) {
        String id = employers.add(new Employer(null, PathDriver.KEMIJARVI, UUID.randomUUID().toString(), null, "COMPANY",
                Employer.Sector.PRIVATE, "Jämsä", industry, null, null, null, "fi", false));
        String survey = CaseIds.next();
        profiles.draft(survey, employers.find(id).orElseThrow(),
                SampleForms.json(EmployerForms.interview(clock.today(), skill, people, neededBy)),
                List.of(new SkillNeed(skill, "VOCATIONAL", people, neededBy)));
        profiles.confirm(survey);
    }

    private String client(List<String> having, List<String> wanting) {
        String caseId = clients.register(new NewReferral(PathDriver.KEMIJARVI, new PersonalIdentityCode(IdentityCodes.next()), "Aino",
                "Koskela", null, null, "fi", null, ReferralSource.WALK_IN, null, null, clock.today()), CaseIds.next()).caseId();
        cases.assignCoach(caseId, "coach");
        cases.open(caseId);
        documents.save(caseId, "capabilitySurvey", SampleForms.json(Map.of("skillAreas", having, "skillsWanted", wanting)), 0, "coach");
        return caseId;
    }
}
