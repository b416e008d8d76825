package fi.tyopolku.contacttraining;

import fi.tyopolku.contacttraining.AttendancePages.CorrectionFault;
import fi.tyopolku.contacttraining.AttendanceSheets.Saved;
import fi.tyopolku.contacttraining.WeekRefused.Problem;
import fi.tyopolku.contacttraining.WeekSheet.Cell;
import fi.tyopolku.contacttraining.WeekSheet.Row;
import fi.tyopolku.contacttraining.WeekSheet.State;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.network.TrainingGroup;
import fi.tyopolku.notifications.StaffDirectory;
import fi.tyopolku.trainingdays.DayBalance;
import fi.tyopolku.trainingdays.DayCorrection;
import fi.tyopolku.trainingdays.Mark;
import fi.tyopolku.trainingdays.TrainingDayKind;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** What the pages of attendance show, in the reader's language. */
@Component
class AttendanceView {

    /** A row without permission is warned of before it brings the decision to an official. */
    private static final int WARN_FROM = 3;
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d.M.");

    private final StaffDirectory staff;

    AttendanceView(StaffDirectory staff) {
        this.staff = staff;
    }

    /** A group in the list of groups. */
    Map<String, Object> line(WeekSheet sheet, Optional<LocalDate> openWeek, Locale locale) {
        TrainingGroup group = sheet.group();
        List<Integer> done = sheet.rows().stream().filter(Row::isParticipant).map(row -> row.balance().contact()).toList();
        long ready = done.stream().filter(days -> days >= DayBalance.CONTACT_REQUIRED).count();
        Map<String, Object> line = new HashMap<>();
        line.put("href", href(group, sheet.monday()));
        line.put("name", group.name());
        line.put("time", Dates.shown(group.starts()) + "–" + Dates.shown(group.ends()));
        line.put("participants", done.size() + " / " + group.places());
        line.put("week", week(sheet.monday(), locale));
        line.put("isOpen", openWeek.isPresent());
        line.put("missing", sheet.missingNow());
        line.put("isMissing", sheet.missingNow() > 0);
        line.put("days", done.isEmpty() ? "–" : range(done, locale));
        line.put("ready", ready);
        return line;
    }

    private static String range(List<Integer> done, Locale locale) {
        int least = done.stream().min(Integer::compare).get();
        int most = done.stream().max(Integer::compare).get();
        return least == most ? least + " / " + DayBalance.CONTACT_REQUIRED
                : text(locale, "contacttraining.daysRange", least, most, DayBalance.CONTACT_REQUIRED);
    }

    /** The week of a group. */
    Map<String, Object> week(WeekSheet sheet, boolean mayMark, List<LocalDate> weeks, Optional<LocalDate> openWeek,
            Typed typed, List<Problem> problems, String message, Locale locale) {
        TrainingGroup group = sheet.group();
        boolean isOpenWeek = openWeek.filter(sheet.monday()::equals).isPresent();
        Map<String, Object> model = new HashMap<>();
        model.put("title", text(locale, "contacttraining.attendanceOf", group.name()));
        model.put("action", "/app/attendance/" + group.id());
        model.put("weekParameter", WeekOfYear.of(sheet.monday()).toString());
        model.put("week", week(sheet.monday(), locale));
        model.put("previous", weeks.stream().filter(sheet.monday()::isAfter).reduce((first, last) -> last)
                .map(monday -> link(group, monday, locale)).orElse(null));
        model.put("next", weeks.stream().filter(sheet.monday()::isBefore).findFirst()
                .map(monday -> link(group, monday, locale)).orElse(null));
        model.put("waiting", openWeek.filter(monday -> !monday.equals(sheet.monday()))
                .map(monday -> link(group, monday, locale)).orElse(null));
        model.put("message", message);
        model.put("status", status(sheet, isOpenWeek, locale));
        model.put("hasRows", !sheet.rows().isEmpty() && !sheet.days().isEmpty());
        boolean canMark = mayMark && sheet.canBeMarked();
        model.put("canMark", canMark);
        model.put("canFinish", mayMark && isOpenWeek && !sheet.canBeMarked() && sheet.missing() == 0 && !sheet.isRecorded());
        model.put("canSave", canMark || Boolean.TRUE.equals(model.get("canFinish")));
        model.put("showsNotes", mayMark && isOpenWeek);
        Typed.NOTES.forEach(name -> model.put(name, typed.notes().getOrDefault(name, "")));
        model.put("openNotes", typed.hasNotes());
        model.put("columns", sheet.days().stream().map(day -> column(sheet, day, canMark, locale)).toList());
        model.put("rows", sheet.rows().stream().map(row -> row(sheet, row, mayMark, typed, problems, locale)).toList());
        model.put("freeDays", canMark ? sheet.freeDays().stream()
                .map(day -> Map.of("value", day.getDayOfWeek().name(), "name", dayName(day, locale))).toList() : List.of());
        model.put("hasFreeDays", canMark && !sheet.freeDays().isEmpty());
        model.put("makeUpDays", sheet.days().stream().filter(day -> !sheet.taught().contains(day))
                .map(day -> day.getDayOfWeek().name()).toList());
        model.put("problems", problems.stream().map(problem -> problem(sheet, problem, typed, locale)).toList());
        model.put("hasProblems", !problems.isEmpty());
        model.put("legend", Arrays.stream(Mark.values()).map(mark -> Map.of("key", key(mark, locale),
                "name", name(mark, locale), "mark", mark.name())).toList());
        model.put("unsavedText", text(locale, "contacttraining.unsaved", "{0}"));
        model.put("unsavedOne", text(locale, "contacttraining.unsavedOne"));
        return model;
    }

