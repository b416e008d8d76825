package fi.tyopolku.studysupport;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.decisions.FactSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What must be reckoned before the decision table {@code selfMotivatedStudies} can read it: {@code studies.agreedInTime}
 * (380/2023, 75 §) and {@code studies.creditsPerMonth}, the average over all months studied (77 §).
 */
@Component
class StudyFacts implements FactSource {

    private final StudyCases cases;

    StudyFacts(StudyCases cases) {
        this.cases = cases;
    }

    @Override
    public Map<String, Object> factsOf(String caseId) {
        return cases.content(caseId, StudyCases.STUDIES).map(studies -> Map.<String, Object>of("studies", facts(caseId, studies)))
                .orElse(Map.of());
    }

    private Map<String, Object> facts(String caseId, JsonNode studies) {
        Map<String, Object> facts = new HashMap<>();
        if (studies.hasNonNull("studiesStart")) {
            facts.put("agreedInTime", cases.isInPlanBy(caseId, LocalDate.parse(studies.path("studiesStart").asText())));
        }
        if (studies.hasNonNull("creditsEarned") && studies.path("studyMonths").asInt() > 0) {
            facts.put("creditsPerMonth", studies.path("creditsEarned").asDouble() / studies.path("studyMonths").asInt());
        }
        return facts;
    }
}
