package fi.tyopolku.decisions.camunda;

import fi.tyopolku.decisions.CaseDecisions;
import fi.tyopolku.decisions.DecisionOutcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Bean {@code decide} for business rule tasks: {@code camunda:delegateExpression="${decide}"} with the input parameter
 * {@code decision}, the key of a decision table. Asks the table for the case (the business key) and sets one process
 * variable named like the table: the codes joined by commas, empty when no rule applied. The facts stay out of the
 * process.
 */
@Component("decide")
class DecideDelegate implements JavaDelegate {

    private final CaseDecisions decisions;

    DecideDelegate(CaseDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String decision = (String) execution.getVariableLocal("decision");
        DecisionOutcome outcome = decisions.decide(execution.getProcessBusinessKey(), decision);
        execution.setVariable(decision, String.join(",", outcome.codes()));
    }
}
