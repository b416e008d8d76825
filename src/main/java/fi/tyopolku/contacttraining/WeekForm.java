package fi.tyopolku.contacttraining;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.trainingdays.Mark;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The document {@code attendanceWeek}: for each weekday three lists of case ids, one for each mark. */
record WeekForm(JsonNode content) {

    static final String DOCUMENT = "attendanceWeek";
    static final String WEEK_STARTS = "weekStarts";
    static final String MAKE_UP_DAYS = "makeUpDays";

    private static final Map<Mark, String> COLUMNS = new EnumMap<>(Map.of(
            Mark.PRESENT, "Present", Mark.ABSENT_PERMITTED, "Permitted", Mark.ABSENT_WITHOUT, "Without"));

    static String field(DayOfWeek day, Mark mark) {
        return day.name().toLowerCase(Locale.ROOT) + COLUMNS.get(mark);
    }

    LocalDate weekStarts() {
        return LocalDate.parse(content.path(WEEK_STARTS).asText());
    }

    Set<DayOfWeek> makeUpDays() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        texts(MAKE_UP_DAYS).forEach(name -> days.add(DayOfWeek.valueOf(name)));
        return days;
    }

    /** The marks that a case has on a weekday; anything but one is a mistake. */
    List<Mark> marks(String caseId, DayOfWeek day) {
        return Arrays.stream(Mark.values()).filter(mark -> texts(field(day, mark)).anyMatch(caseId::equals)).toList();
    }

    boolean hasMarksOn(DayOfWeek day) {
        return Arrays.stream(Mark.values()).anyMatch(mark -> texts(field(day, mark)).findAny().isPresent());
    }

    /** True when the case has any mark in the week. */
    boolean mentions(String caseId) {
        return Arrays.stream(DayOfWeek.values()).anyMatch(day -> !marks(caseId, day).isEmpty());
    }

    String text(String field) {
        return content.path(field).isTextual() ? content.get(field).asText() : "";
    }

    private Stream<String> texts(String field) {
        return StreamSupport.stream(content.path(field).spliterator(), false).map(JsonNode::asText);
    }
}
