package fi.tyopolku.supports.camunda;

import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.supports.Guidance;
import fi.tyopolku.supports.Integration;
import fi.tyopolku.supports.Tutors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of social guidance and integration support; the bean names are API for modellers. */
@Configuration
class GuidanceDelegates {

    /** Sets clientLabel and partOfPath of somebody who walked in. */
    @Bean
    JavaDelegate registerWalkIn(Guidance guidance) {
        return execution -> {
            execution.setVariable("clientLabel", guidance.labelOfVisitor(execution.getProcessBusinessKey()));
            execution.setVariable("partOfPath", false);
        };
    }

    /** Needs partOfPath; sets actionsForPlan: whether the plan of the client has new actions to show. */
    @Bean
    JavaDelegate recordSupportActions(Guidance guidance) {
        return execution -> {
            int shared = guidance.recordActions(execution.getProcessBusinessKey());
            execution.setVariable("actionsForPlan", shared > 0 && Boolean.TRUE.equals(execution.getVariable("partOfPath")));
        };
    }

    /** Sets tutorsFound; looks at the neighbours when tutorSearch is NEIGHBOURS. */
    @Bean
    JavaDelegate findTutors(Integration integration) {
        return execution -> execution.setVariable("tutorsFound", integration.tutorsFor(execution.getProcessBusinessKey(),
                execution.getTenantId(), "NEIGHBOURS".equals(execution.getVariable("tutorSearch"))).size());
    }

    /** Needs tutorId. */
    @Bean
    JavaDelegate reserveTutor(Tutors tutors) {
        return execution -> tutors.reserve((String) execution.getVariable("tutorId"), execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate releaseTutor(Tutors tutors) {
        return execution -> tutors.release(execution.getProcessBusinessKey());
    }

    /** The business key is the id of the tutor. */
    @Bean
    JavaDelegate registerTutor(Integration integration) {
        return execution -> integration.keepTutor(execution.getProcessBusinessKey(), execution.getTenantId());
    }

    @Bean
    JavaDelegate retireTutor(Integration integration) {
        return execution -> integration.retireTutor(execution.getProcessBusinessKey());
    }

    /** On the completion of a task: whoever did it goes on with the client. Sets advisor. */
    @Bean
    TaskListener rememberAdvisor(ActingPerson person) {
        return task -> task.setVariable("advisor", person.userId().orElse(task.getAssignee()));
    }
}
