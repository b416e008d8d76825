package fi.tyopolku.contacttraining;

import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.network.TrainingGroup;
import fi.tyopolku.trainingdays.CaseDays;
import fi.tyopolku.trainingdays.DayLedger;
import fi.tyopolku.trainingdays.Mark;
import fi.tyopolku.trainingdays.TrainingDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the form of a group's week shows: the participants, the days, and everybody present to begin with. */
@Component
class AttendanceWeekValues implements ShownValues {

    private final GroupAttendance attendance;
    private final TeachingDays teachingDays;
    private final DayLedger ledger;

    AttendanceWeekValues(GroupAttendance attendance, TeachingDays teachingDays, DayLedger ledger) {
        this.ledger = ledger;
        this.attendance = attendance;
        this.teachingDays = teachingDays;
    }

    @Override
    public Set<String> names() {
        return Set.of("participants", "attendancePage", "teachingDays", "freeDays", WeekForm.DOCUMENT);
    }

    @Override
    public Object value(String name, OpenForm form) {
        if (!(form.variables().get(WeekForm.WEEK_STARTS) instanceof String monday)) {
            return null;
        }
        TrainingGroup group = attendance.group(form.caseId());
        List<LocalDate> taught = teachingDays.inWeekOf(group, LocalDate.parse(monday));
        return switch (name) {
            case "participants" -> options(attendance.participants(group.id()));
            case "attendancePage" -> "/app/attendance/" + group.id() + "?week=" + WeekOfYear.of(LocalDate.parse(monday));
            case "teachingDays" -> taught.stream().map(day -> day.getDayOfWeek().name()).toList();
            case "freeDays" -> freeDays(group, LocalDate.parse(monday), taught);
            default -> everybodyPresent(group, monday, taught);
        };
    }

    /** The name alone where it tells people apart: the form's columns are narrow. */
    private static List<Map<String, String>> options(List<Participant> participants) {
        return participants.stream().map(each -> Map.of("value", each.caseId(), "label",
                Participant.sharesItsName(each, participants) ? each.labelWithCase() : each.label())).toList();
    }

    private static List<Map<String, String>> freeDays(TrainingGroup group, LocalDate monday, List<LocalDate> taught) {
        return Arrays.stream(DayOfWeek.values()).map(monday::with).filter(day -> !taught.contains(day))
                .filter(day -> !day.isBefore(group.starts()) && !day.isAfter(group.ends()))
                .map(day -> Map.of("label", label(day), "value", day.getDayOfWeek().name())).toList();
    }

    private static String label(LocalDate day) {
        var locale = Texts.supported(LocaleContextHolder.getLocale());
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, locale) + " "
                + Dates.shown(day);
    }

    /** Who has no mark yet is filled in as present; what the ledger already says is shown as it stands there. */
    private Map<String, Object> everybodyPresent(TrainingGroup group, String monday, List<LocalDate> taught) {
        List<Participant> participants = attendance.participants(group.id());
        Map<String, CaseDays> recorded = ledger.daysOf(participants.stream().map(Participant::caseId).toList());
        Map<String, Object> week = new HashMap<>();
        List<String> makeUpDays = new ArrayList<>();
        for (DayOfWeek weekday : DayOfWeek.values()) {
            LocalDate day = LocalDate.parse(monday).with(weekday);
            Map<Mark, List<String>> marks = new EnumMap<>(Mark.class);
            for (Participant each : participants) {
                markOf(each, recorded.get(each.caseId()), day, taught.contains(day), GroupAttendance.source(group.id()))
                        .ifPresent(mark -> marks.computeIfAbsent(mark, any -> new ArrayList<>()).add(each.caseId()));
            }
            if (taught.contains(day)) {
                marks.computeIfAbsent(Mark.PRESENT, any -> new ArrayList<>());
            } else if (!marks.isEmpty()) {
                makeUpDays.add(weekday.name());
            }
            marks.forEach((mark, cases) -> week.put(WeekForm.field(weekday, mark), cases));
        }
        week.put(WeekForm.WEEK_STARTS, monday);
        week.put(WeekForm.MAKE_UP_DAYS, makeUpDays);
        return week;
    }

    private static Optional<Mark> markOf(Participant participant, CaseDays recorded, LocalDate day, boolean isTaught,
            String source) {
        Optional<TrainingDay> there = recorded.on(day);
        if (there.isPresent()) {
            return there.filter(found -> found.source().equals(source)).map(TrainingDay::mark);
        }
        return isTaught && !participant.since().isAfter(day) ? Optional.of(Mark.PRESENT) : Optional.empty();
    }
}
