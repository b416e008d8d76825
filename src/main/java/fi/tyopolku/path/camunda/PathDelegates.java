package fi.tyopolku.path.camunda;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.path.Referrals;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The small steps of the path that change only the register of cases; the bean names are API for modellers. */
@Configuration
class PathDelegates {

    /** Needs the routing fact {@code coach}; sets referralAccepted. */
    @Bean
    JavaDelegate assignCoach(Referrals referrals) {
        return execution -> {
            referrals.accept(execution.getProcessBusinessKey(), (String) execution.getVariable("coach"));
            execution.setVariable("referralAccepted", true);
        };
    }

    /** Sets referralAccepted; the case is closed by the path. */
    @Bean
    JavaDelegate recordDecline() {
        return execution -> {
            execution.setVariable("referralAccepted", false);
            execution.setVariable("coach", null);
        };
    }

    @Bean
    JavaDelegate pauseCase(CaseRegister cases) {
        return execution -> cases.interrupt(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate resumeCase(CaseRegister cases) {
        return execution -> cases.resume(execution.getProcessBusinessKey());
    }

    /** Needs the input parameter {@code outcome}, a code. */
    @Bean
    JavaDelegate closeCase(CaseRegister cases) {
        return execution -> cases.closeCase(execution.getProcessBusinessKey(),
                (String) execution.getVariable("pathOutcome"));
    }
}
