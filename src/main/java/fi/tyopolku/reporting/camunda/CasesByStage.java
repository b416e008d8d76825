package fi.tyopolku.reporting.camunda;

import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.reporting.Municipalities;
import fi.tyopolku.reporting.Report;
import fi.tyopolku.reporting.Report.Chart;
import fi.tyopolku.reporting.Report.Column;
import fi.tyopolku.reporting.Report.Kind;
import fi.tyopolku.reporting.ReportSource;
import fi.tyopolku.reporting.ReportTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Where the paths under way stand. A manager sees every path of the own municipality anyway, so its numbers are shown
 * small too; of the other municipalities only the sum is, without a total that would give a small one away.
 */
@Component
@Order(10)
class CasesByStage implements ReportSource {

    private static final List<String> INTERRUPTED = List.of("sendTask_tellInterrupted", "gateway_break");

    private final RuntimeService runtime;
    private final ActingPerson acting;
    private final Municipalities municipalities;

    CasesByStage(RuntimeService runtime, ActingPerson acting, Municipalities municipalities) {
        this.runtime = runtime;
        this.acting = acting;
        this.municipalities = municipalities;
    }

    private record Count(String stage, int own, int others) {
    }

    @Override
    public String code() {
        return "cases-by-stage";
    }

    @Override
    public boolean hasPeriod() {
        return false;
    }

    @Override
    public Report report(Question question) {
        ReportTexts texts = ReportTexts.of(question);
        List<Count> counts = acting.asSystem(() -> counts(question.municipality()));
        List<List<Object>> rows = counts.stream().map(each -> Arrays.asList(
                texts.text("reporting.stage." + each.stage()), each.own(), Report.unlessSmall(each.others()))).toList();
        return new Report(code(),
                List.of(texts.column("stage", Kind.TEXT),
                        new Column(municipalities.name(question.municipality()), Kind.NUMBER),
                        texts.column("otherMunicipalities", Kind.NUMBER)),
                rows, new Chart(0, List.of(1, 2), false),
                List.of(texts.note("cases-by-stage", counts.stream().mapToInt(Count::own).sum()),
                        texts.note("casesOfOthers"), texts.note("small")));
    }

    private List<Count> counts(String municipality) {
        List<Count> counts = new ArrayList<>();
        Stages.ALL.forEach(stage -> counts.add(count(stage, municipality)));
        counts.add(new Count("interrupted",
                INTERRUPTED.stream().mapToInt(activity -> at(Stage.PATH, activity, municipality)).sum(),
                INTERRUPTED.stream().mapToInt(activity -> elsewhere(Stage.PATH, activity, municipality)).sum()));
        return counts;
    }

    private Count count(Stage stage, String municipality) {
        int own = at(stage.caller(), stage.activityId(), municipality);
        int others = elsewhere(stage.caller(), stage.activityId(), municipality);
        if (!stage.equals(Stages.NEXT_STEP)) {
            return new Count(stage.name(), own, others);
        }
        // Who applies for a subsidised job is counted there.
        Count inside = count(Stages.SUBSIDISED_JOB, municipality);
        return new Count(stage.name(), Math.max(0, own - inside.own()), Math.max(0, others - inside.others()));
    }

    private int elsewhere(String process, String activityId, String municipality) {
        return (int) executions(process, activityId).count() - at(process, activityId, municipality);
    }

    private int at(String process, String activityId, String municipality) {
        return (int) executions(process, activityId).tenantIdIn(municipality).count();
    }

    private ExecutionQuery executions(String process, String activityId) {
        return runtime.createExecutionQuery().processDefinitionKey(process).activityId(activityId);
    }
}
