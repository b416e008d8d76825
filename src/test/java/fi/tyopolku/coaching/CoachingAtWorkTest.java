package fi.tyopolku.coaching;

import static fi.tyopolku.coaching.CoachingForms.agreed;
import static fi.tyopolku.coaching.CoachingForms.closing;
import static fi.tyopolku.coaching.CoachingForms.facts;
import static fi.tyopolku.coaching.CoachingForms.goal;
import static fi.tyopolku.coaching.CoachingForms.jobEnding;
import static fi.tyopolku.coaching.CoachingForms.meeting;
import static fi.tyopolku.coaching.CoachingForms.named;
import static fi.tyopolku.coaching.CoachingForms.refused;
import static fi.tyopolku.coaching.CoachingForms.without;
import static fi.tyopolku.testing.SampleForms.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.EndedService;
import fi.tyopolku.clientservices.RunningService;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.path.subsidisedjob.SubsidyCases;
import fi.tyopolku.testing.ApplicationTest;
import fi.tyopolku.testing.PathDriver;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class CoachingAtWorkTest {

    private static final String ASK = "userTask_askForCoaching";
    private static final String NAME_COACH = "userTask_nameWorkplaceCoach";
    private static final String GOAL = "userTask_setGoal";
    private static final String MEET = "userTask_meet";
    private static final String EARLY_END = "userTask_reportJobEnd";
    private static final String CLOSE = "userTask_closeCoaching";
    private static final String JOB_END = "userTask_recordJobEnd";

    @Autowired
    private PathDriver path;
    @Autowired
    private SubsidyCases clientCases;
    @Autowired
    private ReceivingUnits units;
    @Autowired
    private WorkplaceCoachings coachings;
    @Autowired
    private EmploymentOutcomes outcomes;
    @Autowired
    private ClientServices services;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private Notifications notifications;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private BusinessClock clock;

    private String caseId;
    private LocalDate today;
    private LocalDate jobEnds;

    @BeforeEach
    void aClientWithAJob() {
        caseId = clientCases.open(40, Map.of());
        today = clock.today();
        jobEnds = today.plusMonths(10);
    }

    @Test
    void withoutWishOrConsentNobodyCoachesInsideTheEmployer() {
        goToWork("OPEN_JOB");
        path.submit("coach", caseId, ASK, refused("NOT_WANTED", today, null));
        assertThat(result()).isEqualTo("NOT_WANTED");
        assertThat(path.isRunning(caseId)).isFalse();

        goToWork("OPEN_JOB");
        path.submit("coach", caseId, ASK, refused("NO_CONSENT", today, null));
        assertThat(path.openTasks(caseId)).containsExactly("userTask_callClient");
        path.submit("coach", caseId, "userTask_callClient", Map.of("coachingPhoneCall",
                Map.of("calledOn", today.toString(), "howIsWork", "Hyvin.")));

        assertThat(result()).isEqualTo("NO_CONSENT");
        assertThat(services.running(caseId)).isEmpty();
        assertThat(outcomes.of(caseId)).isEmpty();
        assertThat(notifications.sentFor(caseId)).isEmpty();
    }

    @Test
    void aSubsidisedJobWithoutCoachingStillCountsInTheFigure() {
        goToWork("SUBSIDISED_JOB");
        assertThatThrownBy(() -> path.submit("coach", caseId, ASK, refused("NOT_WANTED", today, null)))
                .hasMessageContaining("Last day of the subsidised employment");
        path.submit("coach", caseId, ASK, refused("NOT_WANTED", today.minusMonths(6), jobEnds));
        path.fireTimer(caseId, "boundaryEvent_recordJobEnd_reminder");
        path.fireTimer(caseId, "boundaryEvent_recordJobEnd_escalation");
        path.submit("coach", caseId, JOB_END, jobEnding(today, "OTHER_EMPLOYER"));

        assertThat(outcomes.of(caseId)).containsExactly(
                new EmploymentOutcome(caseId, PathDriver.KEMIJARVI, true, today, "OTHER_EMPLOYER", false));
        assertThat(result()).isEqualTo("NOT_WANTED");
        assertThat(sent()).contains("reminder-job-end", "escalation");
    }

    @Test
    void theConsentSaysWhoGaveItAndWhenAndACoachComesOnlyWithIt() {
        goToWork("OPEN_JOB");
        path.fireTimer(caseId, "boundaryEvent_askForCoaching_reminder");
        path.fireTimer(caseId, "boundaryEvent_askForCoaching_escalation");

        assertThatThrownBy(() -> path.submit("coach", caseId, ASK, without(agreed(today, null, false), "employerConsent", "givenBy")))
                .hasMessageContaining("Who gave the consent?");
        assertThatThrownBy(() -> path.submit("coach", caseId, ASK,
                with(agreed(today, null, false), "employerConsent", "givenOn", today.plusDays(1).toString())))
                .hasMessageContaining("When?");
        assertThatThrownBy(() -> path.submit("coach", caseId, ASK, agreed(today, today.minusDays(1), false)))
                .hasMessageContaining("cannot be before");
        assertThat(services.running(caseId)).isEmpty();

        path.submit("coach", caseId, ASK, agreed(today, null, false));
        assertThat(services.running(caseId)).extracting(RunningService::service).containsExactly("COACHING_AT_WORK");
        assertThat(documents.latest(caseId, "employerConsent").orElseThrow().author()).isEqualTo("coach");
    }

    @Test
    void inASubsidisedJobCoachingDoesNotBeginWithoutAGoal() {
        goToWork("SUBSIDISED_JOB");
        path.submit("coach", caseId, ASK, agreed(today, jobEnds, true));
        path.fireTimer(caseId, "boundaryEvent_nameWorkplaceCoach_reminder");
        path.fireTimer(caseId, "boundaryEvent_nameWorkplaceCoach_escalation");
        nameCoach();
        path.fireTimer(caseId, "boundaryEvent_setGoal_reminder");
        path.fireTimer(caseId, "boundaryEvent_setGoal_escalation");

        assertThatThrownBy(() -> path.submit("coach", caseId, GOAL, without(goal("NO"), "coachingPlan", "careerGoal")))
                .hasMessageContaining("Career-progress goal");
        assertThatThrownBy(() -> path.submit("coach", caseId, GOAL, with(goal("NO"), "coachingPlan", "careerGoal", " ")))
                .hasMessageContaining("Career-progress goal");
        path.submit("coach", caseId, GOAL, openGoal());
        assertThat(path.openTasks(caseId)).containsExactly(GOAL);

        path.submit("coach", caseId, GOAL, goal("NO"));
        assertThat(path.openTasks(caseId)).containsExactly(EARLY_END);
        assertThat(path.waitsForTimer(caseId, "catchEvent_meetingDue")).isTrue();
        assertThat(sent()).contains("workplace-coach-role", "coaching-begins-employer").doesNotContain("work-coach-named");
    }

    @Test
    void inAnOpenJobCoachingEndsWhenBothFindThatItIsNoLongerNeeded() {
        coachedIn("OPEN_JOB", null, openGoal());
        path.fireTimer(caseId, "catchEvent_meetingDue");
        path.submit("coach", caseId, MEET, with(meeting(today, "CONTINUES"), "coachingMeeting", "smallProgress", List.of()));
        path.fireTimer(caseId, "catchEvent_meetingDue");
        path.fireTimer(caseId, "boundaryEvent_meet_reminder");
        path.fireTimer(caseId, "boundaryEvent_meet_escalation");

        assertThat(path.shown("coach", caseId, MEET)).doesNotContainKeys("coachingNeed", "licenceOrdered");
        assertThatThrownBy(() -> path.submit("coach", caseId, MEET, meeting(today, "NOT_NEEDED")))
                .hasMessageContaining("both find");
        Map<String, Object> last = meeting(today, "NOT_NEEDED");
        last.put("bothAgreeToEnd", true);
        path.submit("coach", caseId, MEET, last);
        path.fireTimer(caseId, "boundaryEvent_closeCoaching_reminder");
        path.fireTimer(caseId, "boundaryEvent_closeCoaching_escalation");

        assertThatThrownBy(() -> path.submit("coach", caseId, CLOSE, closing("SMALL_PROGRESS", "JOB")))
                .hasMessageContaining("What shows the small progress?");
        assertThatThrownBy(() -> path.submit("coach", caseId, CLOSE, closing("PROGRESSED", "NONE")))
                .hasMessageContaining("Why is there no next step?");
        path.submit("coach", caseId, CLOSE, closing("PROGRESSED", "JOB"));

        assertThat(result()).isEqualTo("ENDED");
        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(services.ended(caseId)).extracting(EndedService::service, EndedService::result, EndedService::nextStep)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("COACHING_AT_WORK", "PROGRESSED", "JOB"));
        assertThat(outcomes.of(caseId)).isEmpty();
    }

    @Test
    void anEarlyEndIsReportedAtAnyTimeAndStopsMeetingsAndMentoring() {
        Map<String, Object> withWorkCoach = goal("YES");
        withWorkCoach.put("workCoach", "coach3");
        coachedIn("SUBSIDISED_JOB", jobEnds, withWorkCoach);
        assertThat(sent()).contains("work-coach-named");
        assertThat(path.task(caseId, EARLY_END).getAssignee()).isEqualTo("coach3");

        assertThatThrownBy(() -> path.submit("coach3", caseId, EARLY_END, earlyEnd(today.minusYears(1))))
                .hasMessageContaining("cannot be before");
        path.submit("coach3", caseId, EARLY_END, earlyEnd(today));
        assertThat(path.openTasks(caseId)).containsExactly(CLOSE);
        assertThat(path.task(caseId, CLOSE).getAssignee()).isEqualTo("coach");
        Map<String, Object> small = with(closing("SMALL_PROGRESS", "PATH_CONTINUES"), "coachingClosing", "smallProgress",
                List.of("RHYTHM"));
        path.submit("coach", caseId, CLOSE, with(small, "coachingClosing", "smallProgressEvidence", "Tuli joka aamu."));
        path.submit("coach", caseId, JOB_END, jobEnding(today, "UNEMPLOYED"));

        assertThat(outcomes.of(caseId)).extracting(EmploymentOutcome::wentTo, EmploymentOutcome::smallProgress)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("UNEMPLOYED", true));
        assertThat(coachings.coachOf(caseId)).isEmpty();
        assertThat(path.isRunning(caseId)).isFalse();
    }

    @Test
    void aJobThatIsOverIsSaidToHaveEndedOrGetsANewLastDay() {
        coachedIn("SUBSIDISED_JOB", today.minusDays(1), goal("NO"));
        path.fireTimer(caseId, "catchEvent_meetingDue");

        assertThatThrownBy(() -> path.submit("coach", caseId, MEET, meeting(today, "CONTINUES")))
                .hasMessageContaining("last day of the job");
        assertThat(documents.latest(caseId, "coachingMeeting")).isEmpty();
        Map<String, Object> extended = meeting(today, "CONTINUES");
        extended.put("newJobEnd", today.plusDays(3).toString());
        path.submit("coach", caseId, MEET, extended);
        assertThat(path.fact(caseId, "coachingPeriod", "meetingOn")).isEqualTo(today.plusDays(3).toString());

        path.fireTimer(caseId, "catchEvent_meetingDue");
        Map<String, Object> ended = meeting(today, "JOB_ENDED");
        ended.put("jobEndedOn", today.toString());
        path.submit("coach", caseId, MEET, ended);
        path.submit("coach", caseId, CLOSE, closing("GOAL_REACHED", "JOB"));
        path.submit("coach", caseId, JOB_END, jobEnding(today, "SAME_EMPLOYER"));

        assertThat(outcomes.of(caseId)).extracting(EmploymentOutcome::wentTo).containsExactly("SAME_EMPLOYER");
    }

    @Test
    void aMentorSharesALanguageWithTheNewColleague() {
        coachedIn("OPEN_JOB", null, goal("YES"));
        Map<String, Object> mentor = Map.of("mentorFound", "YES", "mentor", Map.of("mentorName", "Layla Haddad",
                "trained", true, "mentorLanguages", List.of("ar", "fi"), "sharedLanguage", "ar", "meetingsPerMonth", 4));

        assertThatThrownBy(() -> path.submit("coach", caseId, "userTask_nameMentor", with(mentor, "mentor", "sharedLanguage", "so")))
                .hasMessageContaining("shared language");
        path.submit("coach", caseId, "userTask_nameMentor", mentor);
        path.fireTimer(caseId, "catchEvent_mentorMeetingDue");
        path.submit("coach", caseId, "userTask_recordMentoring", mentoring("YES"));
        path.fireTimer(caseId, "catchEvent_mentorMeetingDue");
        path.submit("coach", caseId, "userTask_recordMentoring", mentoring("NO"));

        assertThat(path.hasPassed(caseId, "endEvent_mentoringEnded")).isTrue();
        assertThat(path.openTasks(caseId)).containsExactly(EARLY_END);
    }

    @Test
    void withoutAMentorItIsKnownWhereOneWasLookedFor() {
        coachedIn("OPEN_JOB", null, goal("YES"));

        path.submit("coach", caseId, "userTask_nameMentor",
                Map.of("mentorFound", "NO", "mentorSearch", Map.of("note", "Kysytty kolmesta yksiköstä.")));

        assertThat(path.hasPassed(caseId, "endEvent_noMentor")).isTrue();
    }

    @Test
    void aClosedCaseFreesItsWorkplaceCoach() {
        coachedIn("OPEN_JOB", null, goal("NO"));
        assertThat(coachings.coachOf(caseId)).isPresent();

        cases.closeCase(caseId, "WITHDRAWN");

        assertThat(coachings.coachOf(caseId)).isEmpty();
    }

    private void goToWork(String nextStep) {
        path.startStage("coachingAtWork", caseId, facts(nextStep));
    }

    private void coachedIn(String nextStep, LocalDate lastDay, Map<String, Object> plan) {
        goToWork(nextStep);
        LocalDate start = lastDay == null || lastDay.isAfter(today) ? today.minusDays(1) : lastDay;
        path.submit("coach", caseId, ASK, agreed(start, lastDay, "SUBSIDISED_JOB".equals(nextStep)));
        nameCoach();
        path.submit("coach", caseId, GOAL, plan);
    }

    private void nameCoach() {
        String unit = path.start("employer-liaison", "receivingUnit",
                CoachingForms.unit("Ulkoalueet", "OUTDOORS", "Veli Vuori", List.of("LONG_TERM_UNEMPLOYED")));
        String coachId = units.coaches(PathDriver.KEMIJARVI).stream().filter(coach -> coach.unit().id().equals(unit))
                .findFirst().orElseThrow().id();
        path.submit("coach", caseId, NAME_COACH, named(coachId, today));
    }

    private static Map<String, Object> openGoal() {
        Map<String, Object> open = without(without(goal("NO"), "coachingPlan", "careerGoal"), "coachingPlan", "goalDirection");
        open.put("careerGoalState", "OPEN");
        return open;
    }

    private Map<String, Object> mentoring(String goesOn) {
        return Map.of("mentoringGoesOn", goesOn, "mentoringMeeting", Map.of("until", today.toString(), "meetings", 2));
    }

    private static Map<String, Object> earlyEnd(LocalDate on) {
        return Map.of("jobEndedOn", on.toString(), "jobEndReport", Map.of("earlyEndReason", "TOGETHER"));
    }

    private Object result() {
        return path.fact(caseId, "coachingAtWork", "coachingResult");
    }

    private List<String> sent() {
        return notifications.sentFor(caseId).stream().map(mail -> mail.template()).toList();
    }
}
