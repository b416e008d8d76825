package fi.tyopolku.calendar;

import fi.tyopolku.decisions.DecisionOutcome;
import fi.tyopolku.decisions.DecisionTables;
import fi.tyopolku.messages.Refusal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * By which day something is due. Every length comes from the decision table {@code deadlines}, where statutory rows name
 * act and section and our own rows say "policy". Bean {@code deadlines}, for models too:
 * {@code <timeDate>${deadlines.timer('SURVEY_REMINDER')}</timeDate>}, {@code ${deadlines.timerAt(resumeOn)}} and
 * {@code camunda:dueDate="${deadlines.taskDue('REFERRAL_HANDLING')}"}.
 *
 * <p>The day an event starts from is not counted. Working days are those of {@link WorkingDays}; days, months and years
 * are calendar ones, and a due day that is no working day stays where it is.
 */
@Component("deadlines")
public class Deadlines {

    private static final String TABLE = "deadlines";
    private static final int MOST_ANSWERS = 10_000;
    private static final LocalTime TIMERS_FIRE_AT = LocalTime.of(8, 0);
    private static final LocalTime OFFICE_CLOSES_AT = LocalTime.of(16, 0);

    private final DecisionTables tables;
    private final WorkingDays workingDays;
    private final BusinessClock clock;
    private final Map<Asked, Map<String, Object>> answers = new ConcurrentHashMap<>();

    /** Nearly every step asks, and the table has a row for every event of the path: the same question is asked once. */
    private record Asked(String event, LocalDate from, int versionOfTable) {
    }

    Deadlines(DecisionTables tables, WorkingDays workingDays, BusinessClock clock) {
        this.tables = tables;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** The due day of an event that starts today. */
    public LocalDate dueOn(String event) {
        return dueOn(event, clock.today());
    }

    /**
     * The due day of an event that starts from the given date; that date also chooses the law in force.
     *
     * @throws IllegalArgumentException when the table does not know the event
     * @throws Refusal {@code calendar.noFixedDeadline} when an official sets the date by need
     */
    public LocalDate dueOn(String event, LocalDate from) {
        Map<String, Object> rule = rule(event, from);
        int amount = ((Number) rule.get("amount")).intValue();
        LocalDate start = "END_OF_MONTH".equals(rule.get("countedFrom"))
                ? from.with(TemporalAdjusters.lastDayOfMonth())
                : from;
        String unit = (String) rule.get("code");
        return switch (unit) {
            case "WORKING_DAYS" -> workingDays.plus(start, amount);
            case "DAYS" -> start.plusDays(amount);
            case "MONTHS" -> start.plusMonths(amount);
            case "YEARS" -> start.plusYears(amount);
            case "BY_NEED" -> throw new Refusal("calendar.noFixedDeadline");
            default -> throw new IllegalStateException("Table deadlines: unknown unit " + unit);
        };
    }

    /** Act and section on which the deadline rests, or "policy". */
    public String basisOf(String event, LocalDate from) {
        return (String) rule(event, from).get("basis");
    }

    /** When a timer of an event that starts today fires: 8 o'clock of the due day, ISO with offset. */
    public String timer(String event) {
        return timerOn(dueOn(event));
    }

    /** The same for an event that starts from another date, given as {@link LocalDate} or ISO text. */
    public String timer(String event, Object from) {
        return timerOn(dueOn(event, dateOf(from)));
    }

    /** When a timer fires that a person or a plan has set for that day, given as {@link LocalDate} or ISO text. */
    public String timerAt(Object date) {
        return timerOn(dateOf(date));
    }

    /** When the task of an event that starts today is due: 16 o'clock of the due day. */
    public Date taskDue(String event) {
        return endOfOfficeHours(dueOn(event));
    }

    /** The same for an event that starts from another date, given as {@link LocalDate} or ISO text. */
    public Date taskDue(String event, Object from) {
        return endOfOfficeHours(dueOn(event, dateOf(from)));
    }

    private Map<String, Object> rule(String event, LocalDate from) {
        Asked asked = new Asked(event, from, tables.version(TABLE));
        Map<String, Object> known = answers.get(asked);
        if (known != null) {
            return known;
        }
        DecisionOutcome outcome = tables.evaluate(TABLE, Map.of("event", event, "startsOn", from));
        if (outcome.rows().isEmpty()) {
            throw new IllegalArgumentException("Table deadlines has no rule for " + event);
        }
        if (answers.size() >= MOST_ANSWERS) {
            answers.clear();
        }
        Map<String, Object> rule = outcome.single();
        answers.put(asked, rule);
        return rule;
    }

    private static LocalDate dateOf(Object date) {
        return date instanceof LocalDate localDate ? localDate : LocalDate.parse((String) date);
    }

    private static String timerOn(LocalDate date) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at(date, TIMERS_FIRE_AT).toOffsetDateTime());
    }

    private static Date endOfOfficeHours(LocalDate date) {
        return Date.from(at(date, OFFICE_CLOSES_AT).toInstant());
    }

    private static ZonedDateTime at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(BusinessClock.HELSINKI);
    }
}
