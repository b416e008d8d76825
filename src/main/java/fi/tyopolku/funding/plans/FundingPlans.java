package fi.tyopolku.funding.plans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.clients.CaseClosed;
import fi.tyopolku.clients.CaseInterrupted;
import fi.tyopolku.clients.CaseMoved;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.funding.AppropriationExhausted;
import fi.tyopolku.funding.Euros;
import fi.tyopolku.funding.FundingLedger;
import fi.tyopolku.funding.FundingProject;
import fi.tyopolku.funding.FundingProjects;
import fi.tyopolku.funding.ReservationRequest;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws up what a measure is paid with (practice Kemi): several lines, each with one funder, and money of several
 * appropriations for one measure. Money is reserved when the lines are ready and committed by the decision of a second
 * person. What a case has not used when it ends goes back.
 */
@Service
@Transactional(noRollbackFor = AppropriationExhausted.class)
public class FundingPlans {

    static final String PLAN = "fundingPlan";
    static final String FUNDING = "lineFunding";

    private static final String SYSTEM = "system";
    /** Since 2021 the European Social Fund pays no pay subsidy (HE 155/2020). */
    private static final LocalDate NO_EU_SUBSIDY_FROM = LocalDate.of(2021, 1, 1);

    private final PlanStore plans;
    private final FunderProposals proposals;
    private final FundingProjects projects;
    private final FundingLedger ledger;
    private final DocumentStore documents;
    private final Clock clock;

