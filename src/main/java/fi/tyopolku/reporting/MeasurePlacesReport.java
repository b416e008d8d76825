package fi.tyopolku.reporting;

import static fi.tyopolku.reporting.Report.NotShown.SMALL_GROUP;

import fi.tyopolku.measures.Measure;
import fi.tyopolku.measures.Measures;
import fi.tyopolku.measures.Participation;
import fi.tyopolku.network.TrainingGroup;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.reporting.Report.Chart;
import fi.tyopolku.reporting.Report.Kind;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Places of measures: taken, free, waited for; and how many began and completed. */
@Component
@Order(60)
class MeasurePlacesReport implements ReportSource {

    private final Measures measures;
    private final TrainingGroups groups;

    MeasurePlacesReport(Measures measures, TrainingGroups groups) {
        this.measures = measures;
        this.groups = groups;
    }

    @Override
    public String code() {
        return "measure-places";
    }

    @Override
    public Report report(Question question) {
        ReportTexts texts = ReportTexts.of(question);
        List<List<Object>> rows = measures.of(question.municipality()).stream().filter(each -> runsIn(each, question))
                .map(each -> row(each, texts)).toList();
        return new Report(code(),
                List.of(texts.column("measure", Kind.TEXT), texts.column("kind", Kind.TEXT),
                        texts.column("starts", Kind.DATE), texts.column("ends", Kind.DATE),
                        texts.column("places", Kind.NUMBER), texts.column("taken", Kind.NUMBER),
                        texts.column("free", Kind.NUMBER), texts.column("waiting", Kind.NUMBER),
                        texts.column("began", Kind.NUMBER), texts.column("completed", Kind.NUMBER)),
                rows, new Chart(0, List.of(5, 6, 7), true), List.of(texts.note("measure-places"), texts.note("small")));
    }

    static boolean runsIn(Measure measure, Question question) {
        return !measure.starts().isAfter(question.to()) && !measure.ends().isBefore(question.from());
    }

    private List<Object> row(Measure measure, ReportTexts texts) {
        int taken = groups.find(measure.id()).map(TrainingGroup::taken).orElse(0);
        Participation people = measures.participation(measure.id());
        return Arrays.asList(measure.name(), texts.ofCode("measures.kind.", measure.kind().name()), measure.starts(),
                measure.ends(), measure.places(), taken, measure.places() - taken, groups.waiting(measure.id()).size(),
                Report.unlessSmall(people.began()), completed(people));
    }

    /** Also hidden where the few who did not complete could be computed. */
    private static Object completed(Participation people) {
        int others = people.began() - people.completed();
        boolean isSmall = people.completed() < Report.SMALLEST_GROUP || others > 0 && others < Report.SMALLEST_GROUP;
        return isSmall ? SMALL_GROUP : (Object) people.completed();
    }
}
