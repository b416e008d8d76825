package fi.tyopolku.trainingdays;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What law and good order ask of a training day, of a week and of a batch of marks. */
class DayRules {

    /** Contact teaching and any mix of forms: five days a week, as 380/2023 57.1 § 4 and the expense allowance, 105 §. */
    static final int MOST_DAYS_IN_WEEK = 5;

    private static final int DAYS_OF_A_WEEK = 7;
    private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);

    private DayRules() {
    }

    /** One week of one case, as a trainer records it: at most seven marks, all in one week from Monday to Sunday. */
    static void checkBatch(String caseId, List<DayMark> marks) {
        if (marks.isEmpty()) {
            return;
        }
        LocalDate monday = mondayOf(marks.get(0).day());
        if (marks.size() > DAYS_OF_A_WEEK) {
            throw new DayRefusal("trainingdays.weekHasSevenDays", caseId, monday, marks.size());
        }
        for (DayMark mark : marks) {
            if (!mondayOf(mark.day()).equals(monday)) {
                throw new DayRefusal("trainingdays.notOneWeek", caseId, mark.day());
            }
        }
    }

    static void checkDay(String caseId, DayMark mark, LocalDate today) {
        if (mark.day().isAfter(today)) {
            throw new DayRefusal("trainingdays.inTheFuture", caseId, mark.day());
        }
        LocalDate start = mark.context().stageStart();
        if (start != null && mark.day().isBefore(start)) {
            throw new DayRefusal("trainingdays.beforeTheStart", caseId, mark.day());
        }
        checkHours(caseId, mark.day(), mark.legalForm(), mark.mark(), mark.hours(),
                mark.context().workplaceNormalHours());
    }

    static void checkHours(
            String caseId, LocalDate day, LegalForm form, Mark mark, BigDecimal hours, BigDecimal normalHours) {
        if (mark != Mark.PRESENT) {
            if (hours != null && hours.signum() != 0) {
                throw new DayRefusal("trainingdays.hoursWhenAbsent", caseId, day);
            }
            return;
        }
        if (hours == null) {
            if (form != null) {
                throw new DayRefusal("trainingdays.hoursMissing", caseId, day);
            }
            return;
        }
        if (hours.signum() <= 0 || hours.compareTo(HOURS_OF_A_DAY) > 0) {
            throw new DayRefusal("trainingdays.hoursOfNoDay", caseId, day);
        }
        if (form == null) {
            return;
        }
        BigDecimal least = form.leastHours();
        BigDecimal most = form == LegalForm.TRAINING_AGREEMENT ? normalHours : form.mostHours();
        if (least != null && hours.compareTo(least) < 0) {
            throw new DayRefusal("trainingdays.tooFewHours." + form, caseId, day, least);
        }
        if (most != null && hours.compareTo(most) > 0) {
            throw new DayRefusal("trainingdays.tooManyHours." + form, caseId, day, most);
        }
    }

    static void checkDates(String caseId, Set<LocalDate> recorded, List<DayMark> marks) {
        Set<LocalDate> dates = new HashSet<>(recorded);
        for (DayMark mark : marks) {
            if (!dates.add(mark.day())) {
                throw new DayRefusal("trainingdays.secondMark", caseId, mark.day());
            }
        }
    }

    /** The forms of law of the days present in one week; null stands for a contact day. */
    static void checkWeek(String caseId, LocalDate monday, Collection<LegalForm> presentDays) {
        long rehabilitative = presentDays.stream().filter(form -> form == LegalForm.REHABILITATIVE_WORK).count();
        int mostRehabilitative = LegalForm.REHABILITATIVE_WORK.mostDaysInWeek();
        if (rehabilitative > mostRehabilitative) {
            throw new DayRefusal("trainingdays.tooManyDays.REHABILITATIVE_WORK", caseId, monday, mostRehabilitative);
        }
        if (presentDays.size() > MOST_DAYS_IN_WEEK) {
            throw new DayRefusal("trainingdays.tooManyDays", caseId, monday, MOST_DAYS_IN_WEEK);
        }
    }

    static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
