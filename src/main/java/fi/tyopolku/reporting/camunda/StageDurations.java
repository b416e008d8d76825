package fi.tyopolku.reporting.camunda;

import static fi.tyopolku.messages.Dates.HELSINKI;
import static fi.tyopolku.reporting.Report.NotShown.SMALL_GROUP;

import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.reporting.Report;
import fi.tyopolku.reporting.Report.Chart;
import fi.tyopolku.reporting.Report.Kind;
import fi.tyopolku.reporting.ReportSource;
import fi.tyopolku.reporting.ReportTexts;
import fi.tyopolku.reporting.Spread;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * How long stages and whole paths took that were completed in the period, from the engine's history. What history's
 * clean-up should have deleted already is not read any more.
 */
@Component
@Order(50)
class StageDurations implements ReportSource {

    private static final int PAGE = 1_000;
    private static final String FOLLOWED_UP = "endEvent_followedUp";

    private final HistoryService history;
    private final ActingPerson acting;
    private final Clock clock;

    StageDurations(HistoryService history, ActingPerson acting, Clock clock) {
        this.history = history;
        this.acting = acting;
        this.clock = clock;
    }

    private static final class Durations {
        private final Set<String> cases = new HashSet<>();
        private final List<Long> days = new ArrayList<>();
    }

    @Override
    public String code() {
        return "durations";
    }

    @Override
    public Report report(Question question) {
        ReportTexts texts = ReportTexts.of(question);
        List<List<Object>> rows = new ArrayList<>();
        Stages.ALL.forEach(stage -> rows.add(row(texts.text("reporting.stage." + stage.name()),
                completed(ended(stage.name(), question)))));
        rows.add(row(texts.text("reporting.stage.wholePath"),
                completed(ended(Stage.PATH, question).executedActivityIdIn(FOLLOWED_UP))));
        return new Report(code(),
                List.of(texts.column("stage", Kind.TEXT), texts.column("cases", Kind.NUMBER),
                        texts.column("median", Kind.DAYS), texts.column("ninetieth", Kind.DAYS)),
                rows, new Chart(0, List.of(2, 3), false),
                List.of(texts.note("durations"), texts.note("median"), texts.note("retention"), texts.note("small")));
    }

    private static List<Object> row(String stage, Durations took) {
        if (took.cases.size() < Report.SMALLEST_GROUP) {
            return Arrays.asList(stage, SMALL_GROUP, SMALL_GROUP, SMALL_GROUP);
        }
        Spread days = Spread.of(took.days);
        return Arrays.asList(stage, took.cases.size(), days.median(), days.ninetiethPercentile());
    }

    private HistoricProcessInstanceQuery ended(String process, Question question) {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey(process)
                .tenantIdIn(question.municipality()).completed()
                .finishedAfter(startOf(question.from())).finishedBefore(startOf(question.to().plusDays(1)))
                .orderByProcessInstanceEndTime().asc().orderByProcessInstanceId().asc();
    }

    private Durations completed(HistoricProcessInstanceQuery query) {
        return acting.asSystem(() -> {
            Durations took = new Durations();
            List<HistoricProcessInstance> page;
            int first = 0;
            do {
                page = query.listPage(first, PAGE);
                page.stream().filter(this::isKept).forEach(each -> {
                    took.cases.add(each.getBusinessKey());
                    took.days.add(ChronoUnit.DAYS.between(Dates.dayOf(each.getStartTime().toInstant()),
                            Dates.dayOf(each.getEndTime().toInstant())));
                });
                first += PAGE;
            } while (page.size() == PAGE);
            return took;
        });
    }

    private boolean isKept(HistoricProcessInstance instance) {
        return instance.getRemovalTime() == null || instance.getRemovalTime().toInstant().isAfter(clock.instant());
    }

    private static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(HELSINKI).toInstant());
    }
}
