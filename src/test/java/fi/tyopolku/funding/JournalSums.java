package fi.tyopolku.funding;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.funding.FundingEntry.Kind;
import java.util.List;

/** Adds up the journal of an appropriation and compares it with the sums the appropriation carries. */
final class JournalSums {

    private JournalSums() {
    }

    static void assertAddUp(FundingLedger ledger, String appropriationId) {
        List<FundingEntry> journal = ledger.journal(appropriationId);
        Appropriation now = ledger.balance(appropriationId);
        assertThat(now.amountCents()).isEqualTo(sum(journal, Kind.GRANTED));
        assertThat(now.reservedCents()).isEqualTo(
                sum(journal, Kind.RESERVED) - sum(journal, Kind.COMMITTED) - sum(journal, Kind.RELEASED));
        assertThat(now.committedCents()).isEqualTo(sum(journal, Kind.COMMITTED) - sum(journal, Kind.RECOVERED));
        assertThat(now.availableCents()).isNotNegative();
    }

    private static long sum(List<FundingEntry> journal, Kind kind) {
        return journal.stream().filter(entry -> entry.kind() == kind).mapToLong(FundingEntry::amountCents).sum();
    }
}
