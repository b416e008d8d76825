package fi.tyopolku.employers;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.DocumentStore;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the catalogue of industries and skills as the documents of the process {@code industry} say. */
@Service
@Transactional
public class Catalogue {

    private static final String ADD = "ADD";

    private final Industries industries;
    private final DocumentStore documents;

    Catalogue(Industries industries, DocumentStore documents) {
        this.industries = industries;
        this.documents = documents;
    }

    /** Document {@code industryChange}. */
    public void changeIndustry(String subjectId) {
        JsonNode change = documents.latest(subjectId, "industryChange").orElseThrow().content();
        if (change.path("action").asText().equals(ADD)) {
            industries.add(new Industry(code(change), change.path("nameFi").asText(), change.path("nameSv").asText(),
                    change.path("nameEn").asText(), true));
        } else {
            industries.retire(change.path("retired").asText());
        }
    }

    /** Document {@code skillChange}. */
    public void changeSkill(String subjectId) {
        JsonNode change = documents.latest(subjectId, "skillChange").orElseThrow().content();
        if (change.path("action").asText().equals(ADD)) {
            industries.addSkill(new Skill(code(change), change.path("industry").asText(), change.path("nameFi").asText(),
                    change.path("nameSv").asText(), change.path("nameEn").asText(), true));
        } else {
            industries.retireSkill(change.path("retired").asText());
        }
    }

    private static String code(JsonNode change) {
        return change.path("code").asText().strip().toUpperCase(Locale.ROOT);
    }
}
