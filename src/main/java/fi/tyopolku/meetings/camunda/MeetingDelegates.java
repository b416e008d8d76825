package fi.tyopolku.meetings.camunda;

import fi.tyopolku.meetings.JointMeetings;
import fi.tyopolku.meetings.MeetingDecision;
import fi.tyopolku.meetings.MeetingDecisions;
import fi.tyopolku.meetings.Partners;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code jointMeeting}, {@code meetingDecision} and {@code partnership}; the bean names are API for modellers. */
@Configuration
class MeetingDelegates {

    @Bean
    JavaDelegate buildMeetingAgenda(JointMeetings meetings) {
        return execution -> meetings.buildAgenda(execution.getProcessBusinessKey(), execution.getTenantId());
    }

    /** Needs meetingOn. */
    @Bean
    JavaDelegate invitePartners(JointMeetings meetings) {
        return execution -> meetings.invite(execution.getProcessBusinessKey(), execution.getTenantId(), date(execution, "meetingOn"));
    }

    /** Needs meetingOn. */
    @Bean
    JavaDelegate tellMeetingCancelled(JointMeetings meetings) {
        return execution -> meetings.tellCancelled(execution.getProcessBusinessKey(), execution.getTenantId(),
                date(execution, "meetingOn"));
    }

    /** Needs decisionCount; starts one meetingDecision for each, with decisionOwner and decisionDue. */
    @Bean
    JavaDelegate giveOutDecisions(JointMeetings meetings) {
        return execution -> meetings.giveOut(execution.getProcessBusinessKey(), execution.getTenantId(),
                ((Number) execution.getVariable("decisionCount")).intValue())
                .forEach(decision -> start(execution, "meetingDecision", decision.id(), facts(decision)));
    }

    /** Needs meetingKind, convener and nextMeetingOn; starts the next jointMeeting. */
    @Bean
    JavaDelegate callNextMeeting(JointMeetings meetings) {
        return execution -> {
            String convener = (String) execution.getVariable("convener");
            start(execution, "jointMeeting", meetings.next(execution.getProcessBusinessKey(), convener), Map.of(
                    "meetingKind", execution.getVariable("meetingKind"), "convener", convener,
                    "meetingOn", execution.getVariable("nextMeetingOn")));
        };
    }

    /** Needs decisionResult (DONE, CANNOT). */
    @Bean
    JavaDelegate recordDecisionResult(MeetingDecisions decisions) {
        return execution -> decisions.report(execution.getProcessBusinessKey(),
                MeetingDecision.State.valueOf((String) execution.getVariable("decisionResult")));
    }

    @Bean
    JavaDelegate registerPartner(Partners partners) {
        return execution -> partners.register(execution.getProcessBusinessKey(), execution.getTenantId());
    }

    /** Needs agreementFrom and agreementTo. */
    @Bean
    JavaDelegate recordAgreement(Partners partners) {
        return execution -> partners.agree(execution.getProcessBusinessKey(), date(execution, "agreementFrom"),
                date(execution, "agreementTo"));
    }

    @Bean
    JavaDelegate endPartnership(Partners partners) {
        return execution -> partners.end(execution.getProcessBusinessKey());
    }

    private static Map<String, Object> facts(MeetingDecision decision) {
        return new HashMap<>(Map.of("decisionOwner", decision.owner(), "decisionDue", decision.dueOn().toString()));
    }

    /** In the municipality of the meeting: a start inside a process inherits it. */
    private static void start(DelegateExecution execution, String process, String key, Map<String, Object> facts) {
        execution.getProcessEngineServices().getRuntimeService().createProcessInstanceByKey(process)
                .businessKey(key).setVariables(facts).execute();
    }

    private static LocalDate date(DelegateExecution execution, String variable) {
        return LocalDate.parse((String) execution.getVariable(variable));
    }
}
