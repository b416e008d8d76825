package fi.tyopolku.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that stands still, for the tests of the ledgers. Goes before any other clock of the application. */
@TestConfiguration(proxyBeanMethods = false)
public class FixedClock {

    /** Sunday 22 November 2026. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    public static Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneId.of("Europe/Helsinki"));
    }

    @Bean
    @Primary
    Clock fixedTestClock() {
        return clock();
    }
}
