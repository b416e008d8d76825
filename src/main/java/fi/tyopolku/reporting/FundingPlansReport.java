package fi.tyopolku.reporting;

import fi.tyopolku.reporting.Report.Chart;
import fi.tyopolku.reporting.Report.Kind;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the lines of funding plans stand, by the appropriation that is to pay them: purpose, funder and project. */
@Component
@Order(31)
class FundingPlansReport implements ReportSource {

    private final JdbcClient jdbc;

    FundingPlansReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "funding-plans";
    }

    /** Plans that run at some time in the period; what was taken out, released or rejected is left out. */
    @Override
    public Report report(Question question) {
        ReportTexts texts = ReportTexts.of(question);
        List<List<Object>> rows = jdbc.sql("""
                        select l.item, l.funder, coalesce(p.name, '') as project, count(*) as lines,
                        sum(case when l.state = 'WAITING' then 1 else 0 end) as waiting_lines,
                        sum(case when l.state = 'PLANNED' then l.amount else 0 end) as planned,
                        sum(case when l.state = 'WAITING' then l.amount else 0 end) as waiting,
                        sum(case when l.state = 'RESERVED' then l.amount else 0 end) as reserved,
                        sum(case when l.state = 'COMMITTED' then l.amount else 0 end) as committed
                        from tyopolku.funding_plan_line l
                        join tyopolku.funding_plan f on f.id = l.plan_id
                        left join tyopolku.funding_project p on p.id = l.project
                        where f.municipality = ? and f.state in ('DRAFT', 'APPROVED')
                        and f.starts_on <= ? and f.ends_on >= ?
                        and l.state in ('PLANNED', 'WAITING', 'RESERVED', 'COMMITTED')
                        group by l.item, l.funder, coalesce(p.name, '')
                        order by l.item, l.funder, coalesce(p.name, '')""")
                .params(question.municipality(), question.to(), question.from())
                .query((row, number) -> Arrays.<Object>asList(
                        texts.ofCode("funding.item.", row.getString("item")),
                        texts.ofCode("funding.funder.", row.getString("funder")),
                        row.getString("project"), row.getInt("lines"), row.getInt("waiting_lines"),
                        MoneyReport.euros(row.getLong("planned")), MoneyReport.euros(row.getLong("waiting")),
                        MoneyReport.euros(row.getLong("reserved")), MoneyReport.euros(row.getLong("committed"))))
                .list();
        return new Report(code(),
                List.of(texts.column("appropriation", Kind.TEXT), texts.column("funder", Kind.TEXT),
                        texts.column("project", Kind.TEXT), texts.column("lines", Kind.NUMBER),
                        texts.column("waitingLines", Kind.NUMBER), texts.column("planned", Kind.EUROS),
                        texts.column("waitingMoney", Kind.EUROS), texts.column("reserved", Kind.EUROS),
                        texts.column("committed", Kind.EUROS)),
                rows, new Chart(0, List.of(8, 7, 6, 5), true), List.of(texts.note("funding-plans")));
    }
}
