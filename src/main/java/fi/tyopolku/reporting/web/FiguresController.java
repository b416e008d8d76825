package fi.tyopolku.reporting.web;

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

    /** Count, of, percent and meetsTarget are null where the group is too small to be shown. */
    record ShownFigure(String code, String name, Integer count, Integer of, BigDecimal percent, Integer aboveTarget,
            Boolean meetsTarget) {
    }

    @GetMapping("/figures")
    List<ShownFigure> figures(Authentication caller, Locale locale,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        Period period = Period.of(from, to, clock);
        return figures.of(Managers.municipality(caller), period.from(), period.to()).stream()
                .map(figure -> shown(figure, locale)).toList();
    }

    @GetMapping("/waiting-times")
    List<WaitingTime> waitingTimes(Authentication caller,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        Managers.municipality(caller);
        Period period = Period.of(from, to, clock);
        return waitingTimes.between(period.from(), period.to());
    }

    private static ShownFigure shown(Figure figure, Locale locale) {
        return new ShownFigure(figure.code(), Texts.in(locale, "reporting.figure." + figure.code()),
                figure.isShown() ? figure.count() : null, figure.isShown() ? figure.of() : null, figure.percent(),
                figure.aboveTarget(), figure.meetsTarget());
    }
}
