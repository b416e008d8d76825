package fi.tyopolku.measures;

import fi.tyopolku.decisions.FactSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Lets decision tables read which other measures do the same as a planned one. */
@Component
class MeasureFacts implements FactSource {

    private final Measures measures;
    private final TrainingPlans plans;

    MeasureFacts(Measures measures, TrainingPlans plans) {
        this.measures = measures;
        this.plans = plans;
    }

    @Override
    public Map<String, Object> factsOf(String id) {
        return measures.find(id).map(measure -> {
            List<Measure> others = measures.overlapping(id);
            Map<String, Object> overlap = new HashMap<>();
            overlap.put("count", others.size());
            overlap.put("otherProject",
                    others.stream().anyMatch(each -> !Objects.equals(each.projectId(), measure.projectId())));
            overlap.put("reasonGiven",
                    plans.find(id).flatMap(plan -> TrainingPlans.text(plan, "overlapReason")).isPresent());
            return Map.<String, Object>of("measureOverlap", overlap);
        }).orElse(Map.of());
    }
}
