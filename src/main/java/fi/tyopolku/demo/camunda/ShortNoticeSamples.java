package fi.tyopolku.demo.camunda;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A place left in a course on a Saturday, offered to clients in the training group: the mailbox of the demo holds a link
 * that works. Feedback that is being asked of a client.
 */
@Component
@Profile("demo")
@Order(70)
class ShortNoticeSamples implements PracticeSamples {

    private static final Pattern CASE_ID = Pattern.compile("TP-\\w{4}-\\w{4}");
    private static final int ASKED = 2;

    @Override
    public void make(CaseSteps steps, LocalDate today, Map<String, String> caseIds) {
        LocalDate saturday = today.plusDays(5).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        steps.itIs(today);
        String place = steps.start("employer-liaison", "shortNoticeTraining", Map.of("unfilledPlace", report(saturday)));
        List<String> suited = CASE_ID.matcher(steps.shown("coach", place, "userTask_checkOffers", "offeredTo")).results()
                .map(found -> found.group()).limit(ASKED).toList();
        steps.submit("coach", place, "userTask_checkOffers", Map.of("offeredTo", suited));
        suited.forEach(steps::settle);

        String followed = caseIds.get("Jussi");
        steps.start("coach", "feedback", Map.of("caseId", followed, "partiesAsked", List.of("CLIENT", "EMPLOYER"),
                "feedbackRequest", Map.of()));
    }

    private static Map<String, Object> report(LocalDate saturday) {
        Map<String, Object> report = new HashMap<>(Map.of("training", "Hygieniaosaaminen: kurssi ja testi",
                "gives", "Hygieniapassi, jonka elintarviketyössä tarvitsee.", "licence", "HYGIENE_PASSPORT",
                "keywords", "elintarvike, keittiö", "provider", "Edukai", "providerEmail", "kurssit@example.org",
                "providerLanguage", "fi", "place", "Kemijärvi, Opintola"));
        report.putAll(Map.of("startsOn", saturday.toString(), "endsOn", saturday.toString(), "weekdays", List.of("SATURDAY"),
                "places", 1, "answerBy", saturday.minusDays(1).toString()));
        return report;
    }
}
