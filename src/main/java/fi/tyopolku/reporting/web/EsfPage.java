package fi.tyopolku.reporting.web;

import fi.tyopolku.access.StaffMember;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.pages.MenuEntry;
import fi.tyopolku.pages.Pages;
import fi.tyopolku.reporting.Report;
import fi.tyopolku.reporting.ReportSource;
import fi.tyopolku.reporting.Reports;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is missing of the ESF+ participants' data, how many they are, and the file to take along. */
@RestController
class EsfPage {

    private static final String TITLE = "esf.page.title";

    private final Pages pages;
    private final Reports reports;
    private final Clock clock;

    EsfPage(Pages pages, Reports reports, Clock clock) {
        this.pages = pages;
        this.reports = reports;
        this.clock = clock;
    }

    @GetMapping(path = "/app/esf", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    ResponseEntity<String> page(Authentication caller, Locale browser,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        Locale locale = Texts.supported(browser);
        Period period;
        String fault = "";
        try {
            period = Period.of(from, to, clock);
        } catch (Refusal refusal) {
            period = Period.of(null, null, clock);
            fault = refusal.in(locale);
        }
        ReportSource.Question question =
                new ReportSource.Question(Managers.municipality(caller), period.from(), period.to(), locale);
        String days = "?from=" + period.from() + "&to=" + period.to();
        String page = pages.page("esf", TITLE, (StaffMember) caller.getPrincipal(), browser, Map.of(
                "fault", fault, "from", typed(from, period.from()), "to", typed(to, period.to()),
                "csv", "/api/reports/esf/participants.csv" + days, "xlsx", "/api/reports/esf/participants.xlsx" + days,
                "tables", List.of(table("esf-missing", question), table("esf", question))));
        return ResponseEntity.status(fault.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST).body(page);
    }

    private static String typed(LocalDate asked, LocalDate otherwise) {
        return (asked == null ? otherwise : asked).toString();
    }

    private Map<String, Object> table(String code, ReportSource.Question question) {
        Report report = reports.find(code).orElseThrow().report(question);
        return Map.of("title", Texts.in(question.locale(), "reporting.report." + code),
                "about", Texts.in(question.locale(), "reporting.report." + code + ".about"), "code", code,
                "columns", report.columns().stream().map(Report.Column::name).toList(),
                "rows", report.rows().stream().map(row -> Map.of("cells",
                        row.stream().map(value -> cell(value, question.locale())).toList())).toList(),
                "isEmpty", report.rows().isEmpty(), "notes", report.notes());
    }

    private static String cell(Object value, Locale locale) {
        if (value instanceof Report.NotShown) {
            return Texts.in(locale, "reporting.page.notShown");
        }
        return value instanceof LocalDate day ? Dates.shown(day) : Objects.toString(value, "");
    }

    @Configuration
    static class InTheMenu {

        @Bean
        MenuEntry esfEntry() {
            return new MenuEntry(81, "/app/esf", TITLE, Set.of("manager"));
        }
    }
}
