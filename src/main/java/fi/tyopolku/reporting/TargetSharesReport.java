package fi.tyopolku.reporting;

import static fi.tyopolku.reporting.Report.NotShown.SMALL_GROUP;

import fi.tyopolku.measures.Measure;
import fi.tyopolku.measures.Measures;
import fi.tyopolku.measures.TargetFigure;
import fi.tyopolku.reporting.Report.Chart;
import fi.tyopolku.reporting.Report.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Of which groups the participants of a measure were meant to be, and are (S3-44). */
@Component
@Order(41)
class TargetSharesReport implements ReportSource {

    private final Measures measures;

    TargetSharesReport(Measures measures) {
        this.measures = measures;
    }

    @Override
    public String code() {
        return "target-shares";
    }

    @Override
    public Report report(Question question) {
        ReportTexts texts = ReportTexts.of(question);
        List<List<Object>> rows = measures.of(question.municipality()).stream()
                .filter(each -> MeasurePlacesReport.runsIn(each, question))
                .flatMap(measure -> measures.targetFigures(measure.id()).stream().map(each -> row(measure, each, texts)))
                .toList();
        return new Report(code(),
                List.of(texts.column("groupOfMeasure", Kind.TEXT), texts.column("reached", Kind.NUMBER),
                        texts.column("outOf", Kind.NUMBER), texts.column("share", Kind.PERCENT),
                        texts.column("target", Kind.PERCENT), texts.column("meets", Kind.TEXT)),
                rows, new Chart(0, List.of(3), false, 4),
                List.of(texts.note("target-shares"), texts.note("targetSharesAim"), texts.note("small")));
    }

    private static List<Object> row(Measure measure, TargetFigure figure, ReportTexts texts) {
        String label = measure.name() + ": " + texts.text("measures.group." + figure.group());
        BigDecimal target = figure.targetPercent() == null ? null : BigDecimal.valueOf(figure.targetPercent());
        if (!figure.isShown()) {
            return Arrays.asList(label, SMALL_GROUP, SMALL_GROUP, SMALL_GROUP, target,
                    target == null ? null : SMALL_GROUP);
        }
        BigDecimal share = BigDecimal.valueOf(figure.count()).multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(figure.of()), 1, RoundingMode.HALF_UP);
        Boolean meets = target == null ? null : figure.count() * 100L >= (long) figure.targetPercent() * figure.of();
        return Arrays.asList(label, figure.count(), figure.of(), share, target, texts.yesOrNo(meets));
    }
}
