package fi.tyopolku.employers.camunda;

import fi.tyopolku.employers.Catalogue;
import fi.tyopolku.employers.Employer;
import fi.tyopolku.employers.EmployerSurveys;
import fi.tyopolku.employers.NetworkEvents;
import fi.tyopolku.employers.ShortageMail;
import fi.tyopolku.employers.SkillGap.Decision;
import fi.tyopolku.employers.SkillGaps;
import fi.tyopolku.employers.SkillGaps.GapList;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of employerNeedsSurvey, skillGap, industry and networkEvent; the bean names are API for modellers. */
@Configuration
class EmployerDelegates {

    private static final String NEW = "NEW";

    /** Reads employerChoice (NEW or KNOWN) and, when KNOWN, employerId. Sets employerId and industry. */
    @Bean
    JavaDelegate recordEmployer(EmployerSurveys surveys) {
        return execution -> {
            Employer employer = NEW.equals(execution.getVariable("employerChoice"))
                    ? surveys.register(subject(execution), execution.getTenantId())
                    : surveys.choose(subject(execution), execution.getTenantId(), (String) execution.getVariable("employerId"));
            execution.setVariable("employerId", employer.id());
            execution.setVariable("industry", employer.industry());
        };
    }

    @Bean
    JavaDelegate drawUpSkillProfile(EmployerSurveys surveys) {
        return execution -> surveys.drawUpProfile(subject(execution));
    }

    /** Sends mail: needs asyncBefore. */
    @Bean
    JavaDelegate sendSkillProfile(EmployerSurveys surveys) {
        return execution -> surveys.sendProfile(subject(execution), execution.getTenantId());
    }

    /** Sets reviewOn. */
    @Bean
    JavaDelegate confirmSkillProfile(EmployerSurveys surveys) {
        return execution -> {
            surveys.confirmProfile(subject(execution));
            execution.setVariable("reviewOn", surveys.reviewOn(subject(execution)).toString());
        };
    }

    /** Sets reviewOn to a year from now. */
    @Bean
    JavaDelegate keepSkillProfile(EmployerSurveys surveys) {
        return execution -> execution.setVariable("reviewOn", surveys.stillValid(subject(execution)).toString());
    }

    @Bean
    JavaDelegate closeSkillProfile(EmployerSurveys surveys) {
        return execution -> surveys.close(subject(execution));
    }

    /** Reads industry. Opens a gap list for it, or brings the one that waits for a decision up to date. */
    @Bean
    JavaDelegate raiseSkillGap(SkillGaps gaps, NetworkStarts starts) {
        return execution -> {
            String industry = (String) execution.getVariable("industry");
            gaps.undecided(execution.getTenantId(), industry).ifPresentOrElse(
                    open -> gaps.compare(open.id(), open.municipality(), industry),
                    () -> starts.skillGap(execution.getTenantId(), industry));
        };
    }

    /** Reads industry. Sets shortageFound and needFrom. */
    @Bean
    JavaDelegate compareSkills(SkillGaps gaps) {
        return execution -> {
            GapList list = gaps.compare(subject(execution), execution.getTenantId(), (String) execution.getVariable("industry"));
            execution.setVariable("needFrom", list.needFrom().toString());
            execution.setVariable("shortageFound", gaps.isShort(list.id()));
        };
    }

    /** Sets trainingDecided and recruitmentDecided. */
    @Bean
    JavaDelegate recordGapDecision(SkillGaps gaps) {
        return execution -> {
            gaps.decide(subject(execution));
            execution.setVariable("trainingDecided", gaps.isDecidedFor(subject(execution), Decision.TRAINING));
            execution.setVariable("recruitmentDecided", gaps.isDecidedFor(subject(execution), Decision.RECRUITMENT));
        };
    }

    /** Reads industry. Starts trainingProcurement with industry and gapId; does nothing while no such process is there. */
    @Bean
    JavaDelegate startProcurement(NetworkStarts starts) {
        return execution -> starts.trainingProcurement(execution.getTenantId(), (String) execution.getVariable("industry"),
                subject(execution));
    }

    /** Sends mail: needs asyncBefore. */
    @Bean
    JavaDelegate tellCoachesOfShortage(ShortageMail mail) {
        return execution -> mail.send(subject(execution));
    }

    /** Input parameter {@code result}. */
    @Bean
    JavaDelegate closeSkillGap(SkillGaps gaps) {
        return execution -> gaps.close(subject(execution), (String) execution.getVariableLocal("result"));
    }

    @Bean
    JavaDelegate changeIndustry(Catalogue catalogue) {
        return execution -> catalogue.changeIndustry(subject(execution));
    }

    @Bean
    JavaDelegate changeSkill(Catalogue catalogue) {
        return execution -> catalogue.changeSkill(subject(execution));
    }

    /** Reads heldOn. */
    @Bean
    JavaDelegate planEvent(NetworkEvents events) {
        return execution -> events.plan(subject(execution), execution.getTenantId(),
                LocalDate.parse((String) execution.getVariable("heldOn")));
    }

    /** Sends mail: needs asyncBefore. */
    @Bean
    JavaDelegate inviteEmployersToEvent(NetworkEvents events) {
        return execution -> events.inviteEmployers(subject(execution));
    }

    @Bean
    JavaDelegate recordEvent(NetworkEvents events) {
        return execution -> events.recordHeld(subject(execution));
    }

    @Bean
    JavaDelegate cancelEvent(NetworkEvents events) {
        return execution -> events.cancel(subject(execution));
    }

    private static String subject(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }
}
