package fi.tyopolku.measures;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.documents.Submission;
import fi.tyopolku.documents.SubmissionCheck;
import fi.tyopolku.funding.FundingProject;
import fi.tyopolku.funding.FundingProjects;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.network.TrainingGroups;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What must hold of a measure beyond its forms: days inside the project, four eyes, offers within the money. */
@Component
class MeasureChecks implements SubmissionCheck {

    private final FundingProjects projects;
    private final TrainingPlans plans;
    private final TrainingPurchases purchases;
    private final DocumentStore documents;
    private final TrainingGroups groups;

    MeasureChecks(FundingProjects projects, TrainingPlans plans, TrainingPurchases purchases, DocumentStore documents,
            TrainingGroups groups) {
        this.projects = projects;
        this.plans = plans;
        this.purchases = purchases;
        this.documents = documents;
        this.groups = groups;
    }

    @Override
    public void check(Submission submission) {
        if (submission.elementId() == null) {
            if ("tradeTraining".equals(submission.processKey())) {
                checkPlan(submission.values().path(TradeTrainings.DOCUMENT), submission.municipality());
            }
            return;
        }
        switch (submission.elementId()) {
            case "userTask_planTraining" -> checkPlan(submission.values().path(TrainingPlans.DOCUMENT),
                    submission.municipality());
            case "userTask_decideFunding" -> refuseThePlanner(submission);
            case "userTask_recordOffers" -> checkOffers(submission);
            case "userTask_recordProgress", "userTask_sumUp" -> refuseOtherTrainers(submission);
            default -> { }
        }
    }

    private void checkPlan(JsonNode plan, String municipality) {
        if (!plan.hasNonNull("starts") || !plan.hasNonNull("ends")) {
            return;
        }
        LocalDate starts = TrainingPlans.day(plan, "starts");
        LocalDate ends = TrainingPlans.day(plan, "ends");
        if (ends.isBefore(starts)) {
            throw new Refusal("measures.datesReversed");
        }
        TrainingPlans.text(plan, "project").ifPresent(id -> {
            FundingProject project = projects.find(id, municipality)
                    .orElseThrow(() -> new Refusal("measures.noSuchProject"));
            if (!project.holds(starts, ends)) {
                throw new Refusal("measures.outsideProject", Dates.shown(project.validFrom()),
                        Dates.shown(project.validTo()));
            }
        });
        int ages = Arrays.stream(TargetGroup.values()).filter(TargetGroup::isAgeBand)
                .mapToInt(group -> plan.path(group.field()).asInt(0)).sum();
        if (ages > 100) {
            throw new Refusal("measures.sharesOver100");
        }
    }

    private void refuseThePlanner(Submission submission) {
        boolean planned = documents.versions(submission.caseId(), TrainingPlans.DOCUMENT).stream()
                .map(Document::author).anyMatch(author -> Objects.equals(author, submission.userId()));
        if (planned) {
            throw new Refusal("measures.fourEyes");
        }
    }

    private void checkOffers(Submission submission) {
        if (!"CHOSEN".equals(submission.values().path("purchaseResult").asText())) {
            return;
        }
        JsonNode offers = submission.values().path(TrainingPurchases.OFFERS);
        TrainingPurchases.Offer chosen = TrainingPurchases.Offer.chosenOf(offers)
                .orElseThrow(() -> new Refusal("measures.offerIncomplete"));
        if (chosen.priceCents() > plans.priceCents(submission.caseId())) {
            throw new Refusal("measures.offerTooDear");
        }
        purchases.trainer(chosen.trainer(), submission.municipality());
    }

    private void refuseOtherTrainers(Submission submission) {
        if (!groups.isTrainerOf(submission.userId(), submission.caseId())) {
            throw new Refusal("measures.notYourGroup");
        }
    }
}