    private String status(WeekSheet sheet, boolean isOpenWeek, Locale locale) {
        if (sheet.rows().isEmpty()) {
            return text(locale, "contacttraining.nobody");
        }
        if (sheet.isRecorded()) {
            return text(locale, "contacttraining.weekDone");
        }
        if (sheet.missing() > 0) {
            return text(locale, isOpenWeek ? "contacttraining.weekOpen" : "contacttraining.weekGoesOn", sheet.missing());
        }
        return text(locale, isOpenWeek ? "contacttraining.weekFull" : "contacttraining.weekFullTooEarly");
    }

    private Map<String, Object> column(WeekSheet sheet, LocalDate day, boolean canMark, Locale locale) {
        boolean hasOpen = sheet.rows().stream().anyMatch(row -> row.cells().get(day).state() == State.OPEN);
        return Map.of("weekday", weekday(day, locale), "date", SHORT.format(day), "day", day.toString(),
                "isMakeUp", !sheet.taught().contains(day), "canFill", canMark && hasOpen,
                "fillName", text(locale, "contacttraining.allPresentOn", dayName(day, locale)));
    }

    private Map<String, Object> row(WeekSheet sheet, Row row, boolean mayMark, Typed typed, List<Problem> problems,
            Locale locale) {
        int inRow = row.balance().unauthorisedInRow(TrainingDayKind.CONTACT);
        List<String> ofRow = problems.stream()
                .filter(problem -> row.caseId().equals(problem.caseId()) && problem.day() == null).map(Problem::sentence).toList();
        Map<String, Object> shown = new HashMap<>();
        String tag = " (" + row.caseId() + ")";
        shown.put("label", row.label().replace(tag, ""));
        shown.put("tag", row.label().endsWith(tag) ? row.caseId() : "");
        shown.put("id", "r-" + row.caseId());
        shown.put("hasLeft", !row.isParticipant());
        shown.put("days", row.balance().contact());
        shown.put("isDone", row.balance().contactDone());
        shown.put("warning", inRow < WARN_FROM ? "" : text(locale, row.balance()
                .interruptionToBeConsidered(TrainingDayKind.CONTACT) ? "contacttraining.absencesToDecide"
                : "contacttraining.absencesInRow", inRow));
        shown.put("faults", ofRow);
        shown.put("cells", row.cells().entrySet().stream()
                .map(cell -> cell(sheet, row, cell.getKey(), cell.getValue(), mayMark, typed, problems, locale)).toList());
        return shown;
    }

