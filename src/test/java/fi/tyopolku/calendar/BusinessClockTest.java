package fi.tyopolku.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class BusinessClockTest {

    private final BusinessClock clock = new BusinessClock();

    @Test
    void itFollowsTheMachineUntilItIsSet() {
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void setItStandsStillAndResetItRuns() {
        Instant past = Instant.parse("2024-02-29T10:00:00Z");
        clock.setTo(past);
        assertThat(clock.instant()).isEqualTo(past);
        clock.reset();
        assertThat(clock.instant()).isAfter(past);
    }

    @Test
    void aDayBeginsAtMidnightInHelsinki() {
        clock.setTo(Instant.parse("2026-01-14T22:30:00Z"));
        assertThat(clock.today()).isEqualTo("2026-01-15");
    }

    @Test
    void seenFromAnotherZoneItIsTheSameClock() {
        Clock utc = clock.withZone(ZoneOffset.UTC);
        Instant past = Instant.parse("2024-02-29T10:00:00Z");
        clock.setTo(past);
        assertThat(utc.instant()).isEqualTo(past);
        assertThat(utc.getZone()).isEqualTo(ZoneOffset.UTC);
    }
}
