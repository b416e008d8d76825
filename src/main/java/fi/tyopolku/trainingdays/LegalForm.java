package fi.tyopolku.trainingdays;

import java.math.BigDecimal;

/** The form of law of an on-the-job period, with the limits it sets to a day and a week. */
public enum LegalForm {

    /** Training at the workplace inside labour market training, 380/2023 66 §: content as for a work trial. */
    LABOUR_MARKET_TRAINING(4, 8, 5),

    /** Work trial, 380/2023 57.1 § 3 and 4: 4 to 8 hours, at most 5 days a week. */
    WORK_TRIAL(4, 8, 5),

    /** Training agreement, 531/2017 71 §: at most the normal working time of the workplace. */
    TRAINING_AGREEMENT(null, null, 5),

    /** Rehabilitative work, 189/2001 13 b §: at least 4 hours, 1 to 4 calendar days a week. */
    REHABILITATIVE_WORK(4, null, 4);

    private final BigDecimal leastHours;
    private final BigDecimal mostHours;
    private final int mostDaysInWeek;

    LegalForm(Integer leastHours, Integer mostHours, int mostDaysInWeek) {
        this.leastHours = leastHours == null ? null : BigDecimal.valueOf(leastHours);
        this.mostHours = mostHours == null ? null : BigDecimal.valueOf(mostHours);
        this.mostDaysInWeek = mostDaysInWeek;
    }

    /** Hours a day must have at least, or null where the law sets no lower limit. */
    public BigDecimal leastHours() {
        return leastHours;
    }

    /** Hours a day may have at most, or null where the law sets no fixed upper limit. */
    public BigDecimal mostHours() {
        return mostHours;
    }

    public int mostDaysInWeek() {
        return mostDaysInWeek;
    }
}
