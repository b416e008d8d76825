package fi.tyopolku.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseFactsTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T22:30:00Z"), ZoneId.of("Europe/Helsinki"));

    @Test
    void todayIsAlwaysKnown() {
        assertThat(new CaseFacts(List.of(), clock).of("TP-1")).isEqualTo(Map.of("today", LocalDate.of(2026, 11, 22)));
    }

    @Test
    void whatTheModulesKnowIsPutTogether() {
        FactSource clients = caseId -> Map.of("client", Map.of("age", 24));
        FactSource days = caseId -> Map.of("days", Map.of("contact", 25), "client", Map.of("language", "sv"));
        assertThat(new CaseFacts(List.of(clients, days), clock).of("TP-1"))
                .containsEntry("client", Map.of("age", 24, "language", "sv"))
                .containsEntry("days", Map.of("contact", 25));
    }

    @Test
    void twoSourcesOfOneFactAreAnError() {
        FactSource one = caseId -> Map.of("client", Map.of("age", 24));
        FactSource other = caseId -> Map.of("client", Map.of("age", 25));
        assertThatIllegalStateException().isThrownBy(() -> new CaseFacts(List.of(one, other), clock).of("TP-1"))
                .withMessage("Two sources give the fact client.age");
    }
}
