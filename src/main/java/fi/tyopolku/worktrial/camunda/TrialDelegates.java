package fi.tyopolku.worktrial.camunda;

import fi.tyopolku.worktrial.TrialAgreements;
import fi.tyopolku.worktrial.TrialTerms;
import fi.tyopolku.worktrial.TrialWeek;
import fi.tyopolku.worktrial.TrialWeeks;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of the work trial; the bean names are API for modellers. */
@Configuration
class TrialDelegates {

    /** Sets legalForm, trialStart and trialEnd (ISO dates) from the agreement. */
    @Bean
    JavaDelegate takeTrialTerms(TrialAgreements agreements) {
        return execution -> {
            TrialTerms terms = agreements.takeTerms(execution.getProcessBusinessKey());
            execution.setVariable("legalForm", terms.legalForm().name());
            execution.setVariable("trialStart", terms.start().toString());
            execution.setVariable("trialEnd", terms.end().toString());
        };
    }

    /** Sets trialWeekStart and trialWeekEnd (ISO dates). */
    @Bean
    JavaDelegate openTrialWeek(TrialWeeks weeks) {
        return execution -> {
            TrialWeek week = weeks.open(execution.getProcessBusinessKey(), date(execution, "trialWeekStart"));
            execution.setVariable("trialWeekStart", week.start().toString());
            execution.setVariable("trialWeekEnd", week.end().toString());
        };
    }

    /** Needs weekOutcome and decisionWanted; sets trialDaysReached, trialAbsenceToDecide and trialAgreementOver. */
    @Bean
    JavaDelegate recordTrialWeek(TrialWeeks weeks, TrialAgreements agreements) {
        return execution -> {
            TrialWeek week = new TrialWeek(date(execution, "trialWeekStart"), date(execution, "trialWeekEnd"));
            boolean goesOn = "CONTINUE".equals(execution.getVariable("weekOutcome"));
            boolean decisionWanted = goesOn && Boolean.TRUE.equals(execution.getVariable("decisionWanted"));
            TrialWeeks.WeekResult result = weeks.record(execution.getProcessBusinessKey(), week, goesOn);
            if (!goesOn || result.daysReached() || result.agreementOver()) {
                agreements.periodIsOver(execution.getProcessBusinessKey());
            }
            execution.setVariable("trialDaysReached", result.daysReached());
            execution.setVariable("trialAbsenceToDecide", result.absenceToDecide() || decisionWanted);
            execution.setVariable("trialAgreementOver", result.agreementOver());
        };
    }

    /** Needs periodResult; sets workTrialResult. An agreement that ran out is complete when the days are done. */
    @Bean
    JavaDelegate concludeTrial(TrialWeeks weeks, TrialAgreements agreements) {
        return execution -> {
            agreements.periodIsOver(execution.getProcessBusinessKey());
            String period = (String) execution.getVariable("periodResult");
            String ranOut = weeks.allDaysDone(execution.getProcessBusinessKey()) ? "COMPLETED" : "INTERRUPTED";
            execution.setVariable("workTrialResult", "AGREEMENT_OVER".equals(period) ? ranOut : period);
        };
    }

    private static LocalDate date(DelegateExecution execution, String name) {
        Object date = execution.getVariable(name);
        return date == null ? null : LocalDate.parse((String) date);
    }
}
