package fi.tyopolku.contacttraining;

import fi.tyopolku.access.StaffMember;
import fi.tyopolku.contacttraining.AttendanceSheets.Given;
import fi.tyopolku.contacttraining.AttendanceSheets.Saved;
import fi.tyopolku.contacttraining.WeekRefused.Problem;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.network.TrainingGroup;
import fi.tyopolku.pages.Pages;
import fi.tyopolku.privacy.AccessLog;
import fi.tyopolku.trainingdays.Mark;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /app/attendance}: a trainer's groups, the week of one group, the correction of one mark. A trainer sees the groups
 * they teach; a coach looks at the rows of their own clients. Anything else does not exist for them.
 */
@RestController
@RequestMapping(path = "/app/attendance", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
class AttendancePages {

    static final String TITLE = "contacttraining.attendance";
    private static final String LOOKED_AT = "ATTENDANCE";
    private static final String MARK = "mark.";
    private static final String WHOLE_WEEK = "all";
    private static final int LONGEST_REASON = 1_000;
    private static final int SIGNS_OF_DAY = 10;

    private final AttendanceSheets sheets;
    private final AttendanceView view;
    private final Pages pages;
    private final AccessLog accessLog;
    private final Clock clock;

    AttendancePages(AttendanceSheets sheets, AttendanceView view, Pages pages, AccessLog accessLog, Clock clock) {
        this.sheets = sheets;
        this.view = view;
        this.pages = pages;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /** A group as this person may look at it. */
    private record Sight(StaffMember person, TrainingGroup group, boolean isTrainer, Predicate<String> seesCase) {
    }

    @GetMapping
    ResponseEntity<String> groups(Authentication caller, Locale locale) {
        StaffMember person = (StaffMember) caller.getPrincipal();
        Set<TrainingGroup> all = new LinkedHashSet<>(sheets.trainedBy(person.userId()));
        person.municipalities().forEach(municipality -> all.addAll(sheets.openIn(municipality)));
        List<Map<String, Object>> open = new ArrayList<>();
        List<Map<String, Object>> ended = new ArrayList<>();
        for (TrainingGroup group : all) {
            sight(person, group).ifPresent(sight -> {
                boolean hasEnded = group.ends().isBefore(today()) && sheets.openWeek(group.id()).isEmpty();
                LocalDate monday = defaultWeek(group);
                (hasEnded ? ended : open).add(view.line(seen(sheets.sheet(group, monday, Set.of()), sight),
                        sheets.openWeek(group.id()), locale));
            });
        }
        return ok(pages.page("attendance-groups", TITLE, person, locale, Map.of("open", open, "ended", ended,
                "hasOpen", !open.isEmpty(), "hasEnded", !ended.isEmpty(), "hasNone", open.isEmpty() && ended.isEmpty())));
    }

    @GetMapping("/{groupId}")
    ResponseEntity<String> week(Authentication caller, Locale locale, @PathVariable String groupId,
            @RequestParam(required = false) String week, @RequestParam MultiValueMap<String, String> asked) {
        Optional<Sight> sight = sight(caller, groupId);
        Optional<LocalDate> monday = sight.flatMap(seen -> week == null ? Optional.of(defaultWeek(seen.group()))
                : WeekOfYear.mondayOf(week));
        if (monday.isEmpty()) {
            return nothing(caller, locale);
        }
        return ok(weekPage(sight.get(), monday.get(), makeUp(asked, monday.get()), Typed.nothing(), List.of(),
                view.savedMessage(asked, locale), locale));
    }

    @PostMapping("/{groupId}")
    ResponseEntity<String> save(Authentication caller, Locale locale, @PathVariable String groupId,
            @RequestParam String week, @RequestParam MultiValueMap<String, String> sent) {
        Optional<Sight> sight = sight(caller, groupId).filter(Sight::isTrainer);
        Optional<LocalDate> monday = WeekOfYear.mondayOf(week);
        if (sight.isEmpty() || monday.isEmpty()) {
            return nothing(caller, locale);
        }
        Set<LocalDate> makeUp = makeUp(sent, monday.get());
        Typed typed = typed(sent);
        if (sent.containsKey("fill") || sent.containsKey("show")) {
            Typed filled = filled(sheets.sheet(sight.get().group(), monday.get(), makeUp), typed, sent.getFirst("fill"));
            return ok(weekPage(sight.get(), monday.get(), makeUp, filled, List.of(), "", locale));
        }
        try {
            Saved saved = sheets.save(sight.get().person().userId(), groupId, monday.get(), makeUp, typed.given(),
                    typed.notes());
            if (!saved.isCompleted() && typed.hasNotes()) {
                // The week's task takes the notes when it is completed; until then they stay on the page.
                return ok(weekPage(sight.get(), monday.get(), makeUp, new Typed(List.of(), typed.notes()), List.of(),
                        view.saved(saved, locale) + " " + Texts.in(locale, "contacttraining.notesWait"), locale));
            }
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/app/attendance/" + groupId + "?week=" + week + view.savedQuery(saved))).build();
        } catch (WeekRefused refused) {
            return refused(sight.get(), monday.get(), makeUp, typed, refused.problems(), locale);
        } catch (Refusal refusal) {
            return refused(sight.get(), monday.get(), makeUp, typed,
                    List.of(new Problem(null, null, refusal.in(locale))), locale);
        }
    }

    private ResponseEntity<String> refused(Sight sight, LocalDate monday, Set<LocalDate> makeUp, Typed typed,
            List<Problem> problems, Locale locale) {
        return ResponseEntity.badRequest().body(weekPage(sight, monday, makeUp, typed, problems, "", locale));
    }

    @GetMapping("/{groupId}/correction")
    ResponseEntity<String> correction(Authentication caller, Locale locale, @PathVariable String groupId,
            @RequestParam("case") String caseId, @RequestParam String day) {
        return correctable(caller, groupId, caseId, day)
                .map(found -> ok(correctionPage(found, null, "", List.of(), locale)))
                .orElseGet(() -> nothing(caller, locale));
    }

    @PostMapping("/{groupId}/correction")
    ResponseEntity<String> correct(Authentication caller, Locale locale, @PathVariable String groupId,
            @RequestParam("case") String caseId, @RequestParam String day,
            @RequestParam(defaultValue = "") String seen, @RequestParam(defaultValue = "") String mark,
            @RequestParam(defaultValue = "") String reason) {
        Correctable found = correctable(caller, groupId, caseId, day).orElse(null);
        if (found == null) {
            return nothing(caller, locale);
        }
        Mark chosen = mark(mark).orElse(null);
        List<CorrectionFault> faults = new ArrayList<>();
        if (chosen == null) {
            faults.add(new CorrectionFault("mark-PRESENT", "contacttraining.markMissing"));
        }
        if (reason.isBlank()) {
            faults.add(new CorrectionFault("reason", "contacttraining.reasonMissing"));
        } else if (reason.strip().length() > LONGEST_REASON) {
            faults.add(new CorrectionFault("reason", "contacttraining.reasonTooLong"));
        }
        if (!faults.isEmpty()) {
            return ResponseEntity.badRequest().body(correctionPage(found, chosen, reason, faults, locale));
        }
        try {
            sheets.correct(caseId, found.day(), mark(seen).orElse(null), chosen, reason.strip());
        } catch (Refusal refusal) {
            return ResponseEntity.badRequest().body(correctionPage(found, chosen, reason,
                    List.of(new CorrectionFault("mark-PRESENT", refusal.in(locale))), locale));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/app/attendance/" + groupId + "?week="
                + WeekOfYear.of(found.day()) + "&corrected=" + (mark(seen).isPresent() ? "changed" : "added")
                + "#d-" + caseId + "-" + found.day())).build();
    }

    /** @param field the id of the field in the page */
    record CorrectionFault(String field, String keyOrSentence) {
    }

    private record Correctable(Sight sight, WeekSheet.Row row, LocalDate day, WeekSheet.Cell cell) {
    }

    private Optional<Correctable> correctable(Authentication caller, String groupId, String caseId, String written) {
        LocalDate day = day(written).orElse(null);
        if (day == null || day.isAfter(today())) {
            return Optional.empty();
        }
        return sight(caller, groupId)
                .filter(sight -> sight.seesCase().test(caseId) && sheets.casesOf(groupId).contains(caseId))
                .flatMap(sight -> sheets.sheetWith(sight.group(), day, caseId).row(caseId)
                        .map(row -> new Correctable(sight, row, day, row.cells().get(day))))
                .filter(found -> found.cell() != null);
    }

    private String correctionPage(Correctable found, Mark chosen, String reason, List<CorrectionFault> faults,
            Locale locale) {
        log(found.sight(), List.of(found.row().caseId()));
        return pages.page("attendance-correction", TITLE, found.sight().person(), locale,
                view.correction(found.sight().group(), found.row(), found.day(), found.cell(), chosen, reason, faults, locale));
    }

    private String weekPage(Sight sight, LocalDate monday, Set<LocalDate> makeUp, Typed typed, List<Problem> problems,
            String message, Locale locale) {
        WeekSheet sheet = seen(sheets.sheet(sight.group(), monday, makeUp), sight);
        log(sight, sheet.rows().stream().map(WeekSheet.Row::caseId).toList());
        return pages.page("attendance", TITLE, sight.person(), locale, view.week(sheet, sight.isTrainer(),
                sheets.weeksOf(sight.group()), sheets.openWeek(sight.group().id()), typed, problems, message, locale));
    }

    private void log(Sight sight, Collection<String> caseIds) {
        caseIds.forEach(caseId -> accessLog.looked(sight.person().userId(), caseId, LOOKED_AT));
    }

    private static WeekSheet seen(WeekSheet sheet, Sight sight) {
        return new WeekSheet(sheet.group(), sheet.monday(), sheet.taught(), sheet.days(), sheet.freeDays(),
                sheet.isRecorded(), sheet.rows().stream().filter(row -> sight.seesCase().test(row.caseId())).toList());
    }

    private Optional<Sight> sight(Authentication caller, String groupId) {
        return sheets.find(groupId).flatMap(group -> sight((StaffMember) caller.getPrincipal(), group));
    }

    private Optional<Sight> sight(StaffMember person, TrainingGroup group) {
        if (!person.municipalities().contains(group.municipality())) {
            return Optional.empty();
        }
        if (person.isIn("trainer") && group.trainer().equals(person.userId())) {
            return Optional.of(new Sight(person, group, true, any -> true));
        }
        if (!person.isIn("coach")) {
            return Optional.empty();
        }
        Set<String> own = sheets.casesOf(group.id()).stream()
                .filter(caseId -> sheets.isCoachOf(person.userId(), caseId)).collect(Collectors.toSet());
        return own.isEmpty() ? Optional.empty() : Optional.of(new Sight(person, group, false, own::contains));
    }

    /** The week that waits, else the one that goes on, else the group's nearest. */
    private LocalDate defaultWeek(TrainingGroup group) {
        LocalDate today = today();
        LocalDate nearest = today.isBefore(group.starts()) ? group.starts()
                : today.isAfter(group.ends()) ? group.ends() : today;
        return sheets.openWeek(group.id()).orElse(TeachingDays.mondayOf(nearest));
    }

    private static Set<LocalDate> makeUp(MultiValueMap<String, String> asked, LocalDate monday) {
        return asked.getOrDefault("makeUp", List.of()).stream()
                .flatMap(weekday -> AttendanceSheets.dayOf(monday, weekday).stream()).collect(Collectors.toSet());
    }

    private Typed filled(WeekSheet sheet, Typed typed, String fill) {
        if (fill == null) {
            return typed;
        }
        List<Given> all = new ArrayList<>(typed.given());
        sheet.rows().forEach(row -> row.cells().forEach((day, cell) -> {
            boolean isMeant = fill.equals(WHOLE_WEEK) ? sheet.taught().contains(day) : fill.equals(day.toString());
            if (isMeant && cell.state() == WeekSheet.State.OPEN && typed.of(row.caseId(), day).isEmpty()) {
                all.add(new Given(row.caseId(), day, EnumSet.of(Mark.PRESENT)));
            }
        }));
        return new Typed(all, typed.notes());
    }

    private static Typed typed(MultiValueMap<String, String> sent) {
        List<Given> given = new ArrayList<>();
        sent.forEach((name, values) -> {
            int end = name.length() - SIGNS_OF_DAY;
            Optional<LocalDate> day = name.startsWith(MARK) && end > MARK.length() ? day(name.substring(end)) : Optional.empty();
            List<String> written = values.stream().filter(value -> !value.isBlank()).toList();
            if (day.isPresent() && !written.isEmpty()) {
                given.add(new Given(name.substring(MARK.length(), end - 1), day.get(), marks(written)));
            }
        });
        Map<String, String> notes = new LinkedHashMap<>();
        Typed.NOTES.forEach(name -> notes.put(name, Optional.ofNullable(sent.getFirst(name)).orElse("")));
        return new Typed(given, notes);
    }

    /** None where one of them cannot be read, so that the cell is refused. */
    private static Set<Mark> marks(List<String> written) {
        List<Optional<Mark>> read = written.stream().map(AttendancePages::mark).toList();
        return read.contains(Optional.<Mark>empty()) ? Set.of()
                : read.stream().flatMap(Optional::stream).collect(Collectors.toCollection(() -> EnumSet.noneOf(Mark.class)));
    }

    private static Optional<Mark> mark(String written) {
        return Arrays.stream(Mark.values()).filter(mark -> mark.name().equals(written)).findFirst();
    }

    private static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private ResponseEntity<String> nothing(Authentication caller, Locale locale) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND).contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(pages.page("attendance-nothing", TITLE, (StaffMember) caller.getPrincipal(), locale, Map.of()));
    }

    private static ResponseEntity<String> ok(String page) {
        return ResponseEntity.ok(page);
    }
}
