package fi.tyopolku.funding.plans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import fi.tyopolku.clients.ClientFacts;
import fi.tyopolku.decisions.DecisionOutcome;
import fi.tyopolku.decisions.DecisionRecords;
import fi.tyopolku.decisions.DecisionTables;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.funding.Appropriation;
import fi.tyopolku.funding.FundingLedger;
import fi.tyopolku.funding.MunicipalSupplements;
import fi.tyopolku.funding.MunicipalTermsRegister;
import fi.tyopolku.funding.Reservation;
import fi.tyopolku.funding.SubsidyApplications;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Asks the dated table of the plan who may pay for a cost, and the municipality's terms where it is a supplement. */
@Service
class FunderProposals {

    private final DecisionTables tables;
    private final DecisionRecords records;
    private final MunicipalSupplements supplements;
    private final MunicipalTermsRegister terms;
    private final FundingLedger ledger;
    private final ClientFacts clients;
    private final DocumentStore documents;
    private final PlanStore plans;
    private final ObjectMapper json;
    private final Clock clock;

    FunderProposals(DecisionTables tables, DecisionRecords records, MunicipalSupplements supplements,
            MunicipalTermsRegister terms, FundingLedger ledger, ClientFacts clients, DocumentStore documents,
            PlanStore plans, ObjectMapper json, Clock clock) {
        this.tables = tables;
        this.records = records;
        this.supplements = supplements;
        this.terms = terms;
        this.ledger = ledger;
        this.clients = clients;
        this.documents = documents;
        this.plans = plans;
        this.json = json;
        this.clock = clock;
    }

    /** What the tables say of the cost. What they read and answered is recorded under the plan's subject. */
    FunderProposal propose(FundingPlan plan, WantedLine line) {
        MunicipalSupplements.Answer supplement = line.isSupplement() ? askForSupplement(plan, line) : null;
        Map<String, Object> facts = facts(plan, line, supplement);
        DecisionOutcome outcome = tables.evaluate(plan.ruleModel().table(),
                Map.of("today", line.startsOn(), "fundingLine", facts));
        Map<String, Object> inputs = new HashMap<>(facts);
        inputs.put("today", line.startsOn());
        records.record(plan.subjectId(), outcome, inputs, clock.instant());
        if (supplement == null) {
            return FunderProposal.of(json, outcome, null, null, null, null);
        }
        records.record(plan.subjectId(), supplement.outcome(), supplement.facts(), clock.instant());
        return FunderProposal.of(json, outcome, supplement.outcome(), supplement.isGranted(), supplement.monthlyCents(),
                supplement.totalCents());
    }

    private Map<String, Object> facts(FundingPlan plan, WantedLine line, MunicipalSupplements.Answer supplement) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("item", line.item());
        facts.put("projectParticipant", line.yesNo("projectParticipant"));
        facts.put("projectMoneyLeft", ledger.overview(plan.municipality()).stream().anyMatch(each ->
                each.project() != null && "PROJECT".equals(each.funder()) && isFor(line, each)
                        && (line.text("projectId") == null || each.project().equals(line.text("projectId")))));
        facts.put("authorityMoneyLeft", ledger.overview(plan.municipality()).stream().anyMatch(each ->
                each.project() == null && "EMPLOYMENT_AUTHORITY".equals(each.funder()) && isFor(line, each)));
        facts.put("municipalDecision", supplement != null ? supplement.isGranted()
                : (Object) !terms.validOn(line.startsOn(), plan.municipality()).isEmpty());
        facts.put("subsidisedWork", isSubsidised(plan));
        facts.put("age", clients.of(plan.subjectId()).get("age"));
        facts.put("jointPurchase", line.yesNo("jointPurchase"));
        return facts;
    }

    private static boolean isFor(WantedLine line, Appropriation appropriation) {
        return appropriation.purpose().equals(line.item()) && !line.startsOn().isBefore(appropriation.validFrom())
                && !line.startsOn().isAfter(appropriation.validTo())
                && appropriation.availableCents() >= line.amountCents();
    }

    /** A pay subsidy or 55+ support is planned here or reserved or granted for the client. */
    private boolean isSubsidised(FundingPlan plan) {
        return plans.lines(plan.id()).stream().anyMatch(line -> line.isLive() && PlanLine.SUBSIDIES.contains(line.item()))
                || ledger.reservationsOf(plan.subjectId()).stream().anyMatch(line -> line.state() != Reservation.State.RELEASED
                        && PlanLine.SUBSIDIES.contains(line.purpose()));
    }

    private MunicipalSupplements.Answer askForSupplement(FundingPlan plan, WantedLine line) {
        boolean subsidised = isSubsidised(plan);
        JsonNode application = documents.latest(plan.subjectId(), SubsidyApplications.APPLICATION)
                .map(Document::content).orElse(MissingNode.getInstance());
        String ground = line.text("subsidyGround") != null ? line.text("subsidyGround")
                : application.path("chosenGround").asText(null);
        return supplements.ask(new MunicipalSupplements.Question(plan.municipality(), line.startsOn(), line.endsOn(),
                subsidised, subsidised ? ground : "NONE", line.text("supplementUse"), line.text("employerKind"),
                line.decimal("workingTimePercent"), line.decimal("monthlyPayEuros"), line.decimal("subsidyMonthlyEuros"),
                line.decimal("otherSupportMonthlyEuros"), line.decimal("deMinimisUsedEuros")));
    }
}
