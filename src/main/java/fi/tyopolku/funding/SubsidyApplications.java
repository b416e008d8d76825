package fi.tyopolku.funding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.decisions.DecisionOutcome;
import fi.tyopolku.decisions.DecisionRecord;
import fi.tyopolku.decisions.DecisionRecords;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applications for pay subsidy and 55+ support (Act 380/2023 ch. 10): sums up what the decision tables said, calculates
 * the sum and moves the money. What was calculated is kept as the document {@code subsidyCalculation}.
 */
@Service
@Transactional(noRollbackFor = AppropriationExhausted.class)
public class SubsidyApplications {

    public static final String APPLICATION = "jobApplication";
    public static final String CALCULATION = "subsidyCalculation";
    static final String HAND_CHECK = "subsidyCheck";
    static final String DECISION = "fundingDecision";

    private static final String SYSTEM = "system";

    private final DocumentStore documents;
    private final DecisionRecords decisions;
    private final FundingLedger ledger;
    private final FundingQueue queue;
    private final ObjectMapper json;

    SubsidyApplications(DocumentStore documents, DecisionRecords decisions, FundingLedger ledger, FundingQueue queue,
            ObjectMapper json) {
        this.documents = documents;
        this.decisions = decisions;
        this.ledger = ledger;
        this.queue = queue;
        this.json = json;
    }

    /** What the check comes to. */
    public enum State {
        /** nothing bars it and the sum is known */
        READY,
        /** something bars it: the coach corrects the application or gives it up */
        BACK,
        /** a fact is missing: the funding officer finds it out; never a refusal */
        BY_HAND
    }

    /** What the funding officer found out by hand. */
    public enum HandCheck {
        SETTLED,
        BACK_TO_COACH
    }

    /** @param discretionary whether lack of money is a reason to wait only (pay subsidy) or must be cured (55+ support) */
    public record Assessment(State state, LocalDate jobStart, boolean discretionary, long totalCents) {
    }

    /**
     * Sums up the check of the latest application, after its tables were asked.
     *
     * @param handCheck null when nobody has checked this application by hand yet
     */
    public Assessment assess(String caseId, HandCheck handCheck) {
        JsonNode handDocument = documents.latest(caseId, HAND_CHECK).map(Document::content).orElse(null);
        SubsidyCase subsidy = new SubsidyCase(application(caseId), outcome(caseId, "employerBars"),
                outcome(caseId, "employmentBars"), outcome(caseId, "subsidyAmount"),
                handCheck == HandCheck.SETTLED ? handDocument : null);
        ObjectNode calculation = json.createObjectNode();
        State state = judge(subsidy, handCheck, calculation);
        if (handCheck == HandCheck.BACK_TO_COACH) {
            calculation.put("note", handDocument == null ? null : handDocument.path("checkReason").asText(null));
        }
        calculation.put("state", state.name()).put("ground", subsidy.ground()).put("purpose", subsidy.purpose())
                .put("discretionary", subsidy.isDiscretionary()).put("jobStart", subsidy.start().toString())
                .put("amountOpen", subsidy.isAmountOpen());
        save(caseId, calculation);
        return new Assessment(state, subsidy.start(), subsidy.isDiscretionary(), calculation.path("totalCents").asLong());
    }

    /** The decision day showed a bar: the coach gets the application back with it. */
    public void sendBack(String caseId) {
        ObjectNode calculation = calculation(caseId).deepCopy();
        write(calculation, outcome(caseId, "employmentBars").rows().stream()
                .filter(row -> !DecisionOutcome.CHECK_BY_HAND.equals(row.get("code")))
                .map(row -> Finding.of(outcome(caseId, "employmentBars"), row)).toList());
        save(caseId, calculation.put("state", State.BACK.name()));
    }

    /** @throws AppropriationExhausted when there is no money or others wait for it: put the case into the queue */
    public void reserve(String caseId, String municipality, String by) {
        queue.reserve(request(caseId, municipality, by));
    }

    /** @return since when the case waits */
    public LocalDate enqueue(String caseId, String municipality, String by) {
        ReservationRequest request = request(caseId, municipality, by);
        queue.enqueue(request);
        return ledger.waiting(municipality, request.purpose()).stream()
                .filter(waiting -> waiting.caseId().equals(caseId)).findFirst().orElseThrow()
                .arrivedAt().atZone(SubsidyTexts.HELSINKI).toLocalDate();
    }