    private Map<String, Object> cell(WeekSheet sheet, Row row, LocalDate day, Cell cell, boolean mayMark, Typed typed,
            List<Problem> problems, Locale locale) {
        Mark chosen = typed.of(row.caseId(), day).orElse(null);
        String who = text(locale, "contacttraining.cell", row.label(), dayName(day, locale));
        Mark recorded = cell.recorded() == null ? null : cell.recorded().mark();
        Map<String, Object> shown = new HashMap<>();
        shown.put("id", row.caseId() + "-" + day);
        shown.put("name", "mark." + row.caseId() + "." + day);
        shown.put("who", who);
        shown.put("dayName", weekday(day, locale) + " " + SHORT.format(day));
        shown.put("isOpen", cell.state() == State.OPEN && mayMark);
        shown.put("options", cell.state() != State.OPEN ? List.of() : Arrays.stream(Mark.values())
                .map(mark -> Map.of("value", mark.name(), "text", name(mark, locale), "isChosen", mark == chosen)).toList());
        shown.put("isSaved", cell.state() == State.SAVED);
        shown.put("mark", recorded == null ? "" : recorded.name());
        shown.put("markName", recorded == null ? "" : name(recorded, locale));
        shown.put("isMissing", cell.state() == State.MISSING);
        shown.put("other", switch (cell.state()) {
            case ELSEWHERE -> text(locale, cell.recorded().kind() == TrainingDayKind.ON_THE_JOB
                    ? "contacttraining.atWorkplace" : "contacttraining.otherGroup");
            case FUTURE -> text(locale, "contacttraining.toCome");
            case NOT_YET -> text(locale, "contacttraining.noTrainingDay");
            case OPEN -> mayMark ? "" : text(locale, "contacttraining.mark.none");
            default -> "";
        });
        String correct = "/app/attendance/" + sheet.group().id() + "/correction?case=" + row.caseId() + "&day=" + day;
        shown.put("correct", correct);
        shown.put("correctName", text(locale, "contacttraining.correctOf", who,
                recorded == null ? text(locale, "contacttraining.mark.none") : name(recorded, locale)));
        shown.put("addName", text(locale, "contacttraining.addOf", who));
        shown.put("corrections", cell.corrections().stream().map(each -> correction(each, locale)).toList());
        shown.put("isCorrected", !cell.corrections().isEmpty());
        shown.put("fault", problems.stream()
                .filter(problem -> row.caseId().equals(problem.caseId()) && day.equals(problem.day()))
                .map(problem -> sentence(problem, typed, locale)).findFirst().orElse(""));
        return shown;
    }

    private String correction(DayCorrection correction, Locale locale) {
        return text(locale, "contacttraining.correctionLine", name(correction.oldMark(), locale),
                name(correction.newMark(), locale), correction.reason(), nameOf(correction.correctedBy()),
                Dates.shown(correction.correctedAt()));
    }

    private Map<String, Object> problem(WeekSheet sheet, Problem problem, Typed typed, Locale locale) {
        Optional<Row> row = problem.caseId() == null ? Optional.empty() : sheet.row(problem.caseId());
        boolean hasCell = row.isPresent() && problem.day() != null && row.get().cells().containsKey(problem.day());
        return Map.of("sentence", sentence(problem, typed, locale),
                "href", hasCell ? "#c-" + problem.caseId() + "-" + problem.day() : row.isPresent() ? "#r-" + problem.caseId() : "");
    }

    /** With what was given, so that it is not lost where the cell takes no mark any more. */
    private String sentence(Problem problem, Typed typed, Locale locale) {
        return problem.caseId() == null || problem.day() == null ? problem.sentence()
                : typed.of(problem.caseId(), problem.day()).map(mark -> problem.sentence() + " "
                        + text(locale, "contacttraining.youGave", name(mark, locale))).orElse(problem.sentence());
    }

