package fi.tyopolku.funding.camunda;

import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.funding.AppropriationExhausted;
import fi.tyopolku.funding.AppropriationGrant;
import fi.tyopolku.funding.FundingLedger;
import fi.tyopolku.funding.FundingProjects;
import fi.tyopolku.funding.SubsidyApplications;
import fi.tyopolku.funding.SubsidyApplications.Assessment;
import fi.tyopolku.funding.SubsidyApplications.HandCheck;
import fi.tyopolku.messages.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of the money; the bean names are API for modellers. */
@Configuration
class FundingDelegates {

    private static final String EXHAUSTED = "appropriationExhausted";
    private static final String OPEN = "OPEN";

    private final ActingPerson acting;

    FundingDelegates(ActingPerson acting) {
        this.acting = acting;
    }

    /**
     * After the tables employerBars, employmentBars and subsidyAmount were asked. Reads {@code handCheck} when somebody has
     * checked by hand, and takes it away. Sets subsidyCheckResult (READY, BACK, BY_HAND), jobStart, fundingDiscretionary.
     */
    @Bean
    JavaDelegate calculateSubsidy(SubsidyApplications applications) {
        return execution -> {
            String handCheck = (String) execution.getVariable("handCheck");
            Assessment assessment = applications.assess(execution.getProcessBusinessKey(),
                    handCheck == null ? null : HandCheck.valueOf(handCheck));
            execution.removeVariable("handCheck");
            execution.setVariable("subsidyCheckResult", assessment.state().name());
            execution.setVariable("jobStart", assessment.jobStart().toString());
            execution.setVariable("fundingDiscretionary", assessment.discretionary());
        };
    }

    /** Sets fundingResult RESERVED; throws the BPMN error appropriationExhausted when there is no money. */
    @Bean
    JavaDelegate reserveFunding(SubsidyApplications applications, FundingQueueMover mover) {
        return execution -> {
            try {
                applications.reserve(execution.getProcessBusinessKey(), execution.getTenantId(), user());
            } catch (AppropriationExhausted noMoney) {
                throw new BpmnError(EXHAUSTED);
            }
            execution.setVariable("fundingResult", "RESERVED");
            mover.moveOn(execution.getTenantId(), (Boolean) execution.getVariable("fundingDiscretionary"));
        };
    }

    /** Sets waitingSince. */
    @Bean
    JavaDelegate enqueueFunding(SubsidyApplications applications) {
        return execution -> execution.setVariable("waitingSince", applications
                .enqueue(execution.getProcessBusinessKey(), execution.getTenantId(), user()).toString());
    }

    /** Input parameter {@code result}: becomes fundingResult; OPEN sends the application back to the coach. */
    @Bean
    JavaDelegate releaseFunding(SubsidyApplications applications) {
        return execution -> {
            String result = (String) execution.getVariableLocal("result");
            applications.release(execution.getProcessBusinessKey(), user());
            if (OPEN.equals(result)) {
                applications.sendBack(execution.getProcessBusinessKey());
            }
            execution.setVariable("fundingResult", result);
        };
    }

    /** Sets fundingDecidedOn: from this day on the job may begin. */
    @Bean
    JavaDelegate recordFundingDecision(Clock clock) {
        return execution -> execution.setVariable("fundingDecidedOn", LocalDate.now(clock).toString());
    }

    /** Listener at the end of the reservation, however it ends: nobody stays in the queue who no longer waits. */
    @Bean
    ExecutionListener leaveFundingQueue(FundingLedger ledger) {
        return execution -> ledger.leaveQueue(execution.getProcessBusinessKey());
    }

    /** Sets fundingResult STARTED. */
    @Bean
    JavaDelegate commitFunding(SubsidyApplications applications) {
        return execution -> {
            applications.commit(execution.getProcessBusinessKey(), user());
            execution.setVariable("fundingResult", "STARTED");
        };
    }

    /** Reads funder, purpose, validFrom, validTo and amountEuros; of a project also projectId. */
    @Bean
    JavaDelegate grantAppropriation(FundingLedger ledger, FundingProjects projects) {
        return execution -> ledger.grant(new AppropriationGrant(execution.getTenantId(), text(execution, "funder"),
                text(execution, "purpose"), LocalDate.parse(text(execution, "validFrom")),
                LocalDate.parse(text(execution, "validTo")), cents(execution), projectOf(execution, projects)), user());
    }

    /** Project money belongs to a project of the municipality; other money to none. */
    private static String projectOf(DelegateExecution execution, FundingProjects projects) {
        if (!text(execution, "funder").startsWith("PROJECT")) {
            return null;
        }
        return projects.find(text(execution, "projectId"), execution.getTenantId())
                .orElseThrow(() -> new Refusal("funding.plan.projectMissing")).id();
    }

    /** Reads appropriationId, which must be one of the municipality, and amountEuros. */
    @Bean
    JavaDelegate increaseAppropriation(FundingLedger ledger) {
        return execution -> {
            String id = text(execution, "appropriationId");
            if (!ledger.balance(id).municipality().equals(execution.getTenantId())) {
                throw new Refusal("funding.noAppropriation");
            }
            ledger.increase(id, cents(execution), user());
        };
    }

    private static String text(DelegateExecution execution, String variable) {
        return (String) execution.getVariable(variable);
    }

    private static long cents(DelegateExecution execution) {
        return new BigDecimal(execution.getVariable("amountEuros").toString()).movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private String user() {
        return acting.userId().orElse("system");
    }
}
