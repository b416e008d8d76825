package fi.tyopolku.reporting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How long people waited in each municipality, side by side, so that unequal availability shows (S3-8): calendar days
 * from the registration as a jobseeker until the referral was accepted.
 */
@Service
public class WaitingTimes {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final JdbcClient jdbc;

    WaitingTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param people how many were accepted; under {@link Figure#SMALLEST_GROUP} the days are null
     * @param medianDays the middle one, of two middle ones the longer
     * @param ninetiethPercentileDays nine of ten waited this long at most
     */
    public record WaitingTime(String municipality, int people, Long medianDays, Long ninetiethPercentileDays) {
    }

    private record Accepted(String municipality, long days) {
    }

    /** Of those accepted from the first to the last day, by municipality. */
    public List<WaitingTime> between(LocalDate from, LocalDate to) {
        Map<String, List<Long>> days = new TreeMap<>();
        jdbc.sql("""
                        select municipality, registered_on, opened_at from tyopolku.client_case
                        where opened_at >= ? and opened_at < ?""")
                .params(from.atStartOfDay(HELSINKI).toOffsetDateTime(), to.plusDays(1).atStartOfDay(HELSINKI).toOffsetDateTime())
                .query((row, number) -> new Accepted(row.getString("municipality"), ChronoUnit.DAYS.between(
                        row.getObject("registered_on", LocalDate.class),
                        row.getObject("opened_at", OffsetDateTime.class).atZoneSameInstant(HELSINKI).toLocalDate())))
                .list()
                .forEach(each -> days.computeIfAbsent(each.municipality(), unknown -> new ArrayList<>()).add(each.days()));
        return days.entrySet().stream().map(each -> waitingTime(each.getKey(), each.getValue())).toList();
    }

    private static WaitingTime waitingTime(String municipality, List<Long> days) {
        if (days.size() < Figure.SMALLEST_GROUP) {
            return new WaitingTime(municipality, days.size(), null, null);
        }
        days.sort(Comparator.naturalOrder());
        return new WaitingTime(municipality, days.size(), days.get(days.size() / 2),
                days.get((int) Math.ceil(days.size() * 0.9) - 1));
    }
}
