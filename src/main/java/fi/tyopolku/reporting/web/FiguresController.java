package fi.tyopolku.reporting.web;

import fi.tyopolku.access.StaffMember;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.reporting.Figure;
import fi.tyopolku.reporting.Figures;
import fi.tyopolku.reporting.WaitingTimes;
import fi.tyopolku.reporting.WaitingTimes.WaitingTime;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/figures} and {@code GET /api/waiting-times}, for managers: {@code from} and {@code to} are ISO dates,
 * by default the last 12 months. Figures are those of the caller's municipality; waiting times stand side by side.
 */
@RestController
@RequestMapping("/api")
class FiguresController {

    private final Figures figures;
    private final WaitingTimes waitingTimes;
    private final Clock clock;

    FiguresController(Figures figures, WaitingTimes waitingTimes, Clock clock) {
        this.figures = figures;
        this.waitingTimes = waitingTimes;
        this.clock = clock;
    }

    /** Count, percent and meetsTarget are null where the group is too small to be shown. */
    record ShownFigure(String code, String name, Integer count, int of, BigDecimal percent, Integer aboveTarget,
            Boolean meetsTarget) {
    }

    @GetMapping("/figures")
    List<ShownFigure> figures(Authentication caller, Locale locale,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        LocalDate last = last(to);
        return figures.of(municipality(caller), first(from, last), last).stream().map(figure -> shown(figure, locale)).toList();
    }

    @GetMapping("/waiting-times")
    List<WaitingTime> waitingTimes(Authentication caller,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        municipality(caller);
        LocalDate last = last(to);
        return waitingTimes.between(first(from, last), last);
    }

    private static ShownFigure shown(Figure figure, Locale locale) {
        return new ShownFigure(figure.code(), Texts.in(locale, "reporting.figure." + figure.code()),
                figure.isShown() ? figure.count() : null, figure.of(), figure.percent(), figure.aboveTarget(),
                figure.meetsTarget());
    }

    private static String municipality(Authentication caller) {
        StaffMember member = (StaffMember) caller.getPrincipal();
        if (!member.groups().contains("manager")) {
            throw new AccessDeniedException("Figures are for managers");
        }
        return member.municipality().orElseThrow(() -> new Refusal("access.municipalityUnclear"));
    }

    private LocalDate last(LocalDate to) {
        return to == null ? LocalDate.now(clock) : to;
    }

    private static LocalDate first(LocalDate from, LocalDate last) {
        LocalDate first = from == null ? last.minusYears(1).plusDays(1) : from;
        if (first.isAfter(last)) {
            throw new Refusal("reporting.datesReversed");
        }
        return first;
    }
}
