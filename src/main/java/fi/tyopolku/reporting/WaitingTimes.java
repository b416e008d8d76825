package fi.tyopolku.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * How long people waited in each municipality, side by side, so that unequal availability shows (S3-8): calendar days
 * from the registration as a jobseeker until the referral was accepted.
 */
@Service
public class WaitingTimes {

    private final Waits waits;

    WaitingTimes(Waits waits) {
        this.waits = waits;
    }

    /**
     * @param people how many were accepted; under {@link Figure#SMALLEST_GROUP} the days are null
     * @param medianDays the middle one, of two middle ones the longer
     * @param ninetiethPercentileDays nine of ten waited this long at most
     */
    public record WaitingTime(String municipality, int people, Long medianDays, Long ninetiethPercentileDays) {
    }

    /** Of those accepted from the first to the last day, by municipality. */
    public List<WaitingTime> between(LocalDate from, LocalDate to) {
        return waits.forAcceptance(from, to).entrySet().stream().map(WaitingTimes::waitingTime).toList();
    }

    private static WaitingTime waitingTime(Map.Entry<String, List<Long>> waited) {
        Spread days = Spread.of(waited.getValue());
        return days.count() < Figure.SMALLEST_GROUP ? new WaitingTime(waited.getKey(), days.count(), null, null)
                : new WaitingTime(waited.getKey(), days.count(), days.median(), days.ninetiethPercentile());
    }
}
