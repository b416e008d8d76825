package fi.tyopolku.meetings;

import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.Overlap;
import fi.tyopolku.funding.Appropriation;
import fi.tyopolku.funding.FundingLedger;
import fi.tyopolku.reporting.Figure;
import fi.tyopolku.reporting.Figures;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
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

    /** The practices' own yardsticks over the last year, for those that may be shown. */
    @Bean
    @Order(70)
    AgendaSource figuresOnTheAgenda(Figures figures, Clock clock) {
        return municipality -> figures.of(municipality, LocalDate.now(clock).minusYears(1), LocalDate.now(clock)).stream()
                .filter(Figure::isShown)
                .map(figure -> AgendaItem.of("FIGURES", "meetings.agenda.figure", "@reporting.figure." + figure.code(),
                        figure.count(), figure.of(), figure.percent()))
                .toList();
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
