package fi.tyopolku.funding.plans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.decisions.DecisionOutcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the tables said of a cost, kept as the document {@code funderProposal} until the line is confirmed.
 *
 * @param content rows of the table of funders, and for a municipal supplement what table municipalSupplement said and the
 *     most that can be paid
 */
record FunderProposal(JsonNode content) {

    static final String DOCUMENT = "funderProposal";

    /** Who can be chosen for a line by hand. */
    static final List<String> FUNDERS = List.of("PROJECT", "PROJECT_LABOUR_POLICY", "EMPLOYMENT_AUTHORITY", "MUNICIPALITY",
            "EDUCATION_PROVIDER", "EMPLOYER", "WELLBEING_COUNTY", "BENEFIT_PAYER", "STATE_GRANT");
    /** Whoever pays is known, only the money is not there. */
    private static final Map<String, String> PAYS_LATER =
            Map.of("WAIT_FOR_MONEY", "EMPLOYMENT_AUTHORITY", "RAISE_TO_MANAGER", "EMPLOYMENT_AUTHORITY");

    static FunderProposal of(ObjectMapper json, DecisionOutcome funders, DecisionOutcome supplement, Boolean granted,
            Long mostMonthly, Long mostInAll) {
        ObjectNode content = json.createObjectNode().put("table", funders.decisionKey());
        write(funders, content.putArray("rows"));
        if (supplement != null) {
            write(supplement, content.putArray("supplementRows"));
            content.put("supplementGranted", granted).put("mostMonthlyCents", mostMonthly).put("mostCents", mostInAll);
        }
        return new FunderProposal(content);
    }

    private static void write(DecisionOutcome outcome, ArrayNode rows) {
        outcome.rows().forEach(row -> rows.addObject().put("code", (String) row.get("code"))
                .put("reason", (String) row.get("reason")).put("basis", (String) row.get("basis")));
    }

    String table() {
        return content.path("table").asText();
    }

    List<JsonNode> rows() {
        return list("rows");
    }

    List<JsonNode> supplementRows() {
        return list("supplementRows");
    }

    private List<JsonNode> list(String field) {
        List<JsonNode> rows = new ArrayList<>();
        content.path(field).forEach(rows::add);
        return rows;
    }

    boolean mustBeChecked() {
        return codes().contains(DecisionOutcome.CHECK_BY_HAND)
                || content.has("supplementRows") && content.path("supplementGranted").isNull();
    }

    boolean isSupplementRefused() {
        return content.has("supplementGranted") && !content.path("supplementGranted").isNull()
                && !content.path("supplementGranted").asBoolean();
    }

    /** The most a municipal supplement may come to; null where it is not known or the line is none. */
    Long mostCents() {
        return content.hasNonNull("mostCents") ? content.get("mostCents").asLong() : null;
    }

    Long mostMonthlyCents() {
        return content.hasNonNull("mostMonthlyCents") ? content.get("mostMonthlyCents").asLong() : null;
    }

    /** Funders that the table names for certain. */
    Set<String> certain() {
        Set<String> funders = new LinkedHashSet<>();
        codes().stream().map(code -> PAYS_LATER.getOrDefault(code, code)).filter(FUNDERS::contains).forEach(funders::add);
        return funders;
    }

    /** Where a fact is missing all funders, because a missing fact refuses nobody; none where the supplement is refused. */
    Set<String> choices() {
        Set<String> choices = new LinkedHashSet<>(isSupplementRefused() ? Set.of() : certain());
        if (mustBeChecked() && !isSupplementRefused()) {
            choices.addAll(FUNDERS);
        }
        return choices;
    }

    private List<String> codes() {
        return rows().stream().map(row -> row.path("code").asText()).toList();
    }
}
