package fi.tyopolku.reporting.web;

import fi.tyopolku.messages.Texts;
import fi.tyopolku.reporting.Municipalities;
import fi.tyopolku.reporting.Report;
import fi.tyopolku.reporting.ReportSource;
import fi.tyopolku.reporting.Reports;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * {@code GET /api/reports}, and each report as JSON, CSV and XLSX, for managers, in the language of the browser.
 * {@code from} and {@code to} are ISO dates, by default the last 12 months.
 */
@RestController
@RequestMapping("/api/reports")
class ReportsController {

    /** What the page around the reports says. */
    private static final List<String> TEXTS = List.of("title", "about", "reports", "period", "from", "to", "show",
            "lastTwelveMonths", "thisYear", "lastYear", "thisQuarter", "loading", "loaded", "failed", "notForYou", "loggedOut",
            "csv", "xlsx", "notShown", "openInCockpit", "noRows", "chart", "table", "notes", "standing", "missingDate");

    private final Reports reports;
    private final Municipalities municipalities;
    private final Clock clock;

    ReportsController(Reports reports, Municipalities municipalities, Clock clock) {
        this.reports = reports;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    record Offered(String code, String title, String about, boolean hasPeriod) {
    }

    /** @param today the day it is in Finland, from which a page counts its periods */
    record Offer(String municipality, LocalDate today, String language, List<Offered> reports, Map<String, String> texts) {
    }

    record Made(String code, String title, String about, boolean hasPeriod, String municipality, LocalDate from,
            LocalDate to, List<Report.Column> columns, List<List<Object>> rows, Report.Chart chart, List<String> notes) {

        String fileName(String ending) {
            return "tyopolku-" + code + (hasPeriod ? "-" + from : "") + "-" + to + ending;
        }
    }

    @GetMapping
    Offer offer(Authentication caller, Locale browser) {
        Locale locale = Texts.supported(browser);
        return new Offer(municipalities.name(Managers.municipality(caller)), LocalDate.now(clock), locale.getLanguage(),
                reports.all().stream().map(each -> new Offered(each.code(), title(each.code(), locale),
                        about(each.code(), locale), each.hasPeriod())).toList(),
                TEXTS.stream().collect(Collectors.toMap(name -> name, name -> Texts.in(locale, "reporting.page." + name))));
    }

    @GetMapping("/{code:[a-z0-9-]+}")
    Made report(Authentication caller, Locale locale, @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        return make(caller, Texts.supported(locale), code, from, to);
    }

    @GetMapping("/{code:[a-z0-9-]+}.csv")
    ResponseEntity<byte[]> csv(Authentication caller, Locale browser, @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        Locale locale = Texts.supported(browser);
        Made made = make(caller, locale, code, from, to);
        return file(made.fileName(".csv"), "text/csv;charset=UTF-8", CsvFile.of(made, locale));
    }

    @GetMapping("/{code:[a-z0-9-]+}.xlsx")
    ResponseEntity<byte[]> xlsx(Authentication caller, Locale browser, @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        Locale locale = Texts.supported(browser);
        Made made = make(caller, locale, code, from, to);
        return file(made.fileName(".xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                XlsxFile.of(made, locale));
    }

    private Made make(Authentication caller, Locale locale, String code, LocalDate from, LocalDate to) {
        String municipality = Managers.municipality(caller);
        ReportSource source = reports.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Period period = Period.of(from, to, clock);
        Report report = source.report(new ReportSource.Question(municipality, period.from(), period.to(), locale));
        return new Made(code, title(code, locale), about(code, locale), source.hasPeriod(), municipalities.name(municipality),
                period.from(), source.hasPeriod() ? period.to() : LocalDate.now(clock), report.columns(), report.rows(),
                report.chart(), report.notes());
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").body(content);
    }

    private static String title(String code, Locale locale) {
        return Texts.in(locale, "reporting.report." + code);
    }

    private static String about(String code, Locale locale) {
        return Texts.in(locale, "reporting.report." + code + ".about");
    }
}
