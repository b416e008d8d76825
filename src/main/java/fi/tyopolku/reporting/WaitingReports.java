package fi.tyopolku.reporting;

import fi.tyopolku.reporting.Report.Chart;
import fi.tyopolku.reporting.Report.Kind;
import fi.tyopolku.reporting.Report.NotShown;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Waits of the municipalities side by side (S3-8): sums of other municipalities too, so that unequal availability shows. */
@Configuration
class WaitingReports {

    private final Municipalities municipalities;

    WaitingReports(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    private interface Measured {
        Map<String, List<Long>> between(LocalDate from, LocalDate to);
    }

    @Bean
    @Order(20)
    ReportSource waitingForAcceptance(Waits waits) {
        return source("waiting-times", waits::forAcceptance);
    }

    @Bean
    @Order(21)
    ReportSource waitingForContactTraining(Waits waits) {
        return source("waiting-contact-training", waits::forContactTraining);
    }

    @Bean
    @Order(22)
    ReportSource waitingForWorkTrial(Waits waits) {
        return source("waiting-work-trial", waits::forWorkTrial);
    }

    @Bean
    @Order(23)
    ReportSource waitingForFunding(Waits waits) {
        return source("waiting-funding", waits::forFunding);
    }

    private ReportSource source(String code, Measured measured) {
        return new ReportSource() {
            @Override
            public String code() {
                return code;
            }

            @Override
            public Report report(Question question) {
                ReportTexts texts = ReportTexts.of(question);
                List<List<Object>> rows = measured.between(question.from(), question.to()).entrySet().stream()
                        .map(each -> row(each.getKey(), Spread.of(each.getValue())))
                        .sorted(Comparator.comparing(row -> (String) row.get(0))).toList();
                return new Report(code,
                        List.of(texts.column("municipality", Kind.TEXT), texts.column("people", Kind.NUMBER),
                                texts.column("median", Kind.DAYS), texts.column("ninetieth", Kind.DAYS)),
                        rows, new Chart(0, List.of(2, 3), false),
                        List.of(texts.note(code), texts.note("median"), texts.note("small")));
            }
        };
    }

    private List<Object> row(String municipality, Spread days) {
        boolean isShown = days.count() >= Report.SMALLEST_GROUP;
        return Arrays.asList(municipalities.name(municipality), Report.unlessSmall(days.count()),
                isShown ? days.median() : NotShown.SMALL_GROUP, isShown ? days.ninetiethPercentile() : NotShown.SMALL_GROUP);
    }
}
