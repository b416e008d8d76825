package fi.tyopolku.reporting.web;

import fi.tyopolku.access.StaffMember;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.reporting.Municipalities;
import fi.tyopolku.reporting.Report;
import fi.tyopolku.reporting.ReportSource;
import fi.tyopolku.reporting.esf.EsfExport;
import fi.tyopolku.reporting.web.ReportsController.Made;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The records of ESF+ participants as a file, for managers only. It holds personal data, so each one is logged. */
@RestController
@RequestMapping("/api/reports/esf")
class EsfExportController {

    private final EsfExport export;
    private final Municipalities municipalities;
    private final Clock clock;

    EsfExportController(EsfExport export, Municipalities municipalities, Clock clock) {
        this.export = export;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    @GetMapping("/participants.csv")
    ResponseEntity<byte[]> csv(Authentication caller, Locale browser,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        Locale locale = Texts.supported(browser);
        Made made = make(caller, locale, from, to);
        return file(made.fileName(".csv"), "text/csv;charset=UTF-8", CsvFile.of(made, locale));
    }

    @GetMapping("/participants.xlsx")
    ResponseEntity<byte[]> xlsx(Authentication caller, Locale browser,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        Locale locale = Texts.supported(browser);
        Made made = make(caller, locale, from, to);
        return file(made.fileName(".xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                XlsxFile.of(made, locale));
    }

    private Made make(Authentication caller, Locale locale, LocalDate from, LocalDate to) {
        String municipality = Managers.municipality(caller);
        Period period = Period.of(from, to, clock);
        Report report = export.forManager(new ReportSource.Question(municipality, period.from(), period.to(), locale),
                ((StaffMember) caller.getPrincipal()).userId());
        return new Made(report.code(), Texts.in(locale, "esf.export"), Texts.in(locale, "esf.export.about"), true,
                municipalities.name(municipality), period.from(), period.to(), report.columns(), report.rows(), null,
                report.notes());
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store").body(content);
    }
}
