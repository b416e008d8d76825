package fi.tyopolku.coaching;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.CaseStatus;
import fi.tyopolku.clients.ClientCase;
import fi.tyopolku.documents.Submission;
import fi.tyopolku.documents.SubmissionCheck;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What cannot be, though each field by itself is right: days in the wrong order, a mentor who shares no language. */
@Component
class CoachingChecks implements SubmissionCheck {

    private final CaseRegister cases;
    private final CoachedJobs jobs;

    CoachingChecks(CaseRegister cases, CoachedJobs jobs) {
        this.cases = cases;
        this.jobs = jobs;
    }

    @Override
    public void check(Submission submission) {
        JsonNode values = submission.values();
        if (submission.elementId() == null && "licence".equals(submission.processKey())) {
            checkOwnOpenCase(submission);
        }
        if (values.has(Licences.PLAN)) {
            checkPayer(values.get(Licences.PLAN));
        }
        if (values.has("workplaceCoach")) {
            checkTargetGroups(values.get("workplaceCoach"));
        }
        if (submission.elementId() != null) {
            checkTask(submission, values);
        }
    }

    private void checkTask(Submission submission, JsonNode values) {
        switch (submission.elementId()) {
            case "userTask_askForCoaching" -> checkJobDates(values);
            case "userTask_meet", "userTask_reportJobEnd", "userTask_recordJobEnd" -> checkEnd(submission.caseId(), values);
            case "userTask_nameMentor" -> checkLanguage(values.path("mentor"));
            default -> { }
        }
    }

    /** A case of another municipality is answered like an unknown one. */
    private void checkOwnOpenCase(Submission submission) {
        ClientCase found = cases.find(submission.caseId())
                .filter(known -> known.municipality().equals(submission.municipality()))
                .orElseThrow(() -> new Refusal("clients.case.unknown"));
        if (found.status() == CaseStatus.CLOSED) {
            throw new Refusal("clients.case.closed");
        }
        if (found.coach() == null || !found.coach().equals(submission.userId())) {
            throw new Refusal("coaching.notYourCase");
        }
    }

    private static void checkPayer(JsonNode plan) {
        if (plan.path("costEuros").asDouble() > 0 && "NONE".equals(plan.path("payer").asText())) {
            throw new Refusal("coaching.licence.payerMissing");
        }
    }

    private static void checkTargetGroups(JsonNode coach) {
        if (coach.path("canCoach").asBoolean() && coach.path("targetGroups").isEmpty()) {
            throw new Refusal("coaching.targetGroupsMissing");
        }
    }

    private static void checkJobDates(JsonNode values) {
        LocalDate start = LocalDate.parse(values.path(CoachedJobs.JOB).path("jobStart").asText());
        for (String end : List.of("subsidyEndsOn", "plannedEndOn")) {
            if (values.hasNonNull(end) && LocalDate.parse(values.get(end).asText()).isBefore(start)) {
                throw new Refusal("coaching.endBeforeStart", Dates.shown(start));
            }
        }
    }

    private void checkEnd(String caseId, JsonNode values) {
        if (values.hasNonNull("jobEndedOn")) {
            LocalDate ended = LocalDate.parse(values.get("jobEndedOn").asText());
            jobs.start(caseId).filter(ended::isBefore).ifPresent(start -> {
                throw new Refusal("coaching.endBeforeStart", Dates.shown(start));
            });
        }
    }

    private static void checkLanguage(JsonNode mentor) {
        List<String> languages = new ArrayList<>();
        mentor.path("mentorLanguages").forEach(language -> languages.add(language.asText()));
        if (mentor.hasNonNull("sharedLanguage") && !languages.contains(mentor.get("sharedLanguage").asText())) {
            throw new Refusal("coaching.noSharedLanguage");
        }
    }
}
