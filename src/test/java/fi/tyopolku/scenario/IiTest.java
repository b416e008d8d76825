package fi.tyopolku.scenario;

import static fi.tyopolku.coaching.CoachingForms.agreed;
import static fi.tyopolku.coaching.CoachingForms.closing;
import static fi.tyopolku.coaching.CoachingForms.goal;
import static fi.tyopolku.coaching.CoachingForms.jobEnding;
import static fi.tyopolku.coaching.CoachingForms.licence;
import static fi.tyopolku.coaching.CoachingForms.meeting;
import static fi.tyopolku.coaching.CoachingForms.named;
import static fi.tyopolku.coaching.CoachingForms.unit;
import static fi.tyopolku.path.subsidisedjob.SubsidyCases.application;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseIds;
import fi.tyopolku.coaching.CoachingForms;
import fi.tyopolku.coaching.EmploymentOutcome;
import fi.tyopolku.coaching.EmploymentOutcomes;
import fi.tyopolku.coaching.Licence;
import fi.tyopolku.coaching.Licences;
import fi.tyopolku.coaching.Progress;
import fi.tyopolku.coaching.ProgressFigure;
import fi.tyopolku.coaching.ReceivingUnits;
import fi.tyopolku.coaching.WorkplaceCoach;
import fi.tyopolku.path.subsidisedjob.SubsidyCases;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.TestMail;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The practice of Ii: the municipality employs with a pay subsidy, units across its branches name people who coach beside
 * their own work, licences are earned during the job, and more than 30 per cent go on to other employers. Since 2025 a
 * municipality gets the subsidy on fewer grounds than the practice had (Act 380/2023 83.1 §, changed by 1098/2024).
 */
@DatabaseTest
class IiTest {

    private static final long PLENTY = 10_000_000L;

    @Autowired
    private PathDriver path;
    @Autowired
    private SubsidyCases subsidy;
    @Autowired
    private ReceivingUnits units;
    @Autowired
    private Licences licences;
    @Autowired
    private EmploymentOutcomes outcomes;
    @Autowired
    private ProgressFigure figure;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private GreenMail mail;
    @AfterEach
    void letTheClockGo() {
        clock.reset();
    }

    @Test
    void theMunicipalityAsEmployerIsRefusedForSkillsButNotForReducedWorkAbilityOrPeopleOver60() {
        String skills = subsidy.open(52, Map.of("unemployedMonthsOfLast14", 12, "unemployedMonthsContinuous", 12));
        apply(skills, application(subsidy.newStart(), "MUNICIPALITY"), "SKILLS");
        assertThat(path.openTasks(skills)).containsExactly("userTask_applyForSubsidy");
        assertThat(path.shown("coach", skills, "userTask_applyForSubsidy").get("subsidyFindings").toString())
                .contains("83.1");

        String over60 = subsidy.open(61, Map.of("unemployedMonthsOfLast14", 12, "unemployedMonthsOfLast28", 24,
                "unemployedMonthsContinuous", 24));
        LocalDate start = subsidy.newStart();
        subsidy.grantFor(start, PLENTY);
        apply(over60, application(start, "MUNICIPALITY"), "AGE60");
        assertThat(path.openTasks(over60)).containsExactly("userTask_decideFunding");
    }

    @Test
    void fromASubsidisedJobInTheSwimmingHallToAnotherEmployer() {
        String coachId = aUnitThatCoaches();
        LocalDate start = subsidy.newStart();
        LocalDate lastDay = start.plusMonths(10).minusDays(1);
        String worker = employed(start, lastDay);

        path.startStage("coachingAtWork", worker, CoachingForms.facts("SUBSIDISED_JOB"));
        assertThat(path.shown("coach", worker, "userTask_askForCoaching").get("coachedJob").toString())
                .contains("Puutyö Oy", start.toString());
        path.submit("coach", worker, "userTask_askForCoaching", agreed(start, lastDay, true));
        path.submit("coach", worker, "userTask_nameWorkplaceCoach", named(coachId, start));
        path.submit("coach", worker, "userTask_setGoal", goal("NO"));
        assertThat(TestMail.subjectsTo(mail, "anna.aho@example.fi")).contains("Teidät on nimetty työpaikkavalmentajaksi");
        assertThat(TestMail.subjectsTo(mail, "liikunta@example.fi")).contains("Työhönvalmennus työpaikalla alkaa");

        itIs(start.plusWeeks(2));
        path.fireTimer(worker, "catchEvent_meetingDue");
        Map<String, Object> meeting = meeting(start.plusWeeks(2), "CONTINUES");
        meeting.put("licenceOrdered", "YES");
        meeting.put("licencePlan", licence("OCCUPATIONAL_SAFETY_CARD", 120, "MUNICIPALITY", start.plusWeeks(6)));
        path.submit("coach", worker, "userTask_meet", meeting);
        itIs(start.plusWeeks(7));
        path.submit("coach", worker, "userTask_recordLicence", Map.of("licenceOutcome", "DONE",
                "licenceResult", Map.of("doneOn", start.plusWeeks(6).toString(), "certificateSeen", true)));
        assertThat(licences.of(worker)).extracting(Licence::costCents, Licence::renewBy)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(12_000L, start.plusWeeks(6).plusYears(5)));

