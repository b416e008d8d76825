package fi.tyopolku.studysupport;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.CaseStatus;
import fi.tyopolku.clients.ClientCase;
import fi.tyopolku.documents.Submission;
import fi.tyopolku.documents.SubmissionCheck;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.notifications.StaffDirectory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * What must hold beyond the forms. A case of another municipality is answered like an unknown one, so that nobody learns
 * that it exists.
 */
@Component
class StudySupportChecks implements SubmissionCheck {

    private static final Set<String> OF_A_CASE = Set.of("educationalTrial", "benefitStudies", "studyInformation");
    private static final int LONGEST_WITHOUT_REVIEW_YEARS = 2;

    private final CaseRegister cases;
    private final StudyCases studies;
    private final MaterialTexts materials;
    private final StaffDirectory staff;
    private final Clock clock;

    StudySupportChecks(CaseRegister cases, StudyCases studies, MaterialTexts materials, StaffDirectory staff, Clock clock) {
        this.cases = cases;
        this.studies = studies;
        this.materials = materials;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public void check(Submission submission) {
        JsonNode values = submission.values();
        if (submission.elementId() == null && OF_A_CASE.contains(submission.processKey())) {
            checkCase(submission);
        }
        switch (submission.processKey()) {
            case "guidanceMaterial" -> checkReviewDate(values.path(GuidanceMaterials.DOCUMENT));
            case "studyInformation" -> checkMaterial(submission.municipality(), values.path("materialKinds"));
            case "specialSupport" -> checkSupports(values.path("specialSupportPlan"));
            case "educationalTrial" -> checkTrial(submission);
            case "benefitStudies" -> checkDates(values.path(StudyCases.STUDIES), "studiesStart", "studiesEnd");
            default -> { }
        }
    }

    private void checkCase(Submission submission) {
        ClientCase found = cases.find(submission.caseId())
                .filter(known -> known.municipality().equals(submission.municipality()))
                .orElseThrow(() -> new Refusal("clients.case.unknown"));
        if (found.status() == CaseStatus.CLOSED) {
            throw new Refusal("clients.case.closed");
        }
        boolean isAdvised = submission.processKey().equals("studyInformation") && staff
                .membersOf("service-advisor", found.municipality()).stream()
                .anyMatch(member -> member.userId().equals(submission.userId()));
        if (found.coach() == null || !found.coach().equals(submission.userId()) && !isAdvised) {
            throw new Refusal("studysupport.notYours");
        }
    }

    private void checkReviewDate(JsonNode material) {
        if (!material.hasNonNull("reviewOn")) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate reviewOn = day(material, "reviewOn");
        if (!reviewOn.isAfter(today)) {
            throw new Refusal("studysupport.reviewNotAhead");
        }
        if (reviewOn.isAfter(today.plusYears(LONGEST_WITHOUT_REVIEW_YEARS))) {
            throw new Refusal("studysupport.reviewTooFar", Dates.shown(today.plusYears(LONGEST_WITHOUT_REVIEW_YEARS)));
        }
    }

    private void checkMaterial(String municipality, JsonNode kinds) {
        List<MaterialKind> wanted = StreamSupport.stream(kinds.spliterator(), false)
                .map(kind -> MaterialKind.valueOf(kind.asText())).toList();
        if (materials.reviewed(municipality, wanted).isEmpty()) {
            throw new Refusal("studysupport.noReviewedMaterial");
        }
    }

    /** A client can accept only what was offered. */
    private static void checkSupports(JsonNode plan) {
        Set<JsonNode> offered = new HashSet<>();
        plan.path("offered").forEach(offered::add);
        plan.path("accepted").forEach(accepted -> {
            if (!offered.contains(accepted)) {
                throw new Refusal("studysupport.notOffered");
            }
        });
    }

    private void checkTrial(Submission submission) {
        checkDates(submission.values().path(StudyCases.TRIAL), "startsOn", "endsOn");
        if (!"AGREES".equals(submission.values().path("providerAnswer").asText())) {
            return;
        }
        JsonNode trial = studies.content(submission.caseId(), StudyCases.TRIAL).orElseThrow();
        if (day(trial, "endsOn").isBefore(LocalDate.now(clock))) {
            throw new Refusal("studysupport.trialOver", Dates.shown(day(trial, "endsOn")));
        }
        if (!studies.isInPlanBy(submission.caseId(), day(trial, "startsOn"))) {
            throw new Refusal("studysupport.trialNotInPlan", Dates.shown(day(trial, "startsOn")));
        }
    }

    private void checkDates(JsonNode form, String start, String end) {
        if (!form.hasNonNull(start) || !form.hasNonNull(end)) {
            return;
        }
        if (day(form, end).isBefore(day(form, start))) {
            throw new Refusal("studysupport.endBeforeStart");
        }
        if (day(form, end).isBefore(LocalDate.now(clock))) {
            throw new Refusal("studysupport.alreadyOver", Dates.shown(day(form, end)));
        }
    }

    private static LocalDate day(JsonNode form, String field) {
        return LocalDate.parse(form.path(field).asText());
    }
}