    /** The page on which one mark is corrected or added. */
    Map<String, Object> correction(TrainingGroup group, Row row, LocalDate day, Cell cell, Mark chosen, String reason,
            List<CorrectionFault> faults, Locale locale) {
        Mark now = cell.recorded() == null ? null : cell.recorded().mark();
        Map<String, Object> model = new HashMap<>();
        model.put("title", text(locale, now == null ? "contacttraining.addTitle" : "contacttraining.correctTitle"));
        model.put("action", "/app/attendance/" + group.id() + "/correction");
        model.put("back", href(group, TeachingDays.mondayOf(day)) + "#c-" + row.caseId() + "-" + day);
        model.put("caseId", row.caseId());
        model.put("day", day.toString());
        model.put("seen", now == null ? "" : now.name());
        model.put("who", row.label());
        model.put("when", dayName(day, locale));
        model.put("group", group.name());
        model.put("now", name(now, locale));
        model.put("recordedBy", cell.recorded() == null ? "" : nameOf(cell.recorded().recordedBy()) + ", "
                + Dates.shown(cell.recorded().recordedAt()));
        model.put("corrections", cell.corrections().stream().map(each -> correction(each, locale)).toList());
        model.put("isCorrected", !cell.corrections().isEmpty());
        model.put("options", Arrays.stream(Mark.values()).filter(mark -> mark != now).map(mark -> Map.of("value", mark.name(),
                "text", name(mark, locale), "isChosen", mark == chosen)).toList());
        model.put("reason", reason);
        List<Map<String, Object>> shown = new ArrayList<>();
        faults.forEach(fault -> shown.add(Map.of("field", fault.field(), "sentence", text(locale, fault.keyOrSentence()))));
        model.put("problems", shown);
        model.put("hasProblems", !faults.isEmpty());
        model.put("markFault", fault(faults, "mark-PRESENT", locale));
        model.put("reasonFault", fault(faults, "reason", locale));
        return model;
    }

    private static String fault(List<CorrectionFault> faults, String field, Locale locale) {
        return faults.stream().filter(fault -> fault.field().equals(field)).findFirst()
                .map(fault -> text(locale, fault.keyOrSentence())).orElse("");
    }

    /** What was saved, as it goes into the address of the page that says so: numbers only. */
    String savedQuery(Saved saved) {
        StringBuilder query = new StringBuilder("&saved=" + (saved.isCompleted() ? "week" : "days"));
        saved.marks().forEach((mark, count) -> query.append('&').append(mark.name()).append('=').append(count));
        return query.toString();
    }

    String savedMessage(MultiValueMap<String, String> asked, Locale locale) {
        if (asked.containsKey("corrected")) {
            return text(locale, "added".equals(asked.getFirst("corrected")) ? "contacttraining.addedDone"
                    : "contacttraining.correctedDone");
        }
        if (!asked.containsKey("saved")) {
            return "";
        }
        return saved("week".equals(asked.getFirst("saved")), mark -> number(asked.getFirst(mark.name())), locale);
    }

    String saved(Saved saved, Locale locale) {
        return saved(saved.isCompleted(), mark -> saved.marks().getOrDefault(mark, 0), locale);
    }

    private static String saved(boolean isWhole, ToIntFunction<Mark> count, Locale locale) {
        int all = Arrays.stream(Mark.values()).mapToInt(count).sum();
        String marks = all == 0 ? text(locale, "contacttraining.nothingNew") : text(locale, "contacttraining.marksSaved", all,
                count.applyAsInt(Mark.PRESENT), count.applyAsInt(Mark.ABSENT_PERMITTED), count.applyAsInt(Mark.ABSENT_WITHOUT));
        return isWhole ? marks + " " + text(locale, "contacttraining.weekCompleted") : marks;
    }

    private static int number(String written) {
        return written != null && written.matches("\\d{1,4}") ? Integer.parseInt(written) : 0;
    }

    private String nameOf(String userId) {
        return staff.member(userId).map(member -> member.name()).orElse(userId);
    }

    private static Map<String, String> link(TrainingGroup group, LocalDate monday, Locale locale) {
        return Map.of("href", href(group, monday), "name", week(monday, locale));
    }

    private static String href(TrainingGroup group, LocalDate monday) {
        return "/app/attendance/" + group.id() + "?week=" + WeekOfYear.of(monday);
    }

    private static String week(LocalDate monday, Locale locale) {
        LocalDate sunday = monday.plusDays(6);
        return text(locale, "contacttraining.weekOf", String.valueOf(WeekOfYear.of(monday).number()), SHORT.format(monday),
                Dates.shown(sunday));
    }

    private static String weekday(LocalDate day, Locale locale) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, Texts.supported(locale));
    }

    /** 'maanantai 16.11.' */
    private static String dayName(LocalDate day, Locale locale) {
        return weekday(day, locale) + " " + SHORT.format(day);
    }

    private static String name(Mark mark, Locale locale) {
        return text(locale, mark == null ? "contacttraining.mark.none" : "contacttraining.markOption." + mark);
    }

    private static String key(Mark mark, Locale locale) {
        return name(mark, locale).substring(0, 1);
    }

    private static String text(Locale locale, String key, Object... arguments) {
        return Texts.in(locale, key, arguments);
    }
}
