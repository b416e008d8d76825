package fi.tyopolku.worktrial.camunda;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Bean {@code trialPeriods} for gateways. */
@Component("trialPeriods")
public class TrialPeriods {

    /** A period longer than a month has one discussion a month before its end, 380/2023 33 §. ISO dates. */
    public boolean longerThanMonth(String start, String end) {
        return LocalDate.parse(end).isAfter(LocalDate.parse(start).plusMonths(1));
    }
}