        itIs(lastDay);
        path.fireTimer(worker, "catchEvent_meetingDue");
        Map<String, Object> last = meeting(lastDay, "JOB_ENDED");
        last.put("jobEndedOn", lastDay.toString());
        path.submit("coach", worker, "userTask_meet", last);
        path.submit("coach", worker, "userTask_closeCoaching", closing("GOAL_REACHED", "JOB"));
        path.submit("coach", worker, "userTask_recordJobEnd", jobEnding(lastDay, "OTHER_EMPLOYER"));

        assertThat(path.fact(worker, "coachingAtWork", "coachingResult")).isEqualTo("ENDED");
        assertThat(outcomes.of(worker)).containsExactly(
                new EmploymentOutcome(worker, PathDriver.KEMIJARVI, true, lastDay, "OTHER_EMPLOYER", true));
    }

    @Test
    void moreThanThirtyPerCentOfThoseWhoseSubsidisedJobEndedProgressedToOtherEmployers() {
        String ii = UUID.randomUUID().toString();
        LocalDate year = LocalDate.of(2026, 1, 1);
        for (int worker = 0; worker < 10; worker++) {
            outcomes.record(new EmploymentOutcome(CaseIds.next(), ii, true, year.plusMonths(worker),
                    worker < 4 ? "OTHER_EMPLOYER" : "SAME_EMPLOYER", false));
        }

        Progress progress = figure.of(ii, year, year.plusYears(1)).orElseThrow();
        assertThat(progress.percent()).isEqualByComparingTo("40");
        assertThat(progress.isTargetMet()).isTrue();
    }

    @Test
    void theRegisterOfUnitsIsKeptByOrdinaryForms() {
        String unit = path.start("coach", "receivingUnit", unit("Kirjasto", "CULTURE_LIBRARY", "Kalle Kirja", List.of("YOUNG")));
        assertThatThrownBy(() -> path.start("coach", "receivingUnit", unit("Kirjasto", "CULTURE_LIBRARY", "Ei Kukaan", List.of())))
                .hasMessageContaining("target group");
        Map<String, Object> another = Map.of("registerAction", "WORKPLACE_COACH");

        String entry = path.start("manager", "receivingUnit", another);
        path.submit("manager", entry, "userTask_chooseEntry", Map.of("registerEntry", "UNIT:" + unit));
        path.submit("manager", entry, "userTask_editWorkplaceCoach", Map.of("coachActive", "YES",
                "workplaceCoach", CoachingForms.workplaceCoach("Leena Lehti", List.of("IMMIGRANTS", "YOUNG"))));
        assertThat(coachesOf(unit)).extracting(WorkplaceCoach::name).containsExactly("Kalle Kirja", "Leena Lehti");

        String kalle = coachesOf(unit).get(0).id();
        String change = path.start("employer-liaison", "receivingUnit", another);
        path.submit("employer-liaison", change, "userTask_chooseEntry", Map.of("registerEntry", kalle));
        assertThat(path.shown("employer-liaison", change, "userTask_editWorkplaceCoach").get("workplaceCoach").toString())
                .contains("Kalle Kirja");
        path.submit("employer-liaison", change, "userTask_editWorkplaceCoach", Map.of("coachActive", "NO",
                "workplaceCoach", CoachingForms.workplaceCoach("Kalle Kirja", List.of("YOUNG"))));

        assertThat(coachesOf(unit)).extracting(WorkplaceCoach::active).containsExactly(false, true);
        assertThat(units.coaches(PathDriver.SODANKYLA)).noneMatch(coach -> coach.unit().id().equals(unit));
    }

    private String aUnitThatCoaches() {
        String unit = path.start("employer-liaison", "receivingUnit",
                unit("Uimahalli", "SPORTS", "Anna Aho", List.of("LONG_TERM_UNEMPLOYED", "REDUCED_WORK_ABILITY")));
        return coachesOf(unit).get(0).id();
    }

    private List<WorkplaceCoach> coachesOf(String unit) {
        return units.coaches(PathDriver.KEMIJARVI).stream().filter(coach -> coach.unit().id().equals(unit)).toList();
    }

    /** A client with reduced work ability whom the municipality employs today. */
    private String employed(LocalDate start, LocalDate lastDay) {
        subsidy.grantFor(start, PLENTY);
        String worker = subsidy.open(35, Map.of());
        Map<String, Object> job = new HashMap<>(application(start, "MUNICIPALITY"));
        job.put("reducedWorkAbility", true);
        job.put("jobEnd", lastDay.toString());
        apply(worker, job, "WORK_ABILITY");
        subsidy.decide(worker, "APPROVE");
        itIs(start);
        path.submit("coach", worker, "userTask_confirmStart",
                Map.of("jobStarted", "YES", "jobStartReport", Map.of("startedOn", start.toString())));
        assertThat(path.fact(worker, "subsidisedJob", "fundingResult")).isEqualTo("STARTED");
        return worker;
    }

    private void apply(String worker, Map<String, Object> job, String ground) {
        subsidy.startSubsidisedJob(worker);
        subsidy.apply(worker, job);
        subsidy.choose(worker, ground);
    }

    private void itIs(LocalDate day) {
        clock.setTo(day.atTime(LocalTime.NOON).atZone(BusinessClock.HELSINKI).toInstant());
    }
}
