package fi.tyopolku.scenario;

import static fi.tyopolku.employers.EmployerForms.AGREE;
import static fi.tyopolku.employers.EmployerForms.CHECK;
import static fi.tyopolku.employers.EmployerForms.DECIDE;
import static fi.tyopolku.employers.EmployerForms.FOLLOW;
import static fi.tyopolku.employers.EmployerForms.INTERVIEW;
import static fi.tyopolku.employers.EmployerForms.RECORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseIds;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clients.NewReferral;
import fi.tyopolku.clients.PersonalIdentityCode;
import fi.tyopolku.clients.ReferralSource;
import fi.tyopolku.employers.Employer;
import fi.tyopolku.employers.EmployerForms;
import fi.tyopolku.employers.EmployerRegister;
import fi.tyopolku.employers.SkillGap;
import fi.tyopolku.employers.SkillGap.Decision;
import fi.tyopolku.employers.SkillGaps;
import fi.tyopolku.employers.SkillProfile;
import fi.tyopolku.employers.SkillProfiles;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.SampleForms;
import fi.tyopolku.testing.StageForms;
import fi.tyopolku.testing.TestMail;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * JoPo as its description tells it: 23 units of social and health services and 9 companies of mechanical and production
 * technology, public and private, in Jämsä, Keuruu and Saarijärvi, are interviewed and get their skill profiles; what
 * they need is compared with what the clients can and want, and the shortage leads on.
 */
@DatabaseTest
class JoPoTest {

    private static final String LIAISON = "employer-liaison";
    private static final List<String> PLACES = List.of("Jämsä", "Keuruu", "Saarijärvi");
    private static final List<String> UNITS = List.of("ELDERLY_CARE", "MENTAL_HEALTH_AND_SUBSTANCE", "PRIMARY_CARE",
            "DISABILITY", "SPECIAL_CARE");
    private static final Map<String, String> SKILL_OF_UNIT = Map.of("ELDERLY_CARE", "BASIC_CARE",
            "MENTAL_HEALTH_AND_SUBSTANCE", "MENTAL_HEALTH_WORK", "PRIMARY_CARE", "CARE_RECORDS",
            "DISABILITY", "DISABILITY_SUPPORT", "SPECIAL_CARE", "MEDICATION");

    @Autowired
    private PathDriver path;
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
    private BusinessClock clock;
    @Autowired
    private GreenMail mail;

    @Test
    void theNeedsOfThirtyTwoEmployersMeetTheSkillsOfTheClientsAndTheShortageLeadsOn() {
        for (int i = 0; i < 6; i++) {
            surveyed(List.of("BASIC_CARE"), List.of("MEDICATION"));
        }
        surveyed(List.of(), List.of("MEDICATION", "CNC_MACHINING"));

        List<String> surveys = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            String unit = UNITS.get(i % UNITS.size());
            surveys.add(interviewed(EmployerForms.newUnit("Sote-yksikkö " + i, PLACES.get(i % PLACES.size()), unit),
                    SKILL_OF_UNIT.get(unit), 2));
        }
        for (int i = 0; i < 9; i++) {
            surveys.add(interviewed(EmployerForms.newEmployer("Konepaja " + i, PLACES.get(i % PLACES.size()), "MECHANICAL_PRODUCTION"),
                    i % 2 == 0 ? "CNC_MACHINING" : "MAINTENANCE", 1));
        }

        theRegistersHoldThemAll();
        assertThat(surveys).allSatisfy(survey -> assertThat(profiles.confirmed(survey)).isPresent());

        String social = gaps.undecided(PathDriver.KEMIJARVI, "SOCIAL_AND_HEALTH").orElseThrow().id();
        String mechanical = gaps.undecided(PathDriver.KEMIJARVI, "MECHANICAL_PRODUCTION").orElseThrow().id();
        assertThat(path.shown("coach", social, DECIDE).get("needsFigures").toString())
                .contains("Jämsä", "Keuruu", "Saarijärvi", "Care of older people", "\"employers\":23");
        assertThat(path.shown(LIAISON, mechanical, DECIDE).get("needsFigures").toString()).contains("\"employers\":9", "Private");
        assertThat(gap(social, "BASIC_CARE")).satisfies(care -> {
            assertThat(care.needed()).isEqualTo(10);
            assertThat(care.clientsWith()).isEqualTo(6);
            assertThat(care.shortage()).isEqualTo(4);
        });
        assertThat(gap(social, "MEDICATION").clientsWanting()).isEqualTo(7);
        assertThat(gap(mechanical, "CNC_MACHINING")).satisfies(cnc -> {
            assertThat(cnc.shortage()).isEqualTo(5);
            assertThat(cnc.clientsWantingForOutsiders()).isEqualTo("< 5");
        });

