package fi.tyopolku.employers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many clients have or want a skill: what their coaches ticked in the latest capability survey of each open case.
 * Free text is not searched, so a client counts only under skills that were talked about. Only numbers leave this class.
 */
@Component
class ClientSkills {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ClientSkills(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param wanting who have it not and want to learn it */
    record Count(int having, int wanting) {
    }

    /** Counts the clients of a municipality by skill; a skill that nobody has or wants is missing. */
    Map<String, Count> of(String municipality) {
        Map<String, Count> counts = new HashMap<>();
        jdbc.sql("""
                select d.content from tyopolku.document d join tyopolku.client_case c on c.case_id = d.case_id
                where c.municipality = ? and c.status = 'OPEN' and d.kind = 'capabilitySurvey'
                and d.version = (select max(version) from tyopolku.document where case_id = d.case_id and kind = d.kind)""")
                .param(municipality).query(row -> {
                    add(parsed(row.getString("content")), counts);
                });
        return counts;
    }

    private static void add(JsonNode survey, Map<String, Count> counts) {
        Set<String> having = codes(survey.path("skillAreas"));
        Set<String> wanting = codes(survey.path("skillsWanted"));
        wanting.removeAll(having);
        having.forEach(skill -> counts.merge(skill, new Count(1, 0), ClientSkills::sum));
        wanting.forEach(skill -> counts.merge(skill, new Count(0, 1), ClientSkills::sum));
    }

    private static Count sum(Count one, Count other) {
        return new Count(one.having() + other.having(), one.wanting() + other.wanting());
    }

    private static Set<String> codes(JsonNode list) {
        Set<String> codes = new HashSet<>();
        list.forEach(code -> codes.add(code.asText()));
        return codes;
    }

    private JsonNode parsed(String content) {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored document is not JSON"); // Jackson would quote its text
        }
    }
}