    /** The job has begun. */
    public void commit(String caseId, String by) {
        ledger.commit(caseId, purpose(caseId), by);
    }

    /** Nothing comes of it: out of the queue and the money back. */
    public void release(String caseId, String by) {
        ledger.withdraw(caseId, by);
    }

    Optional<ObjectNode> latestCalculation(String caseId) {
        return documents.latest(caseId, CALCULATION).map(document -> (ObjectNode) document.content());
    }

    /** The day of the funding decision; empty before it. */
    Optional<LocalDate> decidedOn(String caseId) {
        return documents.latest(caseId, DECISION)
                .map(document -> document.savedAt().atZone(SubsidyTexts.HELSINKI).toLocalDate());
    }

    static List<Finding> findings(JsonNode calculation) {
        return calculation.findValues("finding").stream().map(Finding::read).toList();
    }

    private State judge(SubsidyCase subsidy, HandCheck handCheck, ObjectNode calculation) {
        List<Finding> bars = subsidy.bars();
        if (!bars.isEmpty() || handCheck == HandCheck.BACK_TO_COACH) {
            write(calculation, bars.isEmpty() ? subsidy.openQuestions() : bars);
            return State.BACK;
        }
        List<Finding> open = subsidy.openQuestions();
        write(calculation, open);
        if (!open.isEmpty() && handCheck == null) {
            return State.BY_HAND;
        }
        SubsidyTerms terms = subsidy.terms();
        SubsidyPlan plan = SubsidyCalculator.plan(terms, subsidy.costs());
        if (plan.totalCents() == 0) {
            write(calculation, List.of(Finding.of("funding.nothingToPay", "Act 380/2023 93 §")));
            return State.BACK;
        }
        write(calculation, subsidy, terms, plan);
        return State.READY;
    }

    private static void write(ObjectNode calculation, List<Finding> findings) {
        ArrayNode list = calculation.putArray("findings");
        findings.forEach(finding -> finding.writeTo(list.addObject().putObject("finding")));
    }

    private static void write(ObjectNode calculation, SubsidyCase subsidy, SubsidyTerms terms, SubsidyPlan plan) {
        calculation.put("totalCents", plan.totalCents()).put("percent", terms.percent())
                .put("capCents", terms.capCentsPerMonth()).put("from", plan.from().toString())
                .put("to", plan.to().toString()).put("basis", subsidy.amountBasis().orElse(null))
                .put("warning", subsidy.amountWarning().orElse(null)).put("aidRegime", subsidy.aidRegime().orElse(null));
        ArrayNode months = calculation.putArray("months");
        plan.months().forEach(month -> months.addObject().put("month", month.month().toString())
                .put("days", month.days()).put("amountCents", month.amountCents())
                .put("decidedBy", month.decidedBy().name()));
    }

    private ReservationRequest request(String caseId, String municipality, String by) {
        JsonNode calculation = calculation(caseId);
        return ReservationRequest.from(caseId, municipality, calculation.path("purpose").asText(),
                calculation.path("totalCents").asLong(), LocalDate.parse(calculation.path("jobStart").asText()), by);
    }

    private String purpose(String caseId) {
        return calculation(caseId).path("purpose").asText();
    }

    private ObjectNode calculation(String caseId) {
        return latestCalculation(caseId).orElseThrow(() -> new IllegalStateException("Nothing has been calculated yet"));
    }

    private JsonNode application(String caseId) {
        return documents.latest(caseId, APPLICATION).map(Document::content)
                .orElseThrow(() -> new IllegalStateException("The case has no application"));
    }

    private DecisionOutcome outcome(String caseId, String table) {
        return decisions.latest(caseId, table).map(DecisionRecord::outcome)
                .orElseThrow(() -> new IllegalStateException("Table " + table + " was not asked"));
    }

    private void save(String caseId, ObjectNode calculation) {
        int basedOn = documents.latest(caseId, CALCULATION).map(Document::version).orElse(0);
        documents.save(caseId, CALCULATION, calculation, basedOn, SYSTEM);
    }
}
