package fi.tyopolku.handover.camunda;

import fi.tyopolku.access.RightsFile;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.calendar.Deadlines;
import fi.tyopolku.calendar.WorkingDays;
import fi.tyopolku.clients.CaseIds;
import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.handover.Coaches;
import fi.tyopolku.handover.Coaches.WithoutCoach;
import fi.tyopolku.handover.HandOverRuns;
import fi.tyopolku.handover.HandOverRuns.Asked;
import fi.tyopolku.messages.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of hand-overs; the bean names are API for modellers. */
@Configuration
class HandOverDelegates {

    private static final String SYSTEM = "system";
    private static final String ENDED_BY = "handOverEndedBy";
    private static final String NOTICE = "casesWithoutCoach";
    private static final int MOST_IDS_IN_A_MAIL = 100;

    private final HandOverRuns runs;
    private final ActingPerson acting;

    HandOverDelegates(HandOverRuns runs, ActingPerson acting) {
        this.runs = runs;
        this.acting = acting;
    }

    /**
     * Reads the start form. Sets handOverId and handOverCases; for a temporary hand-over also startsOn, endsOn,
     * handOverBegins and handOverEnds, the times of the timers.
     */
    @Bean
    JavaDelegate recordHandOver(Deadlines deadlines, BusinessClock clock) {
        return execution -> {
            boolean isTemporary = "TEMPORARY".equals(execution.getVariable("handOverKind"));
            LocalDate first = isTemporary ? LocalDate.parse((String) execution.getVariable("absenceFrom")) : null;
            LocalDate last = isTemporary ? LocalDate.parse((String) execution.getVariable("absenceTo")) : null;
            Object chosen = execution.getVariable("chosenCases");
            execution.removeVariable("chosenCases");
            set(execution, runs.record(new Asked(execution.getProcessBusinessKey(), execution.getTenantId(),
                    (String) execution.getVariable("fromCoach"), (String) execution.getVariable("newCoach"), first, last,
                    acting.userId().orElse(SYSTEM),
                    chosen == null ? List.of() : Arrays.asList(chosen.toString().split(",")))));
            execution.setVariable("handOverId", execution.getProcessBusinessKey());
            execution.setVariable("startsOn", first == null ? null : first.toString());
            execution.setVariable("endsOn", last == null ? null : last.toString());
            if (isTemporary) {
                // An absence that begins today begins now, also before eight o'clock.
                execution.setVariable("handOverBegins", first.equals(clock.today()) ? clock.instant().toString()
                        : deadlines.timerAt(first));
                execution.setVariable("handOverEnds", deadlines.timerAt(last.plusDays(1)));
            }
        };
    }

    /** Sets handOverCases. */
    @Bean
    JavaDelegate beginHandOver() {
        return execution -> set(execution, runs.begin(execution.getProcessBusinessKey()));
    }

    /** Sets handOverCases. */
    @Bean
    JavaDelegate endHandOver() {
        return execution -> {
            Object by = execution.getVariable(ENDED_BY);
            set(execution, runs.end(execution.getProcessBusinessKey(), by == null ? SYSTEM : by.toString()));
        };
    }

    /** Needs handOverId and handOverStep (FOR_GOOD, TO_DEPUTY, BACK); sets coachChange, the same or NONE. */
    @Bean
    JavaDelegate changeHands() {
        return execution -> {
            String id = (String) execution.getVariable("handOverId");
            String caseId = execution.getProcessBusinessKey();
            execution.setVariable("coachChange", "BACK".equals(execution.getVariable("handOverStep"))
                    ? runs.giveBack(id, caseId) : runs.carryOut(id, caseId));
        };
    }

    /** Input parameters {@code template} and {@code userId}. */
    @Bean
    JavaDelegate tellOfHandOver() {
        return execution -> runs.tell(execution.getProcessBusinessKey(), (String) execution.getVariableLocal("template"),
                (String) execution.getVariableLocal("userId"));
    }

    /** Needs handOverId. */
    @Bean
    JavaDelegate tellHandOverToEnd() {
        return execution -> {
            String by = acting.userId().orElse(SYSTEM);
            String id = (String) execution.getVariable("handOverId");
            acting.asSystem(() -> {
                try {
                    return execution.getProcessEngineServices().getRuntimeService()
                            .createMessageCorrelation("handOverEnded").processInstanceBusinessKey(id)
                            .setVariable(ENDED_BY, by).correlateWithResult();
                } catch (MismatchingMessageCorrelationException casesAreJustChangingHands) {
                    throw new Refusal("handover.handOverId.notNow");
                }
            });
        };
    }

    /** Begins the notice of each municipality that has cases without a coach; sets caseCount and caseIds there. */
    @Bean
    JavaDelegate lookForCasesWithoutCoach(Coaches coaches, RightsFile rights, WorkingDays workingDays, BusinessClock clock) {
        return execution -> {
            if (!workingDays.isWorkingDay(clock.today())) {
                return;
            }
            rights.municipalities().keySet().stream().sorted().forEach(municipality -> {
                List<WithoutCoach> found = coaches.casesWithoutCoach(municipality);
                if (!found.isEmpty()) {
                    Map<String, Object> facts = new HashMap<>(Map.of("municipality", municipality, "caseCount", found.size(),
                            "caseIds", found.stream().limit(MOST_IDS_IN_A_MAIL).map(each -> each.found().caseId())
                                    .collect(Collectors.joining(", "))));
                    execution.getProcessEngineServices().getRuntimeService().createProcessInstanceByKey(NOTICE)
                            .businessKey(CaseIds.next()).setVariables(facts).execute();
                }
            });
        };
    }

    /** For the call activity that follows in the same transaction: the list itself is not kept. */
    private static void set(DelegateExecution execution, List<String> caseIds) {
        execution.setVariable("handOverCases", Variables.objectValue(new ArrayList<>(caseIds), true).create());
    }
}
