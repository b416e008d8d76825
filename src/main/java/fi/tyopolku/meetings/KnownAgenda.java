package fi.tyopolku.meetings;

import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.Overlap;
import fi.tyopolku.funding.Appropriation;
import fi.tyopolku.funding.FundingLedger;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The points of an agenda that the registers know. */
@Configuration
class KnownAgenda {

    @Bean
    @Order(10)
    AgendaSource earlierDecisionsOnTheAgenda(MeetingDecisions decisions) {
        return municipality -> decisions.toReview(municipality).stream()
                .collect(Collectors.groupingBy(MeetingDecision::state, Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(count -> AgendaItem.of("DECISIONS", "meetings.agenda.decisions", count.getValue(),
                        "@meetings.state." + count.getKey()))
                .toList();
    }

    @Bean
    @Order(40)
    AgendaSource overlapsOnTheAgenda(ClientServices services) {
        return municipality -> services.overlaps(municipality).stream().map(KnownAgenda::overlap).toList();
    }

    @Bean
    @Order(50)
    AgendaSource moneyOnTheAgenda(FundingLedger ledger) {
        return municipality -> ledger.overview(municipality).stream().map(KnownAgenda::money).toList();
    }

    private static AgendaItem overlap(Overlap overlap) {
        return AgendaItem.of("OVERLAPS", "meetings.agenda.overlap", overlap.caseId(),
                "@clientservices.service." + overlap.requested().service(),
                "@clientservices.service." + overlap.running().service());
    }

    private static AgendaItem money(Appropriation appropriation) {
        return AgendaItem.of("MONEY", "meetings.agenda.money", "@meetings.purpose." + appropriation.purpose(),
                appropriation.validTo(), euros(appropriation.amountCents()), euros(appropriation.reservedCents()),
                euros(appropriation.committedCents()), euros(appropriation.availableCents()));
    }

    private static String euros(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
