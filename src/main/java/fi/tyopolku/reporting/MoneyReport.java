package fi.tyopolku.reporting;

import fi.tyopolku.funding.Appropriation;
import fi.tyopolku.funding.FundingLedger;
import fi.tyopolku.reporting.Report.Chart;
import fi.tyopolku.reporting.Report.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The municipality's appropriations as they stand now. */
@Component
@Order(30)
class MoneyReport implements ReportSource {

    private final FundingLedger ledger;

    MoneyReport(FundingLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String code() {
        return "money";
    }

    @Override
    public Report report(Question question) {
        ReportTexts texts = ReportTexts.of(question);
        List<List<Object>> rows = ledger.overview(question.municipality()).stream()
                .filter(each -> !each.validFrom().isAfter(question.to()) && !each.validTo().isBefore(question.from()))
                .map(each -> row(each, texts)).toList();
        return new Report(code(),
                List.of(texts.column("appropriation", Kind.TEXT), texts.column("funder", Kind.TEXT),
                        texts.column("validFrom", Kind.DATE), texts.column("validTo", Kind.DATE),
                        texts.column("granted", Kind.EUROS), texts.column("reserved", Kind.EUROS),
                        texts.column("committed", Kind.EUROS), texts.column("left", Kind.EUROS),
                        texts.column("used", Kind.PERCENT)),
                rows, new Chart(0, List.of(6, 5, 7), true), List.of(texts.note("money"), texts.note("moneyPeriod")));
    }

    private static List<Object> row(Appropriation each, ReportTexts texts) {
        return Arrays.asList(texts.ofCode("funding.purpose.", each.purpose()) + " " + years(each),
                texts.ofCode("funding.funder.", each.funder()), each.validFrom(), each.validTo(),
                euros(each.amountCents()), euros(each.reservedCents()), euros(each.committedCents()),
                euros(each.availableCents()), used(each));
    }

    private static String years(Appropriation each) {
        int first = each.validFrom().getYear();
        int last = each.validTo().getYear();
        return first == last ? String.valueOf(first) : first + "–" + last;
    }

    private static BigDecimal used(Appropriation each) {
        return each.amountCents() == 0 ? null : BigDecimal.valueOf(each.reservedCents() + each.committedCents())
                .multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(each.amountCents()), 1, RoundingMode.HALF_UP);
    }

    static BigDecimal euros(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
