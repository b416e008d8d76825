package fi.tyopolku.coaching;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The share of workers who progressed to other employers after a pay subsidy, the figure of the practice of Ii. Its
 * denominator is every pay-subsidised job that ended in the period, so that nobody drops out of it unseen.
 */
@Component
public class ProgressFigure {

    /** With fewer jobs a figure would tell about single people. */
    public static final int FEWEST_SHOWN = 5;

    private final JdbcClient jdbc;

    ProgressFigure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param from first and {@code to} last day on which the jobs ended
     * @return empty when fewer than {@link #FEWEST_SHOWN} jobs ended
     */
    @Transactional(readOnly = true)
    public Optional<Progress> of(String municipality, LocalDate from, LocalDate to) {
        Progress progress = jdbc.sql("""
                        select count(*) as ended, count(case when went_to = 'OTHER_EMPLOYER' then 1 end) as others
                        from tyopolku.employment_outcome
                        where municipality = ? and subsidised = true and ended_on between ? and ?""")
                .params(municipality, from, to)
                .query((row, number) -> new Progress(row.getInt("others"), row.getInt("ended"))).single();
        return Optional.of(progress).filter(found -> found.ended() >= FEWEST_SHOWN);
    }
}
