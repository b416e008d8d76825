package fi.tyopolku.trainingdays;

import fi.tyopolku.clients.CaseRegister;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records training days and counts them. Every method that writes does all of its work or none; a refusal
 * ({@link DayRefusal}) leaves nothing behind.
 */
@Service
public class DayLedger {

    private static final int LONGEST_REASON = 1_000;

    private final JdbcClient jdbc;
    private final CaseRegister cases;
    private final Clock clock;

    DayLedger(JdbcClient jdbc, CaseRegister cases, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clock = clock;
    }

    /** Records one day. */
    @Transactional
    public void record(String caseId, DayMark mark) {
        add(caseId, List.of(mark));
    }

    /**
     * Records the week of a whole group, by case id. One wrong mark refuses the whole week; the refusal tells the case.
     */
    @Transactional
    public void recordAll(Map<String, List<DayMark>> weekByCase) {
        // In order of the case id, so that two weeks recorded at once cannot lock each other out.
        new TreeMap<>(weekByCase).forEach((caseId, marks) -> {
            DayRules.checkBatch(caseId, marks);
            add(caseId, marks);
        });
    }

    /** Changes a wrong mark where the day carries no hours. */
    @Transactional
    public void correct(String caseId, LocalDate day, Mark newMark, String reason, String by) {
        correct(caseId, day, newMark, null, reason, by);
    }

    /**
     * Changes a wrong mark or wrong hours. The journal keeps what stood there.
     *
     * @param newHours hours of the day when the new mark is present; null otherwise
     * @param reason why, required
     */
    @Transactional
    public void correct(String caseId, LocalDate day, Mark newMark, BigDecimal newHours, String reason, String by) {
        if (reason == null || reason.isBlank()) {
            throw new DayRefusal("trainingdays.reasonMissing", caseId, day);
        }
        if (reason.length() > LONGEST_REASON) {
            throw new DayRefusal("trainingdays.reasonTooLong", caseId, day, LONGEST_REASON);
        }
        holdDaysOf(caseId);
        TrainingDay old = jdbc.sql("select * from tyopolku.training_day where case_id = ? and training_date = ?")
                .params(caseId, day).query(DayLedger::day).optional()
                .orElseThrow(() -> new DayRefusal("trainingdays.noMark", caseId, day));
        DayRules.checkHours(caseId, day, old.legalForm(), newMark, newHours, old.workplaceNormalHours());
        BigDecimal hours = newMark == Mark.PRESENT ? newHours : null;
        if (old.mark() == newMark && same(old.hours(), hours)) {
            throw new DayRefusal("trainingdays.nothingToCorrect", caseId, day);
        }
        jdbc.sql("update tyopolku.training_day set mark = ?, hours = ? where case_id = ? and training_date = ?")
                .params(Arrays.asList(newMark.name(), hours, caseId, day)).update();
        checkWeekOf(caseId, day);
        jdbc.sql("""
                insert into tyopolku.training_day_correction
                (case_id, training_date, old_mark, new_mark, old_hours, new_hours, reason, corrected_by, corrected_at)
                values (:caseId, :day, :oldMark, :newMark, :oldHours, :newHours, :reason, :by, :at)""")
                .param("caseId", caseId).param("day", day)
                .param("oldMark", old.mark().name()).param("newMark", newMark.name())
                .param("oldHours", old.hours()).param("newHours", hours)
                .param("reason", reason.strip()).param("by", by).param("at", now())
                .update();
    }

    public DayBalance balance(String caseId) {
        return DayBalance.of(days(caseId));
    }

    /** All recorded days of a case in date order. */
    public List<TrainingDay> days(String caseId) {
        return jdbc.sql("select * from tyopolku.training_day where case_id = ? order by training_date")
                .param(caseId).query(DayLedger::day).list();
    }

    /** All corrections of a case, oldest first. */
    public List<DayCorrection> corrections(String caseId) {
        return jdbc.sql("select * from tyopolku.training_day_correction where case_id = ? order by id")
                .param(caseId).query(DayLedger::correction).list();
    }

