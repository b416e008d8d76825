package fi.tyopolku.shortnotice;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.Submission;
import fi.tyopolku.documents.SubmissionCheck;
import fi.tyopolku.messages.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What a report of an unfilled place must keep to beyond its form. */
@Component
class ShortNoticeChecks implements SubmissionCheck {

    private static final String PROCESS = "shortNoticeTraining";
    private static final String CHECK_OFFERS = "userTask_checkOffers";
    private static final String DECIDE_ON_REST = "userTask_decideOnRest";
    private static final int MOST_WEEKDAYS = 5;

    private final ShortNoticeOffers offers;
    private final Clock clock;

    ShortNoticeChecks(ShortNoticeOffers offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    @Override
    public void check(Submission submission) {
        if (!PROCESS.equals(submission.processKey())) {
            return;
        }
        JsonNode place = submission.values().path(PlaceTerms.DOCUMENT);
        if (submission.elementId() == null) {
            checkReport(place);
        } else if (DECIDE_ON_REST.equals(submission.elementId()) && place.hasNonNull("answerBy")) {
            checkAnswerBy(LocalDate.parse(place.get("answerBy").asText()), offers.place(submission.caseId()).startsOn());
        } else if (CHECK_OFFERS.equals(submission.elementId())) {
            checkChosen(submission);
        }
    }

    private void checkReport(JsonNode place) {
        LocalDate starts = LocalDate.parse(place.path("startsOn").asText());
        LocalDate ends = LocalDate.parse(place.path("endsOn").asText());
        if (ends.isBefore(starts)) {
            throw new Refusal("shortnotice.datesReversed");
        }
        if (place.path("weekdays").size() > MOST_WEEKDAYS) {
            throw new Refusal("shortnotice.tooManyWeekdays", MOST_WEEKDAYS);
        }
        checkAnswerBy(LocalDate.parse(place.path("answerBy").asText()), starts);
    }

    private void checkAnswerBy(LocalDate answerBy, LocalDate starts) {
        if (answerBy.isBefore(LocalDate.now(clock)) || !answerBy.isBefore(starts)) {
            throw new Refusal("shortnotice.answerBy");
        }
    }

    /** The list was offered by us; a name that is not on it was not. */
    private void checkChosen(Submission submission) {
        var found = offers.found(submission.caseId()).stream().map(Offer::caseId).toList();
        submission.values().path("offeredTo").forEach(chosen -> {
            if (!found.contains(chosen.asText())) {
                throw new Refusal("shortnotice.notOnTheList");
            }
        });
    }
}
