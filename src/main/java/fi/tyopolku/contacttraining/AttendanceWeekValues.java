package fi.tyopolku.contacttraining;

import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.network.TrainingGroup;
import fi.tyopolku.trainingdays.Mark;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import fi.tyopolku.messages.Texts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the form of a group's week shows: the participants, the days, and everybody present to begin with. */
@Component
class AttendanceWeekValues implements ShownValues {

    private final GroupAttendance attendance;
    private final TeachingDays teachingDays;

    AttendanceWeekValues(GroupAttendance attendance, TeachingDays teachingDays) {
        this.attendance = attendance;
        this.teachingDays = teachingDays;
    }

    @Override
    public Set<String> names() {
        return Set.of("participants", "teachingDays", "freeDays", WeekForm.DOCUMENT);
    }

    @Override
    public Object value(String name, OpenForm form) {
        if (!(form.variables().get(WeekForm.WEEK_STARTS) instanceof String monday)) {
            return null;
        }
        TrainingGroup group = attendance.group(form.caseId());
        List<LocalDate> taught = teachingDays.inWeekOf(group, LocalDate.parse(monday));
        return switch (name) {
            case "participants" -> attendance.participants(group.id()).stream()
                    .map(each -> Map.of("label", each.labelWithCase(), "value", each.caseId())).toList();
            case "teachingDays" -> taught.stream().map(day -> day.getDayOfWeek().name()).toList();
            case "freeDays" -> freeDays(group, LocalDate.parse(monday), taught);
            default -> everybodyPresent(group, monday, taught);
        };
    }

    private static List<Map<String, String>> freeDays(TrainingGroup group, LocalDate monday, List<LocalDate> taught) {
        return Arrays.stream(DayOfWeek.values()).map(monday::with).filter(day -> !taught.contains(day))
                .filter(day -> !day.isBefore(group.starts()) && !day.isAfter(group.ends()))
                .map(day -> Map.of("label", label(day), "value", day.getDayOfWeek().name())).toList();
    }

    private static String label(LocalDate day) {
        var locale = Texts.supported(LocaleContextHolder.getLocale());
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, locale) + " "
                + day.format(GroupAttendance.FINNISH);
    }

    private Map<String, Object> everybodyPresent(TrainingGroup group, String monday, List<LocalDate> taught) {
        Map<String, Object> week = new HashMap<>();
        week.put(WeekForm.WEEK_STARTS, monday);
        week.put(WeekForm.MAKE_UP_DAYS, List.of());
        List<Participant> participants = attendance.participants(group.id());
        taught.forEach(day -> week.put(WeekForm.field(day.getDayOfWeek(), Mark.PRESENT), participants.stream()
                .filter(each -> !each.since().isAfter(day)).map(Participant::caseId).toList()));
        return week;
    }
}
