package fi.tyopolku.shortnotice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.NewClientService;
import fi.tyopolku.clientservices.RunningService;
import fi.tyopolku.decisions.DecisionTables;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the clients of a municipality whom a place suits. Who does and who does not says the table shortNoticeMatch. */
@Component
class Matching {

    static final String SERVICE = "SHORT_NOTICE_TRAINING";
    private static final String TABLE = "shortNoticeMatch";
    private static final int SHORTEST_WORD = 4;
    /** Finnish words change their ends: the beginning tells. */
    private static final int STEM = 5;

    private final Places places;
    private final ClientServices services;
    private final DocumentStore documents;
    private final DecisionTables tables;

    Matching(Places places, ClientServices services, DocumentStore documents, DecisionTables tables) {
        this.places = places;
        this.services = services;
        this.documents = documents;
        this.tables = tables;
    }

    /** @param rank 1 suits best */
    record Match(String caseId, String code, int rank) {
    }

    /** Whom the place suits, the best match first. */
    List<Match> find(Place place, PlaceTerms.Terms terms) {
        Set<String> askedBefore = places.offers(place.id()).stream().map(Offer::caseId).collect(Collectors.toSet());
        return places.openCases(place.municipality()).stream()
                .flatMap(caseId -> match(caseId, place, terms, askedBefore.contains(caseId)).stream())
                .sorted((one, other) -> Integer.compare(one.rank(), other.rank())).toList();
    }

    private Optional<Match> match(String caseId, Place place, PlaceTerms.Terms terms, boolean askedBefore) {
        List<RunningService> measures = services.running(caseId);
        if (measures.isEmpty()) {
            return Optional.empty();
        }
        JsonNode plan = content(caseId, "pathPlan");
        JsonNode survey = content(caseId, "capabilitySurvey");
        Map<String, Object> facts = new HashMap<>();
        facts.put("inMeasure", true);
        facts.put("overlaps", overlaps(caseId, place, measures));
        facts.put("askedBefore", askedBefore);
        facts.put("licenceWanted", holds(plan.path("licencesWanted"), terms.licence()));
        facts.put("goalFits", speaksOf(terms.keywords(), text(plan, "competenceGoal", "employmentGoal")));
        facts.put("skillsFit", speaksOf(terms.keywords(), text(survey, "skills", "workHistory")));
        Map<String, Object> row = tables.evaluate(TABLE, Map.of("match", facts)).single();
        int rank = ((Number) row.get("rank")).intValue();
        return rank == 0 ? Optional.empty() : Optional.of(new Match(caseId, (String) row.get("code"), rank));
    }

    private boolean overlaps(String caseId, Place place, List<RunningService> measures) {
        NewClientService asked = asService(caseId, place);
        RunningService training = new RunningService(caseId, SERVICE, null, place.startsOn(), place.endsOn(), place.weekdays());
        return !services.bars(asked).isEmpty() || measures.stream().anyMatch(training::sharesDaysWith);
    }

    static NewClientService asService(String caseId, Place place) {
        return new NewClientService(caseId, place.municipality(), SERVICE, null, place.startsOn(), place.endsOn(),
                place.weekdays());
    }

    private JsonNode content(String caseId, String kind) {
        return documents.latest(caseId, kind).map(Document::content)
                .orElse(JsonNodeFactory.instance.objectNode());
    }

    private static boolean holds(JsonNode list, String value) {
        for (JsonNode each : list) {
            if (each.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static String text(JsonNode content, String... fields) {
        return Arrays.stream(fields).map(field -> content.path(field).asText("")).collect(Collectors.joining(" "));
    }

    static boolean speaksOf(String keywords, String text) {
        Set<String> beginnings = stems(text);
        return stems(keywords).stream().anyMatch(beginnings::contains);
    }

    private static Set<String> stems(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).filter(word -> word.length() >= SHORTEST_WORD)
                .map(word -> word.substring(0, Math.min(STEM, word.length()))).collect(Collectors.toSet());
    }
}
