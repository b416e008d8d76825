package fi.tyopolku.path.camunda;

import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.path.PathPlans;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The approvals of the path plan; the bean names are API for modellers. */
@Configuration
class PlanDelegates {

    private static final String SYSTEM = "system";

    private final ActingPerson acting;

    PlanDelegates(ActingPerson acting) {
        this.acting = acting;
    }

    /** Withdraws what approvals there are; sets planExists. */
    @Bean
    JavaDelegate openPlan(PathPlans plans) {
        return execution -> execution.setVariable("planExists",
                plans.open(execution.getProcessBusinessKey(), author()));
    }

    @Bean
    JavaDelegate recordClientApproval(PathPlans plans) {
        return execution -> plans.approvedByClient(execution.getProcessBusinessKey(), author());
    }

    @Bean
    JavaDelegate recordCoachApproval(PathPlans plans) {
        return execution -> plans.approvedByCoach(execution.getProcessBusinessKey(), author());
    }

    private String author() {
        return acting.userId().orElse(SYSTEM);
    }
}
