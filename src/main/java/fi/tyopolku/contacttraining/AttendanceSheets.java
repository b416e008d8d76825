package fi.tyopolku.contacttraining;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.contacttraining.WeekRefused.Problem;
import fi.tyopolku.contacttraining.WeekSheet.Cell;
import fi.tyopolku.contacttraining.WeekSheet.Row;
import fi.tyopolku.contacttraining.WeekSheet.State;
import fi.tyopolku.contacttraining.WeekTasks.OpenWeek;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.network.TrainingGroup;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.trainingdays.CaseDays;
import fi.tyopolku.trainingdays.DayContext;
import fi.tyopolku.trainingdays.DayLedger;
import fi.tyopolku.trainingdays.DayMark;
import fi.tyopolku.trainingdays.DayRefusal;
import fi.tyopolku.trainingdays.Mark;
import fi.tyopolku.trainingdays.TrainingDay;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The week of a group on one sheet. The ledger is the only truth: marks go there day by day as the trainer gives them, and
 * when the week is full the group's task of that week is completed in the same transaction.
 */
@Service
class AttendanceSheets {

    private final GroupAttendance attendance;
    private final TrainingGroups groups;
    private final TeachingDays teachingDays;
    private final DayLedger ledger;
    private final DocumentStore documents;
    private final CaseRegister cases;
    private final ClientRegister clients;
    private final WeekTasks tasks;
    private final Clock clock;

