package fi.tyopolku.shortnotice;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads the document {@code unfilledPlace}: what the provider reported. */
@Component
class PlaceTerms {

    static final String DOCUMENT = "unfilledPlace";

    private final DocumentStore documents;

    PlaceTerms(DocumentStore documents) {
        this.documents = documents;
    }

    /** @param licence code of the licence the training gives, NONE for none */
    record Terms(int version, String training, String gives, String licence, String keywords, String provider,
            String providerEmail, String providerLanguage, String place, LocalDate startsOn, LocalDate endsOn,
            Set<DayOfWeek> weekdays, int places, LocalDate answerBy, long priceCents) {
    }

    Terms of(String placeId) {
        Document document = documents.latest(placeId, DOCUMENT).orElseThrow();
        return of(document.version(), document.content());
    }

    static Terms of(int version, JsonNode content) {
        return new Terms(version, text(content, "training"), text(content, "gives"), text(content, "licence"),
                text(content, "keywords"), text(content, "provider"), content.path("providerEmail").asText(null),
                content.path("providerLanguage").asText("fi"), text(content, "place"), date(content, "startsOn"),
                date(content, "endsOn"), weekdays(content), content.path("places").asInt(), date(content, "answerBy"),
                Math.round(content.path("priceEuros").asDouble(0) * 100));
    }

    private static String text(JsonNode content, String field) {
        return content.path(field).asText("");
    }

    private static LocalDate date(JsonNode content, String field) {
        return LocalDate.parse(content.path(field).asText());
    }

    private static Set<DayOfWeek> weekdays(JsonNode content) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        content.path("weekdays").forEach(day -> days.add(DayOfWeek.valueOf(day.asText())));
        return days;
    }
}
