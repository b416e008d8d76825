package fi.tyopolku.employers;

import static fi.tyopolku.employers.EmployerForms.AGREE;
import static fi.tyopolku.employers.EmployerForms.CHECK;
import static fi.tyopolku.employers.EmployerForms.INTERVIEW;
import static fi.tyopolku.employers.EmployerForms.RECORD;
import static fi.tyopolku.employers.EmployerForms.REVIEW;
import static fi.tyopolku.employers.EmployerForms.address;
import static fi.tyopolku.employers.EmployerForms.agreed;
import static fi.tyopolku.employers.EmployerForms.begin;
import static fi.tyopolku.employers.EmployerForms.confirmed;
import static fi.tyopolku.employers.EmployerForms.held;
import static fi.tyopolku.employers.EmployerForms.interview;
import static fi.tyopolku.employers.EmployerForms.newEmployer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.calendar.Deadlines;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.TestMail;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class EmployerNeedsSurveyTest {

    private static final String LIAISON = "employer-liaison";

    @Autowired
    private PathDriver path;
    @Autowired
    private SkillProfiles profiles;
    @Autowired
    private EmployerRegister employers;
    @Autowired
    private EmployerSurveys surveys;
    @Autowired
    private SkillGaps gaps;
    @Autowired
    private Deadlines deadlines;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private GreenMail mail;

    @Test
    void anEmployerIsInvitedInterviewedAndChecksItsProfileAndThenItsNeedsCount() {
        String survey = begun("Puukeskus", "FORESTRY_FARMING");
        assertThat(TestMail.subjectsTo(mail, address("Puukeskus"))).containsExactly("Kutsu haastatteluun osaamistarpeista");
        assertThat(path.task(survey, AGREE).getAssignee()).isEqualTo(LIAISON);

        path.submit(LIAISON, survey, AGREE, agreed(today()));
        assertThat(path.task(survey, INTERVIEW).getDueDate()).isEqualTo(deadlines.taskDue("EMPLOYER_INTERVIEW", today()));
        path.submit(LIAISON, survey, INTERVIEW, held(interview(today(), "FOREST_WORK", 3, today().plusDays(40))));

        assertThat(TestMail.subjectsTo(mail, address("Puukeskus"))).hasSize(2).contains("Tarkistakaa osaamisprofiilinne");
        assertThat(profiles.confirmed(survey)).isEmpty();
        assertThat(path.shown(LIAISON, survey, CHECK).get("profileRows").toString()).contains("Forest work").contains("3");

        path.submit(LIAISON, survey, CHECK, confirmed());

        assertThat(profiles.confirmed(survey).orElseThrow()).satisfies(profile -> {
            assertThat(profile.needs()).containsExactly(new SkillNeed("FOREST_WORK", "PART_OF_QUALIFICATION", 3, today().plusDays(40)));
            assertThat(profile.reviewOn()).isEqualTo(today().plusMonths(12));
            assertThat(profile.wishes()).contains("RECRUITMENT_HELP");
        });
        assertThat(gaps.undecided(PathDriver.KEMIJARVI, "FORESTRY_FARMING")).isPresent();
    }

    @Test
    void withoutConsentNoMailGoesOutAndTheSurveyGoesOnByTelephone() {
        String survey = path.start(LIAISON, "employerNeedsSurvey", begin());
        Map<String, Object> shy = newEmployer("Hiljainen", "Keuruu", "TRADE");
        @SuppressWarnings("unchecked")
        Map<String, Object> employer = new HashMap<>((Map<String, Object>) shy.get("employer"));
        employer.remove("mayBeContacted");
        path.submit(LIAISON, survey, RECORD, Map.of("employerChoice", "NEW", "employer", employer));

        assertThat(TestMail.subjectsTo(mail, address("Hiljainen"))).isEmpty();
        assertThat(path.openTasks(survey)).containsExactly(AGREE);

        String again = path.start(LIAISON, "employerNeedsSurvey", begin());
        assertThatThrownBy(() -> path.submit(LIAISON, again, RECORD, shy)).hasMessageContaining("already has Hiljainen");
        assertThat(path.shown(LIAISON, again, RECORD).get("knownEmployers").toString()).contains("Hiljainen, Keuruu");
        path.submit(LIAISON, again, RECORD, Map.of("employerChoice", "KNOWN", "employerId", surveys.employerOf(survey).orElseThrow().id(),
                "employerContact", Map.of("contactEmail", "uusi@example.org", "mayBeContacted", true)));
        assertThat(TestMail.subjectsTo(mail, "uusi@example.org")).hasSize(1);
        assertThat(surveys.employerOf(again).orElseThrow().contactName()).isEqualTo("Sari Salo");
    }

    @Test
    void anEmployerOfAnotherMunicipalityCannotBeChosen() {
        String elsewhere = employers.add(new Employer(null, PathDriver.SODANKYLA, "Muualla", null, "COMPANY",
                Employer.Sector.PRIVATE, "Sodankylä", "TRADE", null, null, null, "fi", false));
        String survey = path.start(LIAISON, "employerNeedsSurvey", begin());

        assertThatThrownBy(() -> path.submit(LIAISON, survey, RECORD,
                Map.of("employerChoice", "KNOWN", "employerId", elsewhere))).hasMessageContaining("Employer");
    }

    @Test
    void anEmployerMayAskForAnotherDayOrTakeNoPart() {
        String survey = begun("Myöhempi", "HOME_SERVICES");
        path.submit(LIAISON, survey, AGREE, Map.of("interviewDecision", "LATER", "askAgainOn", today().plusDays(20).toString()));
        path.fireTimer(survey, "catchEvent_askAgain");
        path.submit(LIAISON, survey, AGREE, agreed(today()));
        path.submit(LIAISON, survey, INTERVIEW, Map.of("interviewResult", "POSTPONED"));

        assertThatThrownBy(() -> path.submit(LIAISON, survey, AGREE, Map.of("interviewDecision", "DECLINED")))
                .hasMessageContaining("Why does the employer not take part?");
        path.submit(LIAISON, survey, AGREE, Map.of("interviewDecision", "DECLINED",
                "interviewArrangement", Map.of("declineReason", "No time this year.")));

        assertThat(path.isRunning(survey)).isFalse();
        assertThat(path.hasPassed(survey, "endEvent_declined")).isTrue();
    }

    @Test
    void aRowOfSkillsIsWholeAndNamesEachSkillOnce() {
        String survey = begun("Rivi", "TRANSPORT");
        path.submit(LIAISON, survey, AGREE, agreed(today()));
        Map<String, Object> half = interview(today(), "DRIVING", 2, null);
        half.put("skill2", "WAREHOUSE");
        Map<String, Object> twice = interview(today(), "DRIVING", 2, null);
        twice.putAll(Map.of("skill2", "DRIVING", "level2", "HIGHER", "people2", 1));
        Map<String, Object> none = interview(today(), "DRIVING", 2, null);
        none.keySet().removeAll(List.of("skill1", "level1", "people1"));

        assertThatThrownBy(() -> path.submit(LIAISON, survey, INTERVIEW, held(half))).hasMessageContaining("Row 2");
        assertThatThrownBy(() -> path.submit(LIAISON, survey, INTERVIEW, held(twice))).hasMessageContaining("names a skill that another");
        assertThatThrownBy(() -> path.submit(LIAISON, survey, INTERVIEW, held(none))).hasMessageContaining("at least one skill");
        assertThat(profiles.drafted(survey)).isEmpty();
    }

    @Test
    void aCorrectedProfileIsSentAnewAndAYearLaterTheNeedsAreAskedAgain() {
        String survey = begun("Konepaja", "METAL");
        path.submit(LIAISON, survey, AGREE, agreed(today()));
        path.submit(LIAISON, survey, INTERVIEW, held(interview(today(), "WELDING", 2, null)));
        path.submit(LIAISON, survey, CHECK, Map.of("profileCheck", "CORRECTED",
                "employerInterview", interview(today(), "WELDING", 4, null)));

        assertThat(TestMail.subjectsTo(mail, address("Konepaja"))).hasSize(3);
        path.submit(LIAISON, survey, CHECK, confirmed());
        assertThat(profiles.confirmed(survey).orElseThrow().needs()).extracting(SkillNeed::people).containsExactly(4);

        path.fireTimer(survey, "catchEvent_reviewDay");
        path.submit(LIAISON, survey, REVIEW, Map.of("needsReview", "STILL_VALID"));
        path.fireTimer(survey, "catchEvent_reviewDay");
        path.submit(LIAISON, survey, REVIEW, Map.of("needsReview", "RENEW"));
        path.submit(LIAISON, survey, AGREE, agreed(today()));
        path.submit(LIAISON, survey, INTERVIEW, held(interview(today(), "SHEET_METAL", 1, null)));
        path.submit(LIAISON, survey, CHECK, confirmed());
        assertThat(profiles.confirmedIn(PathDriver.KEMIJARVI, "METAL"))
                .filteredOn(profile -> profile.surveyId().equals(survey)).singleElement()
                .satisfies(profile -> assertThat(profile.needs()).extracting(SkillNeed::skill).containsExactly("SHEET_METAL"));

        path.fireTimer(survey, "catchEvent_reviewDay");
        path.submit(LIAISON, survey, REVIEW, Map.of("needsReview", "CLOSE",
                "needsReviewNote", Map.of("closeReason", "The workshop has closed.")));
        assertThat(profiles.confirmed(survey)).isEmpty();
        assertThat(path.isRunning(survey)).isFalse();
    }

    @Test
    void whatWaitsTooLongIsRemindedOfAndThenTheManagerIsTold() {
        String survey = begun("Hidas", "CLEANING_PROPERTY");
        remindAndEscalate(survey, "agreeInterview");
        path.submit(LIAISON, survey, AGREE, agreed(today()));
        remindAndEscalate(survey, "interviewEmployer");
        path.submit(LIAISON, survey, INTERVIEW, held(interview(today(), "CLEANING", 1, null)));
        remindAndEscalate(survey, "checkProfile");

        assertThat(path.openTasks(survey)).containsExactly(CHECK);
    }

    private void remindAndEscalate(String survey, String task) {
        path.fireTimer(survey, "boundaryEvent_" + task + "_reminder");
        path.fireTimer(survey, "boundaryEvent_" + task + "_escalation");
        assertThat(path.hasPassed(survey, "endEvent_" + task + "_reminded")).isTrue();
        assertThat(path.hasPassed(survey, "endEvent_" + task + "_escalated")).isTrue();
    }

    private String begun(String name, String industry) {
        String survey = path.start(LIAISON, "employerNeedsSurvey", begin());
        path.submit(LIAISON, survey, RECORD, newEmployer(name, "Jämsä", industry));
        return survey;
    }

    private LocalDate today() {
        return clock.today();
    }
}
