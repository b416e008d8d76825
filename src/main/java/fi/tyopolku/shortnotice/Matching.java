package fi.tyopolku.shortnotice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.NewClientService;
import fi.tyopolku.clientservices.RunningService;
import fi.tyopolku.decisions.DecisionTables;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.network.TrainingGroups;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
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
    private static final int WHOLE_WEEK = 5;

    private final Places places;
    private final ClientServices services;
    private final TrainingGroups groups;
    private final DocumentStore documents;
    private final DecisionTables tables;
    private final Clock clock;

    Matching(Places places, ClientServices services, TrainingGroups groups, DocumentStore documents, DecisionTables tables,
            Clock clock) {
        this.places = places;
        this.services = services;
        this.groups = groups;
        this.documents = documents;
        this.tables = tables;
        this.clock = clock;
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
        List<RunningService> measures = measures(caseId);
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

    /** The services that the client is in, with the training group and the period at a workplace that count as one. */
    private List<RunningService> measures(String caseId) {
        List<RunningService> measures = new ArrayList<>(services.running(caseId));
        if (measures.stream().noneMatch(measure -> measure.service().equals("CONTACT_TRAINING"))) {
            groups.groupOf(caseId).map(group -> new RunningService(caseId, "CONTACT_TRAINING", null, group.starts(),
                    group.ends(), group.teachingWeekdays())).ifPresent(measures::add);
        }
        if (measures.stream().noneMatch(measure -> measure.service().equals("WORK_TRIAL"))) {
            workTrial(caseId).ifPresent(measures::add);
        }
        return measures;
    }

    private Optional<RunningService> workTrial(String caseId) {
        JsonNode agreement = content(caseId, "workTrialAgreement");
        boolean isAgreed = agreement.hasNonNull("signedByAuthorityOn") && agreement.hasNonNull("start")
                && agreement.hasNonNull("end");
        boolean isBrokenOff = List.of("trialCancellation", "trialEnding").stream()
                .anyMatch(kind -> !content(caseId, kind).isEmpty());
        if (!isAgreed || isBrokenOff) {
            return Optional.empty();
        }
        LocalDate start = LocalDate.parse(agreement.get("start").asText());
        LocalDate end = LocalDate.parse(agreement.get("end").asText());
        LocalDate today = LocalDate.now(clock);
        // Of a shorter week nobody has written down which days they are; the coach sees to it.
        Set<DayOfWeek> days = agreement.path("daysPerWeek").asInt() >= WHOLE_WEEK
                ? EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY) : Set.of();
        return today.isBefore(start) || today.isAfter(end) ? Optional.empty()
                : Optional.of(new RunningService(caseId, "WORK_TRIAL", null, start, end, days));
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
