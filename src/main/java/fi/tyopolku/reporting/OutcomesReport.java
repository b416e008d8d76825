package fi.tyopolku.reporting;

import static fi.tyopolku.reporting.Report.NotShown.SMALL_GROUP;

import fi.tyopolku.reporting.Report.Chart;
import fi.tyopolku.reporting.Report.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the practices reached and what they measured themselves by, each share with what it is a share of. */
@Component
@Order(40)
class OutcomesReport implements ReportSource {

    /** JoPo 1: the training in metal and construction begins for 36 people (S3-29). */
    private static final int TRADE_TRAINING_PLACES = 36;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Figures figures;
    private final JdbcClient jdbc;

    OutcomesReport(Figures figures, JdbcClient jdbc) {
        this.figures = figures;
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "outcomes";
    }

    @Override
    public Report report(Question question) {
        ReportTexts texts = ReportTexts.of(question);
        List<List<Object>> rows = new ArrayList<>();
        figures.of(question.municipality(), question.from(), question.to()).forEach(each -> rows.add(row(each, texts)));
        rows.add(tradeTraining(question, texts));
        return new Report(code(),
                List.of(texts.column("yardstick", Kind.TEXT), texts.column("reached", Kind.NUMBER),
                        texts.column("outOf", Kind.NUMBER), texts.column("share", Kind.PERCENT),
                        texts.column("target", Kind.PERCENT), texts.column("meets", Kind.TEXT)),
                rows, new Chart(0, List.of(3), false, 4),
                List.of(texts.note("outcomes"), texts.note("outcomesTarget"), texts.note("tradeTraining"), texts.note("small")));
    }

    private static List<Object> row(Figure figure, ReportTexts texts) {
        String name = texts.text("reporting.figure." + figure.code());
        BigDecimal target = figure.aboveTarget() == null ? null : BigDecimal.valueOf(figure.aboveTarget());
        return figure.isShown()
                ? Arrays.asList(name, figure.count(), figure.of(), figure.percent(), target,
                        texts.yesOrNo(figure.meetsTarget()))
                : Arrays.asList(name, SMALL_GROUP, SMALL_GROUP, SMALL_GROUP, target, target == null ? null : SMALL_GROUP);
    }

    private List<Object> tradeTraining(Question question, ReportTexts texts) {
        int began = jdbc.sql("""
                        select count(distinct p.case_id) from tyopolku.measure_participant p
                        join tyopolku.measure m on m.id = p.measure_id and m.kind = 'TRADE_TRAINING'
                        join tyopolku.client_case c on c.case_id = p.case_id
                        where c.municipality = ? and p.began_on >= ? and p.began_on <= ?""")
                .params(question.municipality(), question.from(), question.to()).query(Integer.class).single();
        boolean isShown = began >= Report.SMALLEST_GROUP;
        return Arrays.asList(texts.text("reporting.figure.TRADE_TRAINING_BEGUN"), Report.unlessSmall(began),
                TRADE_TRAINING_PLACES,
                isShown ? BigDecimal.valueOf(began).multiply(WHOLE)
                        .divide(BigDecimal.valueOf(TRADE_TRAINING_PLACES), 1, RoundingMode.HALF_UP) : SMALL_GROUP,
                WHOLE, texts.yesOrNo(began >= TRADE_TRAINING_PLACES));
    }
}
