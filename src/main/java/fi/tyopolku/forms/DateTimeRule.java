package fi.tyopolku.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fi.tyopolku.forms.FormRefused.Fault;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days, times and both, as ISO texts in the form that the field serialises: {@code 2026-11-22}, {@code 09:30},
 * {@code 09:30+02:00}, {@code 07:30Z}, {@code 2026-11-22T09:30}. form-js leaves all of this to its calendar and validates
 * nothing.
 */
class DateTimeRule implements FieldRule {

    private static final Pattern TIME = Pattern.compile("(\\d{2}:\\d{2})(.*)");
    private static final Pattern OFFSET = Pattern.compile("[+-]\\d{2}:\\d{2}");
    private static final int EARLIEST_YEAR = 1900;
    private static final int YEARS_AHEAD = 20;
    private static final Set<Integer> INTERVALS = Set.of(1, 5, 10, 15, 30, 60);
    private static final int USUAL_INTERVAL = 15;

    private final Clock clock;

    DateTimeRule(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Fault> fault(FormFieldSchema field, JsonNode value, FormState state) {
        String kind = field.component().path("subtype").asText("date");
        try {
            if (!value.isTextual()) {
                return wrong(field, kind);
            }
            String text = value.asText();
            return switch (kind) {
                case "time" -> timeFault(field, text, kind);
                case "datetime" -> {
                    int separator = text.indexOf('T');
                    if (separator < 0) {
                        yield wrong(field, kind);
                    }
                    yield dayFault(field, text.substring(0, separator), kind)
                            .or(() -> timeFault(field, text.substring(separator + 1), kind));
                }
                default -> dayFault(field, text, kind);
            };
        } catch (DateTimeException e) {
            return wrong(field, kind);
        }
    }

    private static Optional<Fault> wrong(FormFieldSchema field, String kind) {
        return FieldRule.fault(field, kind.equals("time") ? "forms.time" : kind.equals("datetime") ? "forms.dateTime" : "forms.date");
    }

    private Optional<Fault> dayFault(FormFieldSchema field, String text, String kind) {
        LocalDate day = LocalDate.parse(text);
        LocalDate today = LocalDate.now(clock);
        if (field.component().path("disallowPassedDates").asBoolean(false) && day.isBefore(today)) {
            return FieldRule.fault(field, "forms.pastDate");
        }
        if (field.format().equals("notInFuture") && day.isAfter(today)) {
            return FieldRule.fault(field, "forms.futureDate");
        }
        boolean isPlausible = day.getYear() >= EARLIEST_YEAR && day.getYear() <= today.getYear() + YEARS_AHEAD;
        return isPlausible ? Optional.empty() : wrong(field, kind);
    }

    private static Optional<Fault> timeFault(FormFieldSchema field, String text, String kind) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches() || !isZoneAsSerialised(field, parts.group(2))) {
            return wrong(field, kind);
        }
        int interval = field.component().path("timeInterval").asInt(USUAL_INTERVAL);
        int minutes = INTERVALS.contains(interval) ? interval : USUAL_INTERVAL;
        return LocalTime.parse(parts.group(1)).getMinute() % minutes == 0 ? Optional.empty()
                : FieldRule.fault(field, "forms.timeInterval", minutes);
    }

    /** @throws DateTimeException where the offset does not exist */
    private static boolean isZoneAsSerialised(FormFieldSchema field, String zone) {
        return switch (field.component().path("timeSerializingFormat").asText()) {
            case "utc_normalized" -> zone.equals("Z");
            case "utc_offset" -> OFFSET.matcher(zone).matches() && ZoneOffset.of(zone) != null;
            default -> zone.isEmpty();
        };
    }

    @Override
    public JsonNode opened(FormFieldSchema field, JsonNode shown, FormState state) {
        return shown.isTextual() ? TextNode.valueOf(shown.asText()) : empty();
    }
}
