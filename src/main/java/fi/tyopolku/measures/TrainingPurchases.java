package fi.tyopolku.measures;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.decisions.DecisionOutcome;
import fi.tyopolku.decisions.DecisionRecord;
import fi.tyopolku.decisions.DecisionRecords;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.funding.Appropriation;
import fi.tyopolku.funding.AppropriationExhausted;
import fi.tyopolku.funding.FundingLedger;
import fi.tyopolku.funding.Reservation;
import fi.tyopolku.funding.ReservationRequest;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.network.NewTrainingGroup;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.notifications.StaffDirectory;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The purchase of a planned measure: who pays what, the money, the provider, and the group that is published. */
@Service
@Transactional
public class TrainingPurchases {

    /** What the appropriations for bought training are entered under, Act 380/2023 ch. 7. */
    public static final String PURPOSE = "LABOUR_MARKET_TRAINING";

    static final String OFFERS = "providerOffers";
    static final String SHARES_TABLE = "jointPurchaseShares";
    private static final String TRAINER = "trainer";

    private final TrainingPlans plans;
    private final Measures measures;
    private final FundingLedger ledger;
    private final TrainingGroups groups;
    private final DocumentStore documents;
    private final DecisionRecords decisions;
    private final StaffDirectory staff;

    TrainingPurchases(TrainingPlans plans, Measures measures, FundingLedger ledger, TrainingGroups groups,
            DocumentStore documents, DecisionRecords decisions, StaffDirectory staff) {
        this.plans = plans;
        this.measures = measures;
        this.ledger = ledger;
        this.groups = groups;
        this.documents = documents;
        this.decisions = decisions;
        this.staff = staff;
    }

    /**
     * Divides the planned price of a joint purchase by the share that the table {@code jointPurchaseShares} has given.
     *
     * @throws Refusal when the table could not tell the share
     */
    public PriceShares dividePrice(String id) {
        PriceShares shares = new PriceShares(plans.priceCents(id), decidedPercent(id)
                .orElseThrow(() -> new Refusal("measures.shareUnclear")));
        measures.setEmployerShare(id, shares.priceCents(), shares.employerCents());
        return shares;
    }

    /** Who pays what: of the chosen offer's price, before that of the highest price planned. */
    @Transactional(readOnly = true)
    public PriceShares shares(String id) {
        long price = chosenOffer(id).map(Offer::priceCents).orElseGet(() -> plans.priceCents(id));
        return new PriceShares(price, isJoint(id) ? decidedPercent(id).orElse(0) : 0);
    }

    /**
     * Reserves the authority's share of the highest price. Where the municipality keeps no money for training in the
     * ledger that is valid on the first day, nothing is reserved.
     *
     * @return whether money was reserved
     * @throws Refusal when there is such money but not enough, or none and the decision names no other source
     */
    public boolean reserve(String id, String by) {
        Measure measure = measures.find(id).orElseThrow();
        if (appropriations(measure).isEmpty()) {
            if (documents.latest(id, "trainingFundingDecision").map(Document::content)
                    .flatMap(decision -> TrainingPlans.text(decision, "otherSource")).isEmpty()) {
                throw new Refusal("measures.noMoneyInLedger");
            }
            return false;
        }
        long needed = new PriceShares(plans.priceCents(id), isJoint(id) ? decidedPercent(id).orElse(0) : 0)
                .authorityCents();
        try {
            ledger.reserve(ReservationRequest.from(id, measure.municipality(), PURPOSE, needed, measure.starts(), by));
            return true;
        } catch (AppropriationExhausted noMoney) {
            throw new Refusal("measures.notEnoughMoney");
        }
    }

    /** Money for training that is valid on the measure's first day. */
    @Transactional(readOnly = true)
    public List<Appropriation> appropriations(Measure measure) {
        return ledger.overview(measure.municipality()).stream()
                .filter(each -> each.purpose().equals(PURPOSE) && !measure.starts().isBefore(each.validFrom())
                        && !measure.starts().isAfter(each.validTo())).toList();
    }

    public void release(String id, String by) {
        ledger.release(id, by);
    }

    /**
     * Opens the training group with its places under the measure's id and commits the money to the chosen provider; what
     * the offer costs less than planned goes back.
     *
     * @throws Refusal when the trainer is none of the municipality
     */
    public Measure publish(String id, String by) {
        Measure measure = measures.find(id).orElseThrow();
        Offer offer = chosenOffer(id).orElseThrow();
        PriceShares shares = shares(id);
        measures.setEmployerShare(id, shares.priceCents(), isJoint(id) ? shares.employerCents() : null);
        ledger.reservationsOf(id).stream().filter(line -> line.state() == Reservation.State.RESERVED)
                .findFirst().ifPresent(line -> commit(line, shares.authorityCents(), by));
        groups.create(id, new NewTrainingGroup(measure.municipality(), measure.name(), offer.provider(),
                trainer(offer.trainer(), measure.municipality()), measure.starts(), measure.ends(),
                TrainingPlans.weekdays(plans.content(id)), measure.places()));
        measures.publish(id, offer.provider());
        return measures.find(id).orElseThrow();
    }

    /** @throws Refusal when nobody of that name teaches in the municipality */
    String trainer(String named, String municipality) {
        return staff.membersOf(TRAINER, municipality).stream().filter(member -> member.userId().equals(named)).findFirst()
                .orElseThrow(() -> new Refusal("measures.noSuchTrainer")).userId();
    }

    Optional<Offer> chosenOffer(String id) {
        return documents.latest(id, OFFERS).map(Document::content).flatMap(Offer::chosenOf);
    }

    /** What a provider offers. */
    record Offer(String provider, String email, long priceCents, String trainer) {

        /** Empty where none is chosen, or the chosen one has no name or price. */
        static Optional<Offer> chosenOf(JsonNode offers) {
            String chosen = offers.path("chosen").asText("");
            if (chosen.isEmpty() || TrainingPlans.text(offers, "provider" + chosen).isEmpty()
                    || !offers.path("price" + chosen).isNumber()) {
                return Optional.empty();
            }
            return Optional.of(new Offer(offers.path("provider" + chosen).asText(),
                    TrainingPlans.text(offers, "email" + chosen).orElse(""),
                    TrainingPlans.cents(offers.path("price" + chosen).decimalValue()),
                    offers.path(TRAINER).asText("")));
        }
    }

    private void commit(Reservation line, long authorityCents, String by) {
        ledger.commit(line.caseId(), PURPOSE, by);
        if (line.amountCents() > authorityCents) {
            ledger.recover(line.caseId(), PURPOSE, line.amountCents() - authorityCents, by);
        }
    }

    private boolean isJoint(String id) {
        return plans.content(id).path("kind").asText().equals(MeasureKind.JOINT_PURCHASE_TRAINING.name());
    }

    private Optional<Integer> decidedPercent(String id) {
        return decisions.latest(id, SHARES_TABLE).map(DecisionRecord::outcome).map(DecisionOutcome::rows)
                .filter(rows -> rows.size() == 1).map(rows -> rows.get(0).get("percent"))
                .map(percent -> ((Number) percent).intValue());
    }
}
