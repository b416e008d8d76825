package fi.tyopolku.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final MovingClock clock = new MovingClock();
    private final Guesses guesses = new Guesses(clock);

    @Test
    void whoeverTriesManyLinksHasToWaitAndNobodyElse() {
        for (int i = 0; i < Guesses.MOST; i++) {
            assertThat(guesses.tooMany("192.0.2.1")).isFalse();
            guesses.wrong("192.0.2.1");
        }
        assertThat(guesses.tooMany("192.0.2.1")).isTrue();
        assertThat(guesses.tooMany("192.0.2.2")).isFalse();

        clock.now = clock.now.plus(Duration.ofMinutes(11));
        assertThat(guesses.tooMany("192.0.2.1")).isFalse();
    }

    @Test
    void theListOfAddressesDoesNotGrowForEver() {
        for (int i = 0; i < 10_050; i++) {
            guesses.wrong("address " + i);
        }
        for (int i = 0; i < Guesses.MOST; i++) {
            guesses.wrong("address 10049");
        }
        assertThat(guesses.tooMany("address 10049")).isTrue();
    }
}