    /** The recorded days and corrections of several cases at once; a case without any is there too. */
    public Map<String, CaseDays> daysOf(Collection<String> caseIds) {
        if (caseIds.isEmpty()) {
            return Map.of();
        }
        Map<String, List<TrainingDay>> days = jdbc.sql(
                "select * from tyopolku.training_day where case_id in (:cases) order by training_date")
                .param("cases", caseIds).query(DayLedger::day).list().stream()
                .collect(Collectors.groupingBy(TrainingDay::caseId));
        Map<String, List<DayCorrection>> corrections = jdbc.sql(
                "select * from tyopolku.training_day_correction where case_id in (:cases) order by id")
                .param("cases", caseIds).query(DayLedger::correction).list().stream()
                .collect(Collectors.groupingBy(DayCorrection::caseId));
        return caseIds.stream().distinct().collect(Collectors.toMap(Function.identity(), caseId -> new CaseDays(
                days.getOrDefault(caseId, List.of()), corrections.getOrDefault(caseId, List.of()))));
    }

    private void add(String caseId, List<DayMark> marks) {
        List<DayMark> inOrder = marks.stream().sorted(Comparator.comparing(DayMark::day)).toList();
        LocalDate today = LocalDate.now(clock);
        holdDaysOf(caseId);
        inOrder.forEach(mark -> DayRules.checkDay(caseId, mark, today));
        DayRules.checkDates(caseId, recordedDates(caseId), inOrder);
        inOrder.forEach(mark -> insert(caseId, mark));
        inOrder.stream().map(mark -> DayRules.mondayOf(mark.day())).distinct()
                .forEach(monday -> checkWeekOf(caseId, monday));
    }

    /** A week is counted from several rows, so that no row of a day could guard it. */
    private void holdDaysOf(String caseId) {
        cases.hold(caseId);
    }

    private void insert(String caseId, DayMark mark) {
        DayContext context = mark.context();
        try {
            jdbc.sql("""
                    insert into tyopolku.training_day
                    (case_id, training_date, kind, legal_form, mark, hours, workplace_normal_hours, source, recorded_by, recorded_at)
                    values (:caseId, :day, :kind, :form, :mark, :hours, :normalHours, :source, :by, :at)""")
                    .param("caseId", caseId).param("day", mark.day()).param("kind", mark.kind().name())
                    .param("form", mark.legalForm() == null ? null : mark.legalForm().name())
                    .param("mark", mark.mark().name())
                    .param("hours", mark.mark() == Mark.PRESENT ? mark.hours() : null)
                    .param("normalHours", context.workplaceNormalHours())
                    .param("source", context.source()).param("by", context.recordedBy()).param("at", now())
                    .update();
        } catch (DuplicateKeyException anotherWasFaster) {
            throw new DayRefusal("trainingdays.secondMark", caseId, mark.day());
        }
    }

    private void checkWeekOf(String caseId, LocalDate day) {
        LocalDate monday = DayRules.mondayOf(day);
        List<TrainingDay> present = jdbc.sql("""
                select * from tyopolku.training_day
                where case_id = ? and training_date between ? and ? and mark = 'PRESENT'""")
                .params(caseId, monday, monday.plusDays(6)).query(DayLedger::day).list();
        List<LegalForm> forms = new ArrayList<>();
        present.forEach(each -> forms.add(each.legalForm()));
        DayRules.checkWeek(caseId, monday, forms);
    }

    private Set<LocalDate> recordedDates(String caseId) {
        return days(caseId).stream().map(TrainingDay::day).collect(Collectors.toSet());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    private static TrainingDay day(ResultSet row, int number) throws SQLException {
        String form = row.getString("legal_form");
        return new TrainingDay(
                row.getString("case_id"),
                row.getObject("training_date", LocalDate.class),
                TrainingDayKind.valueOf(row.getString("kind")),
                form == null ? null : LegalForm.valueOf(form),
                Mark.valueOf(row.getString("mark")),
                row.getBigDecimal("hours"),
                row.getBigDecimal("workplace_normal_hours"),
                row.getString("source"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static DayCorrection correction(ResultSet row, int number) throws SQLException {
        return new DayCorrection(
                row.getString("case_id"),
                row.getObject("training_date", LocalDate.class),
                Mark.valueOf(row.getString("old_mark")),
                Mark.valueOf(row.getString("new_mark")),
                row.getBigDecimal("old_hours"),
                row.getBigDecimal("new_hours"),
                row.getString("reason"),
                row.getString("corrected_by"),
                row.getObject("corrected_at", OffsetDateTime.class).toInstant());
    }
}
