package fi.tyopolku.meetings;

import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.Overlap;
import fi.tyopolku.feedback.FeedbackFigures;
import fi.tyopolku.funding.Appropriation;
import fi.tyopolku.funding.FundingLedger;
import fi.tyopolku.measures.Measures;
import fi.tyopolku.path.OpenEnds;
import fi.tyopolku.reporting.Figure;
import fi.tyopolku.reporting.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    @Order(45)
    AgendaSource measureOverlapsOnTheAgenda(Measures measures) {
        return municipality -> measures.of(municipality).stream()
                .flatMap(measure -> measures.overlapping(measure.id()).stream()
                        .filter(other -> measure.id().compareTo(other.id()) < 0)
                        .map(other -> AgendaItem.of("OVERLAPS", "meetings.agenda.measureOverlap", measure.name(), other.name())))
                .toList();
    }

    /** What should not be: chains that have come to a stop without anybody having decided so (S3-51). */
    @Bean
    @Order(35)
    AgendaSource openEndsOnTheAgenda(OpenEnds openEnds) {
        return municipality -> {
            OpenEnds.Findings found = openEnds.of(municipality);
            return Stream.concat(
                    found.stuck().stream().map(caseId -> AgendaItem.of("OPEN_ENDS", "meetings.agenda.stuck", caseId)),
                    found.notTakenUp().stream().map(end -> AgendaItem.of("OPEN_ENDS", "meetings.agenda.notTakenUp", end.caseId())))
                    .toList();
        };
    }

    /** The last year's answers, never of fewer than five people. */
    @Bean
    @Order(60)
    AgendaSource feedbackOnTheAgenda(FeedbackFigures feedback, Clock clock) {
        return municipality -> feedback.of(municipality, LocalDate.now(clock).minusYears(1), LocalDate.now(clock)).stream()
                .flatMap(party -> party.questions().stream().filter(question -> question.mean() != null)
                        .map(question -> AgendaItem.of("FEEDBACK", "meetings.agenda.feedback",
                                "@feedback.party." + party.party(), "@feedback." + party.party() + "." + question.question(),
                                question.answers(), BigDecimal.valueOf(question.mean()).setScale(1, RoundingMode.HALF_UP))))
                .toList();
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
        return AgendaItem.of("MONEY", "meetings.agenda.money", "@funding.purpose." + appropriation.purpose(),
                appropriation.validTo(), euros(appropriation.amountCents()), euros(appropriation.reservedCents()),
                euros(appropriation.committedCents()), euros(appropriation.availableCents()));
    }

    private static String euros(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
