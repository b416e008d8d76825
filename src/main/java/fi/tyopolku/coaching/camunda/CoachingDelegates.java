package fi.tyopolku.coaching.camunda;

import fi.tyopolku.coaching.CoachedJobs;
import fi.tyopolku.coaching.UnitEntries;
import fi.tyopolku.coaching.WorkplaceCoachings;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of coaching at work; the bean names are API for modellers. */
@Configuration
class CoachingDelegates {

    private static final List<String> OF_ONE_MEETING =
            List.of("coachingNeed", "licenceOrdered", "newJobEnd", "bothAgreeToEnd");

    /** Needs nextStep; sets jobSubsidised. */
    @Bean
    JavaDelegate takeJobTerms(CoachedJobs jobs) {
        return execution -> execution.setVariable("jobSubsidised",
                jobs.begin(execution.getProcessBusinessKey(), text(execution, "nextStep")));
    }

    /** Needs workplaceCoachId. */
    @Bean
    JavaDelegate takeWorkplaceCoach(WorkplaceCoachings coachings) {
        return execution -> coachings.begin(execution.getProcessBusinessKey(), text(execution, "workplaceCoachId"),
                execution.getTenantId());
    }

    /** Needs jobEndsOn, an ISO date or empty; sets meetingOn and takes away the answers of the meeting before. */
    @Bean
    JavaDelegate planCoachingMeeting(CoachedJobs jobs) {
        return execution -> {
            String ends = text(execution, "jobEndsOn");
            LocalDate jobEnds = ends == null || ends.isEmpty() ? null : LocalDate.parse(ends);
            LocalDate meeting = jobs.planMeeting(execution.getProcessBusinessKey(),
                    !execution.hasVariable("meetingOn"), jobEnds);
            execution.setVariable("meetingOn", meeting.toString());
            execution.removeVariables(OF_ONE_MEETING);
        };
    }

    /** Needs jobSubsidised, jobEndedOn (ISO date) and wentTo. */
    @Bean
    JavaDelegate recordEmploymentOutcome(CoachedJobs jobs) {
        return execution -> jobs.end(execution.getProcessBusinessKey(), execution.getTenantId(),
                (Boolean) execution.getVariable("jobSubsidised"), LocalDate.parse(text(execution, "jobEndedOn")),
                text(execution, "wentTo"));
    }

    /** Enters the unit and the coach of the sheets receivingUnit and workplaceCoach. */
    @Bean
    JavaDelegate registerReceivingUnit(UnitEntries entries) {
        return execution -> entries.register(execution.getProcessBusinessKey(), execution.getTenantId());
    }

    /** Needs registerEntry and coachActive (YES or NO). */
    @Bean
    JavaDelegate saveWorkplaceCoach(UnitEntries entries) {
        return execution -> entries.save(execution.getProcessBusinessKey(), text(execution, "registerEntry"),
                "YES".equals(text(execution, "coachActive")));
    }

    private static String text(DelegateExecution execution, String variable) {
        return (String) execution.getVariable(variable);
    }
}
