package fi.tyopolku.employers;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.messages.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The document {@code employerInterview}: its rows of skills. */
final class InterviewForm {

    static final String DOCUMENT = "employerInterview";
    private static final int ROWS = 6;

    private InterviewForm() {
    }

    /**
     * The rows that are filled in.
     *
     * @throws Refusal when a row is half filled in, names a skill a second time, or there is none
     */
    static List<SkillNeed> needs(JsonNode interview) {
        List<SkillNeed> needs = new ArrayList<>();
        Set<String> skills = new HashSet<>();
        for (int row = 1; row <= ROWS; row++) {
            String skill = interview.path("skill" + row).asText("");
            String level = interview.path("level" + row).asText("");
            int people = interview.path("people" + row).asInt(0);
            String neededBy = interview.path("neededBy" + row).asText("");
            if (skill.isEmpty() && level.isEmpty() && people == 0 && neededBy.isEmpty()) {
                continue;
            }
            if (skill.isEmpty() || level.isEmpty() || people < 1) {
                throw new Refusal("employers.rowIncomplete", row);
            }
            if (!skills.add(skill)) {
                throw new Refusal("employers.skillTwice", row);
            }
            needs.add(new SkillNeed(skill, level, people, neededBy.isEmpty() ? null : LocalDate.parse(neededBy)));
        }
        if (needs.isEmpty()) {
            throw new Refusal("employers.noSkillNamed");
        }
        return needs;
    }
}
