package fi.tyopolku.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * The clock that every rule reads, in Finnish time. It follows the machine's clock until someone sets it: sample cases
 * get their past and tests their future from here, so that no rule is loosened for either.
 */
@Component
public class BusinessClock extends Clock {

    /** The time zone in which days begin and end for our clients. */
    public static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final Clock machine = Clock.system(HELSINKI);
    private volatile Clock current = machine;

    /** Stops the clock at this instant, until it is set again or reset. */
    public void setTo(Instant instant) {
        current = Clock.fixed(instant, HELSINKI);
    }

    /** Lets the clock follow the machine again. */
    public void reset() {
        current = machine;
    }

    public LocalDate today() {
        return LocalDate.now(this);
    }

    @Override
    public Instant instant() {
        return current.instant();
    }

    @Override
    public ZoneId getZone() {
        return HELSINKI;
    }

    /** The same clock seen from another zone: it moves when this one is set. */
    @Override
    public Clock withZone(ZoneId zone) {
        BusinessClock source = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return source.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return source.withZone(other);
            }
        };
    }
}
