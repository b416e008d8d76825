package fi.tyopolku.funding.camunda;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.funding.FundingProject;
import fi.tyopolku.funding.FundingProjects;
import fi.tyopolku.funding.MunicipalTermsDrafts;
import fi.tyopolku.funding.plans.FundingPlans;
import fi.tyopolku.funding.plans.RuleModel;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code fundingPlan}, {@code municipalTerms} and {@code project}; the bean names are API for modellers. */
@Configuration
class FundingPlanDelegates {

    private final ActingPerson acting;

    FundingPlanDelegates(ActingPerson acting) {
        this.acting = acting;
    }

    /** Reads ruleModel and initiator; sets fundingPlanId. */
    @Bean
    JavaDelegate openFundingPlan(FundingPlans plans) {
        return execution -> execution.setVariable("fundingPlanId", plans.open(execution.getProcessBusinessKey(),
                execution.getTenantId(), RuleModel.valueOf((String) execution.getVariable("ruleModel")),
                (String) execution.getVariable("initiator")));
    }

    /** Asks the tables who may pay for the cost of the form. */
    @Bean
    JavaDelegate proposeFunder(FundingPlans plans) {
        return execution -> plans.propose(planOf(execution));
    }

    @Bean
    JavaDelegate addFundingLine(FundingPlans plans) {
        return execution -> plans.addLine(planOf(execution));
    }

    @Bean
    JavaDelegate removeFundingLine(FundingPlans plans) {
        return execution -> plans.removeLast(planOf(execution), user());
    }

    /** Sets planMoneyFound. */
    @Bean
    JavaDelegate reserveFundingPlan(FundingPlans plans) {
        return execution -> execution.setVariable("planMoneyFound", plans.reserve(planOf(execution), user()));
    }

    @Bean
    JavaDelegate dropWaitingLines(FundingPlans plans) {
        return execution -> plans.dropWaiting(planOf(execution), user());
    }

    @Bean
    JavaDelegate approveFundingPlan(FundingPlans plans) {
        return execution -> plans.approve(planOf(execution), user());
    }

    @Bean
    JavaDelegate rejectFundingPlan(FundingPlans plans) {
        return execution -> plans.reject(planOf(execution), user());
    }

    @Bean
    JavaDelegate giveUpFundingPlan(FundingPlans plans) {
        return execution -> plans.giveUp(planOf(execution), user());
    }

    /** Reads initiator, who drew the terms up. */
    @Bean
    JavaDelegate putTermsInForce(MunicipalTermsDrafts drafts) {
        return execution -> drafts.putInForce(execution.getProcessBusinessKey(), execution.getTenantId(),
                (String) execution.getVariable("initiator"), user());
    }

    @Bean
    JavaDelegate registerProject(FundingProjects projects, DocumentStore documents) {
        return execution -> {
            String id = execution.getProcessBusinessKey();
            JsonNode asked = documents.latest(id, "project").map(Document::content).orElseThrow();
            projects.register(new FundingProject(id, execution.getTenantId(), asked.path("name").asText(),
                    asked.path("funder").asText(), asked.path("euMoney").asBoolean(),
                    LocalDate.parse(asked.path("validFrom").asText()), LocalDate.parse(asked.path("validTo").asText()),
                    asked.path("sharedGoal").asText()), user());
        };
    }

    private static String planOf(DelegateExecution execution) {
        return (String) execution.getVariable("fundingPlanId");
    }

    private String user() {
        return acting.userId().orElse("system");
    }
}
