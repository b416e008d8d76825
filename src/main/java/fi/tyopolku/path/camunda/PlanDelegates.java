package fi.tyopolku.path.camunda;

import fi.tyopolku.path.PathPlans;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The approvals of the path plan; the bean names are API for modellers. */
@Configuration
class PlanDelegates {

    /** Withdraws what approvals there are; sets planExists. */
    @Bean
    JavaDelegate openPlan(PathPlans plans) {
        return execution -> execution.setVariable("planExists",
                plans.open(execution.getProcessBusinessKey(), ActingUser.of(execution)));
    }

    @Bean
    JavaDelegate recordClientApproval(PathPlans plans) {
        return execution -> plans.approvedByClient(execution.getProcessBusinessKey(), ActingUser.of(execution));
    }

    @Bean
    JavaDelegate recordCoachApproval(PathPlans plans) {
        return execution -> plans.approvedByCoach(execution.getProcessBusinessKey(), ActingUser.of(execution));
    }
}
