package fi.tyopolku.measures;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plans of measures, as their planners write them into the document {@code trainingPlan}. */
@Service
@Transactional
public class TrainingPlans {

    static final String DOCUMENT = "trainingPlan";

    private final DocumentStore documents;
    private final Measures measures;

    TrainingPlans(DocumentStore documents, Measures measures) {
        this.documents = documents;
        this.measures = measures;
    }

    /**
     * Enters the plan into the register.
     *
     * @param gapId the gap between skills needed and found that led to it; null for none
     */
    public Measure enter(String id, String municipality, String gapId) {
        JsonNode plan = content(id);
        MeasureKind kind = MeasureKind.valueOf(plan.path("kind").asText());
        measures.plan(new PlannedMeasure(id, municipality, plan.path("name").asText(), kind,
                plan.path("industry").asText(), text(plan, "project").orElse(null), gapId, plan.path("places").asInt(),
                day(plan, "starts"), day(plan, "ends"), texts(plan, "municipalities"), hours(plan), targets(plan),
                kind == MeasureKind.TRADE_TRAINING ? components(plan) : Map.of()));
        return measures.find(id).orElseThrow();
    }

    JsonNode content(String id) {
        return find(id).orElseThrow();
    }

    Optional<JsonNode> find(String id) {
        return documents.latest(id, DOCUMENT).map(Document::content);
    }

    /** The highest price that the plan allows. */
    long priceCents(String id) {
        return cents(content(id).path("priceEuros").decimalValue());
    }

    static long cents(BigDecimal euros) {
        return euros.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    static LocalDate day(JsonNode document, String field) {
        return LocalDate.parse(document.path(field).asText());
    }

    static Optional<String> text(JsonNode document, String field) {
        return Optional.of(document.path(field)).filter(JsonNode::isTextual).map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }

    static List<String> texts(JsonNode document, String field) {
        return StreamSupport.stream(document.path(field).spliterator(), false).map(JsonNode::asText).toList();
    }

    static Set<DayOfWeek> weekdays(JsonNode document) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        texts(document, "teachingWeekdays").forEach(day -> days.add(DayOfWeek.valueOf(day)));
        return days;
    }

    static Map<HourSupplier, Integer> hours(JsonNode document) {
        Map<HourSupplier, Integer> hours = new EnumMap<>(HourSupplier.class);
        for (HourSupplier supplier : HourSupplier.values()) {
            if (document.path(supplier.field()).isNumber()) {
                hours.put(supplier, document.path(supplier.field()).asInt());
            }
        }
        return hours;
    }

    static Map<TradeComponent, Integer> components(JsonNode document) {
        Map<TradeComponent, Integer> hours = new EnumMap<>(TradeComponent.class);
        for (TradeComponent component : TradeComponent.values()) {
            hours.put(component, document.path(component.plannedField()).asInt());
        }
        return hours;
    }

    private static Map<TargetGroup, Integer> targets(JsonNode plan) {
        Map<TargetGroup, Integer> targets = new EnumMap<>(TargetGroup.class);
        for (TargetGroup group : TargetGroup.values()) {
            if (plan.path(group.field()).isNumber()) {
                targets.put(group, plan.path(group.field()).asInt());
            }
        }
        return targets;
    }
}