        theShortageLeadsOn(social, mechanical);
    }

    private void theRegistersHoldThemAll() {
        List<SkillProfile> social = profiles.confirmedIn(PathDriver.KEMIJARVI, "SOCIAL_AND_HEALTH");
        assertThat(social).hasSize(23);
        assertThat(profiles.confirmedIn(PathDriver.KEMIJARVI, "MECHANICAL_PRODUCTION")).hasSize(9);
        List<Employer> asked = employers.all(PathDriver.KEMIJARVI).stream().filter(employer -> PLACES.contains(employer.locality()))
                .filter(employer -> List.of("SOCIAL_AND_HEALTH", "MECHANICAL_PRODUCTION").contains(employer.industry())).toList();
        assertThat(asked).hasSize(32);
        assertThat(asked.stream().map(Employer::locality).collect(Collectors.toSet())).containsExactlyInAnyOrderElementsOf(PLACES);
        assertThat(asked.stream().map(Employer::sector).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Employer.Sector.PUBLIC, Employer.Sector.PRIVATE);
        assertThat(asked.stream().map(Employer::unit).filter(Objects::nonNull).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(UNITS);
    }

    private void theShortageLeadsOn(String social, String mechanical) {
        List<String> trained = gaps.of(social).stream().filter(gap -> gap.shortage() > 0).map(SkillGap::skill).toList();
        path.submit("coach", social, DECIDE, Map.of("gapDecision", Map.of("trainSkills", trained,
                "plannedWith", List.of("EMPLOYMENT_AUTHORITY", "TRIAL_MANAGERS", "COACHES"),
                "regionNeeds", "Staff for services near home.", "companyNeeds", "Care staff.", "jobseekerNeeds", "Work near home.")));
        assertThat(gap(social, "MEDICATION").decision()).isEqualTo(Decision.TRAINING);
        assertThat(path.hasPassed(social, "serviceTask_startProcurement")).isTrue();
        assertThat(path.openTasks(social)).containsExactly(FOLLOW);

        path.submit(LIAISON, mechanical, DECIDE, Map.of("gapDecision", Map.of("recruitSkills", List.of("MAINTENANCE"),
                "trainSkills", List.of("CNC_MACHINING"))));
        assertThat(TestMail.subjectsTo(mail, "coach@example.org")).contains("Työnantajat hakevat osaajia");
        path.submit(LIAISON, mechanical, FOLLOW, Map.of("shortageResult", "MET", "gapFollowUp",
                Map.of("directedToTraining", 5, "recruited", 4, "note", "All nine companies have what they needed.")));
        assertThat(gaps.find(mechanical).orElseThrow().state()).isEqualTo("CLOSED");
    }

    private SkillGap gap(String list, String skill) {
        return gaps.of(list).stream().filter(gap -> gap.skill().equals(skill)).findFirst().orElseThrow();
    }

    private String interviewed(Map<String, Object> employer, String skill, int people) {
        LocalDate today = clock.today();
        String survey = path.start(LIAISON, "employerNeedsSurvey", EmployerForms.begin());
        path.submit(LIAISON, survey, RECORD, employer);
        path.submit(LIAISON, survey, AGREE, EmployerForms.agreed(today));
        path.submit(LIAISON, survey, INTERVIEW, EmployerForms.held(EmployerForms.interview(today, skill, people, today.plusDays(120))));
        path.submit(LIAISON, survey, CHECK, EmployerForms.confirmed());
        return survey;
    }

    /** A client whose coach ticked skills of the catalogue in the guidance discussion. */
    private void surveyed(List<String> having, List<String> wanting) {
        String caseId = clients.register(new NewReferral(PathDriver.KEMIJARVI, new PersonalIdentityCode(IdentityCodes.next()), "Aino",
                "Koskela", null, null, "fi", null, ReferralSource.WALK_IN, null, null, clock.today()), CaseIds.next()).caseId();
        cases.assignCoach(caseId, "coach");
        cases.open(caseId);
        path.startStage("pathPlan", caseId, Map.of("clientLabel", "Aino K.", "coach", "coach", "language", "fi",
                "registeredOn", clock.today().toString(), "municipality", PathDriver.KEMIJARVI));
        Map<String, Object> discussed = SampleForms.with(StageForms.guidance(), "capabilitySurvey", "skillAreas", having);
        path.submit("coach", caseId, "userTask_discussGuidance", SampleForms.with(discussed, "capabilitySurvey", "skillsWanted", wanting));
    }
}