    AttendanceSheets(GroupAttendance attendance, TrainingGroups groups, TeachingDays teachingDays, DayLedger ledger,
            DocumentStore documents, CaseRegister cases, ClientRegister clients, WeekTasks tasks, Clock clock) {
        this.attendance = attendance;
        this.groups = groups;
        this.teachingDays = teachingDays;
        this.ledger = ledger;
        this.documents = documents;
        this.cases = cases;
        this.clients = clients;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** One mark given on the page; more than one for a day of a case, or none that can be read, is a mistake. */
    record Given(String caseId, LocalDate day, Set<Mark> marks) {
    }

    /**
     * What came of saving.
     *
     * @param marks how many new marks of each kind
     * @param isCompleted the week's task is done
     */
    record Saved(Map<Mark, Integer> marks, boolean isCompleted) {
    }

    /** The groups of contact training, of other trainings left out: those keep their own record. */
    List<TrainingGroup> trainedBy(String user) {
        return groups.trainedBy(user).stream().filter(this::isContactTraining).toList();
    }

    List<TrainingGroup> openIn(String municipality) {
        return groups.openGroups(municipality).stream().filter(this::isContactTraining).toList();
    }

    Optional<TrainingGroup> find(String groupId) {
        return groups.find(groupId).filter(this::isContactTraining);
    }

    private boolean isContactTraining(TrainingGroup group) {
        return documents.latest(group.id(), TrainingGroupOpening.DOCUMENT).isPresent();
    }

    /** Cases that are or were in the group. */
    Set<String> casesOf(String groupId) {
        Set<String> all = new HashSet<>(groups.formerParticipants(groupId));
        groups.participants(groupId).forEach(place -> all.add(place.caseId()));
        return all;
    }

    /** @param makeUp days without teaching that shall have a column */
    WeekSheet sheet(TrainingGroup group, LocalDate monday, Set<LocalDate> makeUp) {
        return sheet(group, monday, makeUp, null);
    }

    /** The week of a day, with a column for the day and a row for the case whatever is recorded. */
    WeekSheet sheetWith(TrainingGroup group, LocalDate day, String caseId) {
        return sheet(group, TeachingDays.mondayOf(day), Set.of(day), caseId);
    }

    private WeekSheet sheet(TrainingGroup group, LocalDate monday, Set<LocalDate> makeUp, String alwaysShown) {
        List<Participant> participants = attendance.participants(group.id());
        List<String> former = groups.formerParticipants(group.id()).stream()
                .filter(caseId -> participants.stream().noneMatch(each -> each.caseId().equals(caseId))).toList();
        Map<String, CaseDays> recorded = ledger.daysOf(Stream.concat(
                participants.stream().map(Participant::caseId), former.stream()).toList());
        List<LocalDate> taught = teachingDays.inWeekOf(group, monday);
        List<LocalDate> ofGroup = monday.datesUntil(monday.plusWeeks(1))
                .filter(day -> !day.isBefore(group.starts()) && !day.isAfter(group.ends())).toList();
        String source = GroupAttendance.source(group.id());
        List<LocalDate> days = ofGroup.stream().filter(day -> taught.contains(day) || makeUp.contains(day)
                || recorded.values().stream().anyMatch(of -> isOurs(of, day, source))).toList();
        Page page = new Page(taught, days, source, isRecorded(group.id(), monday), LocalDate.now(clock));
        List<Row> rows = new ArrayList<>();
        for (Participant each : participants) {
            String label = Participant.sharesItsName(each, participants) ? each.labelWithCase() : each.label();
            rows.add(page.row(each.caseId(), label, Optional.of(each), recorded.get(each.caseId())));
        }
        for (String caseId : former) {
            CaseDays of = recorded.get(caseId);
            if (caseId.equals(alwaysShown) || days.stream().anyMatch(day -> isOurs(of, day, source))) {
                rows.add(page.row(caseId, clients.clientLabel(caseId).orElse(caseId), Optional.empty(), of));
            }
        }
        return new WeekSheet(group, monday, taught, days, ofGroup.stream().filter(day -> !days.contains(day)).toList(),
                page.isRecorded, rows);
    }

    /** True when the week's task has been completed. */
    private boolean isRecorded(String groupId, LocalDate monday) {
        return documents.versions(groupId, WeekForm.DOCUMENT).stream()
                .anyMatch(week -> new WeekForm(week.content()).weekStarts().equals(monday));
    }

    private static boolean isOurs(CaseDays recorded, LocalDate day, String source) {
        return recorded.on(day).filter(found -> found.source().equals(source)).isPresent();
    }

    /** What all rows of a sheet share. */
    private record Page(List<LocalDate> taught, List<LocalDate> days, String source, boolean isRecorded, LocalDate today) {

        private Row row(String caseId, String label, Optional<Participant> participant, CaseDays recorded) {
            Map<LocalDate, Cell> cells = new LinkedHashMap<>();
            days.forEach(day -> cells.put(day, cell(participant, recorded, day)));
            return new Row(caseId, label, participant.isPresent(), recorded.balance(), cells);
        }

        private Cell cell(Optional<Participant> participant, CaseDays recorded, LocalDate day) {
            TrainingDay there = recorded.on(day).orElse(null);
            boolean isRequired = !isRecorded && taught.contains(day)
                    && participant.filter(each -> each.mustBeMarkedOn(day)).isPresent();
            return new Cell(state(participant, there, day), there, recorded.correctionsOf(day), isRequired);
        }

        private State state(Optional<Participant> participant, TrainingDay there, LocalDate day) {
            if (there != null) {
                return there.source().equals(source) ? State.SAVED : State.ELSEWHERE;
            }
            if (day.isAfter(today)) {
                return State.FUTURE;
            }
            if (participant.filter(each -> each.since().isAfter(day)).isPresent()) {
                return State.NOT_YET;
            }
            return isRecorded || participant.isEmpty() ? State.MISSING : State.OPEN;
        }
    }

    /** The week that waits for the trainer, if any. */
    Optional<LocalDate> openWeek(String groupId) {
        return tasks.openWeek(groupId).map(OpenWeek::weekStarts);
    }

    /**
     * Saves the marks, all or none, and completes the week's task when the week is full.
     *
     * @param makeUp days that the trainer has added to the week
     * @param notes what the group explored, by the fields of the document {@code attendanceWeek}
     * @throws WeekRefused with everything that is wrong
     * @throws Refusal where the week's form or its task says no
     */
    @Transactional
    public Saved save(String user, String groupId, LocalDate monday, Set<LocalDate> makeUp, List<Given> given,
            Map<String, String> notes) {
        TrainingGroup group = attendance.group(groupId);
        if (!groups.isTrainerOf(user, groupId)) {
            throw new Refusal("contacttraining.notYourGroup");
        }
        // From here on nobody else marks these people: what the sheet says stays true until the marks are written.
        attendance.holdDaysOf(attendance.participants(groupId));
        WeekSheet sheet = sheet(group, monday, makeUp);
        List<Problem> problems = given.stream().flatMap(each -> problem(sheet, each).stream()).toList();
        if (!problems.isEmpty()) {
            throw new WeekRefused(problems);
        }
        Map<Mark, Integer> written = write(sheet, given, user);
        boolean isFull = complete(sheet(group, monday, makeUp), notes);
        return new Saved(written, isFull);
    }

    private Map<Mark, Integer> write(WeekSheet sheet, List<Given> given, String user) {
        DayContext context = DayContext.of(sheet.group().starts(), GroupAttendance.source(sheet.group().id()), user);
        Map<String, List<DayMark>> marks = new TreeMap<>();
        Map<Mark, Integer> written = new EnumMap<>(Mark.class);
        for (Given each : given) {
            if (sheet.cell(each.caseId(), each.day()).filter(cell -> cell.state() == State.OPEN).isPresent()) {
                Mark mark = each.marks().iterator().next();
                marks.computeIfAbsent(each.caseId(), any -> new ArrayList<>()).add(DayMark.contact(each.day(), mark, context));
                written.merge(mark, 1, Integer::sum);
            }
        }
        try {
            ledger.recordAll(marks);
        } catch (DayRefusal refusal) {
            boolean isOfTheDay = sheet.days().contains(refusal.day()) && marks.get(refusal.caseId()).stream()
                    .anyMatch(mark -> mark.day().equals(refusal.day()));
            throw new WeekRefused(List.of(new Problem(refusal.caseId(), isOfTheDay ? refusal.day() : null,
                    text("contacttraining.dayOf", label(sheet, refusal.caseId()), refusal.in(locale())))));
        }
        return written;
    }

    private boolean complete(WeekSheet sheet, Map<String, String> notes) {
        Optional<OpenWeek> open = tasks.openWeek(sheet.group().id())
                .filter(week -> week.weekStarts().equals(sheet.monday()));
        if (open.isEmpty() || sheet.missing() > 0) {
            return false;
        }
        tasks.complete(open.get().taskId(), form(sheet, notes));
        return true;
    }

    private static Map<String, Object> form(WeekSheet sheet, Map<String, String> notes) {
        Map<String, Object> week = new HashMap<>();
        week.put(WeekForm.WEEK_STARTS, sheet.monday().toString());
        Set<String> makeUpDays = new HashSet<>();
        for (Row row : sheet.rows()) {
            row.cells().forEach((day, cell) -> {
                if (row.isParticipant() && cell.state() == State.SAVED) {
                    list(week, WeekForm.field(day.getDayOfWeek(), cell.recorded().mark())).add(row.caseId());
                    if (!sheet.taught().contains(day)) {
                        makeUpDays.add(day.getDayOfWeek().name());
                    }
                }
            });
        }
        week.put(WeekForm.MAKE_UP_DAYS, List.copyOf(makeUpDays));
        notes.forEach((name, text) -> {
            if (!text.isBlank()) {
                week.put(name, text.strip());
            }
        });
        return week;
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Map<String, Object> week, String field) {
        return (List<String>) week.computeIfAbsent(field, any -> new ArrayList<String>());
    }

    private Optional<Problem> problem(WeekSheet sheet, Given given) {
        String day = Dates.shown(given.day());
        Optional<Row> row = sheet.row(given.caseId());
        if (row.filter(Row::isParticipant).isEmpty()) {
            boolean wasHere = groups.formerParticipants(sheet.group().id()).contains(given.caseId());
            String label = wasHere ? clients.clientLabel(given.caseId()).orElse(given.caseId()) : given.caseId();
            return problem(given, wasHere ? "contacttraining.leftMeanwhile" : "contacttraining.notInTheGroup", label, day);
        }
        String label = row.get().label();
        if (given.marks().isEmpty()) {
            return problem(given, "contacttraining.markUnreadable", label, day);
        }
        if (given.marks().size() > 1) {
            return problem(given, "contacttraining.markedTwice", label, day);
        }
        Cell cell = row.get().cells().get(given.day());
        if (cell == null) {
            boolean isOfGroup = !given.day().isBefore(sheet.group().starts()) && !given.day().isAfter(sheet.group().ends());
            return problem(given, isOfGroup ? "contacttraining.noTeaching" : "contacttraining.outsideTheGroup", day);
        }
        return switch (cell.state()) {
            case OPEN -> Optional.empty();
            // The same mark once more is a second press of the button, or somebody else who saw the same.
            case SAVED -> given.marks().contains(cell.recorded().mark()) ? Optional.empty()
                    : problem(given, "contacttraining.savedMeanwhile", label, day,
                            text("contacttraining.mark." + cell.recorded().mark()));
            case ELSEWHERE -> problem(given, "contacttraining.dayOf", label, text("trainingdays.secondMark", day));
            case FUTURE -> problem(given, "contacttraining.dayOf", label, text("trainingdays.inTheFuture", day));
            case NOT_YET -> problem(given, "contacttraining.notYetInTheGroup", label, day);
            case MISSING -> problem(given, "contacttraining.weekIsRecorded", label, day);
        };
    }

    private static Optional<Problem> problem(Given given, String key, Object... arguments) {
        return Optional.of(new Problem(given.caseId(), given.day(), text(key, arguments)));
    }

    private static String label(WeekSheet sheet, String caseId) {
        return sheet.row(caseId).map(Row::label).orElse("");
    }

    /** The Mondays of the weeks with teaching. */
    List<LocalDate> weeksOf(TrainingGroup group) {
        return TeachingDays.mondayOf(group.starts()).datesUntil(group.ends().plusDays(1), Period.ofWeeks(1))
                .filter(monday -> !teachingDays.inWeekOf(group, monday).isEmpty()).toList();
    }

    boolean isCoachOf(String user, String caseId) {
        return cases.coachOf(caseId).filter(user::equals).isPresent();
    }

    /**
     * Corrects or adds a mark through its process.
     *
     * @param seen the mark that the person saw, null for none
     * @throws Refusal when the mark has changed meanwhile, or the process says no
     */
    @Transactional
    public void correct(String caseId, LocalDate day, Mark seen, Mark mark, String reason) {
        cases.hold(caseId);
        Mark now = ledger.daysOf(List.of(caseId)).get(caseId).on(day).map(TrainingDay::mark).orElse(null);
        if (now != seen) {
            throw new Refusal("contacttraining.changedMeanwhile", Dates.shown(day),
                    text("contacttraining.mark." + (now == null ? "none" : now)));
        }
        if (now == mark) {
            throw new Refusal("trainingdays.nothingToCorrect", Dates.shown(day));
        }
        tasks.correct(caseId, day, mark, reason);
    }

    private static String text(String key, Object... arguments) {
        return Texts.in(locale(), key, arguments);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    /** The days of the week, Monday first, as the form names them. */
    static Optional<LocalDate> dayOf(LocalDate monday, String weekday) {
        try {
            return Optional.of(monday.with(DayOfWeek.valueOf(weekday)));
        } catch (IllegalArgumentException noWeekday) {
            return Optional.empty();
        }
    }
}
