package fi.tyopolku.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlowPasswordHashTest {

    @Test
    void aPasswordOpensWithItsOwnHashOnly() {
        SlowPasswordHash hash = new SlowPasswordHash(1_000);
        String stored = hash.encrypt("Tyopolku-2026salt");
        assertThat(hash.check("Tyopolku-2026salt", stored)).isTrue();
        assertThat(hash.check("tyopolku-2026salt", stored)).isFalse();
        assertThat(hash.check("x", "not a hash")).isFalse();
    }

    @Test
    void theSamePasswordIsNeverStoredTheSameWay() {
        SlowPasswordHash hash = new SlowPasswordHash(1_000);
        assertThat(hash.encrypt("a")).isNotEqualTo(hash.encrypt("a"));
    }

    @Test
    void anOldPasswordStillOpensAfterTheRoundsAreRaised() {
        String stored = new SlowPasswordHash(1_000).encrypt("a");
        assertThat(new SlowPasswordHash(2_000).check("a", stored)).isTrue();
    }

    @Test
    void aLongPasswordIsNotCutShort() {
        SlowPasswordHash hash = new SlowPasswordHash(1_000);
        String stored = hash.encrypt("x".repeat(100));
        assertThat(hash.check("x".repeat(99), stored)).isFalse();
    }
}