    FundingPlans(PlanStore plans, FunderProposals proposals, FundingProjects projects, FundingLedger ledger,
            DocumentStore documents, Clock clock) {
        this.plans = plans;
        this.proposals = proposals;
        this.projects = projects;
        this.ledger = ledger;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Opens a plan from the document {@code fundingPlan}.
     *
     * @param subjectId the case, or the id of a plan for a group
     * @return the plan's id
     * @throws Refusal when the dates are reversed or another plan of the subject is not decided yet
     */
    public String open(String subjectId, String municipality, RuleModel rules, String proposedBy) {
        if (openPlan(subjectId).isPresent()) {
            throw new Refusal("funding.plan.alreadyOpen");
        }
        JsonNode asked = documents.latest(subjectId, PLAN).orElseThrow().content();
        LocalDate startsOn = LocalDate.parse(asked.path("startsOn").asText());
        LocalDate endsOn = LocalDate.parse(asked.path("endsOn").asText());
        if (endsOn.isBefore(startsOn)) {
            throw new Refusal("funding.datesReversed");
        }
        String id = UUID.randomUUID().toString();
        plans.add(new FundingPlan(id, subjectId, municipality, rules, asked.path("name").asText(), startsOn, endsOn,
                FundingPlan.State.DRAFT, proposedBy, null));
        return id;
    }

    @Transactional(readOnly = true)
    public Optional<FundingPlan> find(String planId) {
        return plans.find(planId);
    }

    /** The plan of the subject that is not decided yet. */
    @Transactional(readOnly = true)
    public Optional<FundingPlan> openPlan(String subjectId) {
        return plans.of(subjectId).stream().filter(plan -> plan.state() == FundingPlan.State.DRAFT).findFirst();
    }

    /** All plans of a case or group. */
    @Transactional(readOnly = true)
    public List<FundingPlan> of(String subjectId) {
        return plans.of(subjectId);
    }

    /** The lines of a plan, without those that were taken out. */
    @Transactional(readOnly = true)
    public List<PlanLine> lines(String planId) {
        return plans.lines(planId).stream().filter(line -> !line.isIn(PlanLine.State.DROPPED)).toList();
    }

    /** Asks the tables about the document {@code fundingLine}; the answer is the document {@code funderProposal}. */
    public void propose(String planId) {
        FundingPlan plan = draft(planId);
        save(plan.subjectId(), FunderProposal.DOCUMENT, proposals.propose(plan, wanted(plan)).content());
    }

    /**
     * Adds the line that the documents {@code fundingLine} and {@code lineFunding} describe.
     *
     * @throws Refusal when the plan's rules forbid it: see the keys {@code funding.plan.*}
     */
    public void addLine(String planId) {
        FundingPlan plan = draft(planId);
        WantedLine wanted = wanted(plan);
        JsonNode chosen = documents.latest(plan.subjectId(), FUNDING).orElseThrow().content();
        String funder = chosen.path("funder").asText();
        String project = PlanLine.PROJECTS.contains(funder) ? chosen.path("projectId").asText(null) : null;
        PlanLine line = new PlanLine(UUID.randomUUID().toString(), planId, plans.lines(planId).size() + 1, wanted.item(),
                wanted.whatFor().strip(), wanted.amountCents(), funder, project, wanted.startsOn(), wanted.endsOn(),
                wanted.text("hoursBy"), wanted.integer("hours"), PlanLine.State.PLANNED);
        checkDates(plan, line);
        checkFunder(line, proposal(plan.subjectId()).orElseThrow(), chosen.path("handReason").asText(""));
        checkProject(plan, line);
        checkOneFunder(plan, line);
        plans.add(line);
    }

    private static void checkDates(FundingPlan plan, PlanLine line) {
        if (line.endsOn().isBefore(line.startsOn())) {
            throw new Refusal("funding.datesReversed");
        }
        if (line.startsOn().isBefore(plan.startsOn()) || line.endsOn().isAfter(plan.endsOn())) {
            throw new Refusal("funding.plan.outsidePlan");
        }
    }

    private static void checkFunder(PlanLine line, FunderProposal proposal, String handReason) {
        if (!proposal.choices().contains(line.funder())) {
            throw new Refusal("funding.plan.funderNotAllowed");
        }
        if (handReason.isBlank() && (proposal.mustBeChecked() || !proposal.certain().contains(line.funder()))) {
            throw new Refusal("funding.plan.reasonMissing");
        }
        if (proposal.mostCents() != null && line.amountCents() > proposal.mostCents()) {
            throw new Refusal("funding.plan.supplementTooMuch", Euros.of(proposal.mostCents(), Locale.forLanguageTag("fi")));
        }
    }

    private void checkProject(FundingPlan plan, PlanLine line) {
        if (!PlanLine.PROJECTS.contains(line.funder())) {
            return;
        }
        FundingProject project = Optional.ofNullable(line.project())
                .flatMap(id -> projects.find(id, plan.municipality()))
                .orElseThrow(() -> new Refusal("funding.plan.projectMissing"));
        if (!project.holds(line.startsOn(), line.endsOn())) {
            throw new Refusal("funding.plan.outsideProject", Dates.shown(project.validFrom()),
                    Dates.shown(project.validTo()));
        }
        if (project.isEuMoney() && "PROJECT".equals(line.funder()) && PlanLine.SUBSIDIES.contains(line.item())
                && !line.startsOn().isBefore(NO_EU_SUBSIDY_FROM)) {
            throw new Refusal("funding.plan.euPaysNoSubsidy");
        }
    }

    /** One cost line, one funder; the same cost is never paid by two EU sources. */
    private void checkOneFunder(FundingPlan plan, PlanLine line) {
        List<PlanLine> sameCost = plans.lines(plan.id()).stream().filter(PlanLine::isLive)
                .filter(other -> other.item().equals(line.item()) && other.whatFor().equalsIgnoreCase(line.whatFor())
                        && other.sharesDaysWith(line)).toList();
        if (isEuMoney(plan, line) && sameCost.stream().anyMatch(other -> isEuMoney(plan, other))) {
            throw new Refusal("funding.plan.twoEuSources");
        }
        if (sameCost.stream().anyMatch(other -> other.funder().equals(line.funder()))) {
            throw new Refusal("funding.plan.sameFunderTwice");
        }
    }

    private boolean isEuMoney(FundingPlan plan, PlanLine line) {
        return "PROJECT".equals(line.funder()) && line.project() != null
                && projects.find(line.project(), plan.municipality()).filter(FundingProject::isEuMoney).isPresent();
    }

    /** Takes the last line out again and gives its money back; nothing happens when there is none. */
    public void removeLast(String planId, String by) {
        FundingPlan plan = draft(planId);
        lines(planId).stream().reduce((earlier, later) -> later).ifPresent(last -> drop(plan, last, by));
    }

    /**
     * Reserves the money of every line that has none yet.
     *
     * @return whether every line has its money now
     */
    public boolean reserve(String planId, String by) {
        FundingPlan plan = draft(planId);
        // In one order of purposes and funders for everybody, so that two plans cannot lock each other out.
        lines(planId).stream().filter(line -> line.isIn(PlanLine.State.PLANNED, PlanLine.State.WAITING))
                .sorted(Comparator.comparing(PlanLine::item).thenComparing(PlanLine::funder).thenComparing(PlanLine::number))
                .forEach(line -> plans.set(line.id(), reserved(plan, line, by)));
        return lines(planId).stream().noneMatch(line -> line.isIn(PlanLine.State.WAITING));
    }

    private PlanLine.State reserved(FundingPlan plan, PlanLine line, String by) {
        if (plan.ruleModel() == RuleModel.FROM_2025 && PlanLine.SUBSIDIES.contains(line.item())) {
            return PlanLine.State.OWN_DECISION;
        }
        if (!PlanLine.IN_LEDGER.contains(line.funder())) {
            return PlanLine.State.OWN_MONEY;
        }
        try {
            ledger.reserve(new ReservationRequest(plan.subjectId(), plan.municipality(), line.item(), line.funder(),
                    line.amountCents(), line.startsOn(), true, by, line.id(), line.project()));
            return PlanLine.State.RESERVED;
        } catch (AppropriationExhausted noMoney) {
            return PlanLine.State.WAITING;
        }
    }

    /** Takes out the lines for which there is no money. */
    public void dropWaiting(String planId, String by) {
        FundingPlan plan = draft(planId);
        lines(planId).stream().filter(line -> line.isIn(PlanLine.State.WAITING)).forEach(line -> drop(plan, line, by));
    }

    /**
     * The decision: what is reserved is committed.
     *
     * @throws Refusal when the one who decides drew the plan up, or a line has no money
     */
    public void approve(String planId, String by) {
        FundingPlan plan = draft(planId);
        checkFourEyes(plan, by);
        List<PlanLine> lines = lines(planId);
        if (lines.isEmpty() || lines.stream().anyMatch(line -> line.isIn(PlanLine.State.PLANNED, PlanLine.State.WAITING))) {
            throw new Refusal("funding.plan.moneyMissing");
        }
        end(plan, FundingPlan.State.APPROVED, by);
        lines.stream().filter(line -> line.isIn(PlanLine.State.RESERVED))
                .sorted(Comparator.comparing(PlanLine::item).thenComparing(PlanLine::funder).thenComparing(PlanLine::number))
                .forEach(line -> {
                    ledger.commitLine(plan.subjectId(), line.id(), by);
                    plans.set(line.id(), PlanLine.State.COMMITTED);
                });
    }

    /** @throws Refusal when the one who decides drew the plan up */
    public void reject(String planId, String by) {
        FundingPlan plan = draft(planId);
        checkFourEyes(plan, by);
        end(plan, FundingPlan.State.REJECTED, by);
        release(plan, by);
    }

    public void giveUp(String planId, String by) {
        FundingPlan plan = draft(planId);
        end(plan, FundingPlan.State.GIVEN_UP, null);
        release(plan, by);
    }

    /** Money of lines that have not begun comes back; what runs is still to be paid. */
    @EventListener
    public void on(CaseClosed closed) {
        endPlans(closed.caseId(), closed.on());
    }

    /** The case goes on elsewhere, where the money is another municipality's. */
    @EventListener
    public void on(CaseMoved moved) {
        endPlans(moved.caseId(), LocalDate.now(clock));
    }

    private void endPlans(String caseId, LocalDate on) {
        for (FundingPlan plan : plans.of(caseId)) {
            if (plan.state() == FundingPlan.State.DRAFT) {
                plans.end(plan.id(), FundingPlan.State.CASE_ENDED, null);
                release(plan, SYSTEM);
            }
            plans.lines(plan.id()).stream()
                    .filter(line -> line.isIn(PlanLine.State.COMMITTED) && line.startsOn().isAfter(on))
                    .forEach(line -> {
                        ledger.recoverLine(plan.subjectId(), line.id(), SYSTEM);
                        plans.set(line.id(), PlanLine.State.RELEASED);
                    });
        }
    }

    /** The ledger gives back what is not committed; a draft must reserve it anew. */
    @EventListener
    public void on(CaseInterrupted interrupted) {
        openPlan(interrupted.caseId()).ifPresent(plan -> plans.lines(plan.id()).stream()
                .filter(line -> line.isIn(PlanLine.State.RESERVED)).forEach(line -> {
                    ledger.releaseLine(plan.subjectId(), line.id(), SYSTEM);
                    plans.set(line.id(), PlanLine.State.WAITING);
                }));
    }

    Optional<FunderProposal> proposal(String subjectId) {
        return documents.latest(subjectId, FunderProposal.DOCUMENT).map(document -> new FunderProposal(document.content()));
    }

    /** Four eyes: nobody decides on what they drew up, the plan or any line of it. */
    void checkFourEyes(FundingPlan plan, String by) {
        Instant begun = documents.latest(plan.subjectId(), PLAN).map(Document::savedAt).orElse(Instant.EPOCH);
        boolean wroteALine = Stream.of(WantedLine.DOCUMENT, FUNDING).flatMap(kind -> documents.versions(plan.subjectId(), kind).stream())
                .anyMatch(version -> version.author().equals(by) && !version.savedAt().isBefore(begun));
        if (plan.proposedBy().equals(by) || wroteALine) {
            throw new Refusal("funding.fourEyes");
        }
    }

    private void end(FundingPlan plan, FundingPlan.State state, String decidedBy) {
        if (!plans.end(plan.id(), state, decidedBy)) {
            throw new Refusal("funding.plan.decided");
        }
    }

    private void release(FundingPlan plan, String by) {
        plans.lines(plan.id()).stream()
                .filter(line -> line.isIn(PlanLine.State.RESERVED, PlanLine.State.PLANNED, PlanLine.State.WAITING))
                .forEach(line -> {
                    ledger.releaseLine(plan.subjectId(), line.id(), by);
                    plans.set(line.id(), PlanLine.State.RELEASED);
                });
    }

    private void drop(FundingPlan plan, PlanLine line, String by) {
        ledger.releaseLine(plan.subjectId(), line.id(), by);
        plans.set(line.id(), PlanLine.State.DROPPED);
    }

    private FundingPlan draft(String planId) {
        FundingPlan plan = plans.find(planId).orElseThrow();
        if (plan.state() != FundingPlan.State.DRAFT) {
            throw new Refusal("funding.plan.decided");
        }
        return plan;
    }

    private WantedLine wanted(FundingPlan plan) {
        return new WantedLine(documents.latest(plan.subjectId(), WantedLine.DOCUMENT).map(Document::content).orElseThrow());
    }

    private void save(String subjectId, String kind, JsonNode content) {
        int basedOn = documents.latest(subjectId, kind).map(Document::version).orElse(0);
        documents.save(subjectId, kind, ((ObjectNode) content).deepCopy(), basedOn, SYSTEM);
    }
}
