package fi.tyopolku.coaching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.calendar.Deadlines;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The jobs in which clients are coached, and when they meet their coach. */
@Service
@Transactional
public class CoachedJobs {

    static final String JOB = "coachedJob";
    static final String MEETING = "coachingMeeting";
    static final String CLOSING = "coachingClosing";
    static final String ENDING = "jobEnding";
    private static final String CALL = "coachingPhoneCall";
    private static final String APPLICATION = "jobApplication";
    private static final String[] OF_ONE_JOB = {JOB, "employerConsent", "coachingRefusal", CALL, "workplaceCoaching",
        "coachingPlan", MEETING, "jobEndReport", CLOSING, ENDING, "mentor", "mentorSearch", "mentoringMeeting"};
    private static final List<String> TAKEN_OVER =
            List.of("employerName", "employerKind", "employerEmail", "employerLanguage", "jobTitle", "jobStart");

    private final Sheets sheets;
    private final EmploymentOutcomes outcomes;
    private final WorkplaceCoachings coachings;
    private final Deadlines deadlines;
    private final ObjectMapper json;
    private final Clock clock;

    CoachedJobs(Sheets sheets, EmploymentOutcomes outcomes, WorkplaceCoachings coachings, Deadlines deadlines,
            ObjectMapper json, Clock clock) {
        this.sheets = sheets;
        this.outcomes = outcomes;
        this.coachings = coachings;
        this.deadlines = deadlines;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A client goes to work: the sheets of an earlier job are put away.
     *
     * @return whether the job is subsidised; an apprenticeship is when its subsidised job has begun
     */
    public boolean begin(String caseId, String nextStep) {
        sheets.clear(caseId, OF_ONE_JOB);
        return "SUBSIDISED_JOB".equals(nextStep)
                || "APPRENTICESHIP".equals(nextStep) && sheets.content(caseId, APPLICATION).path("apprenticeship").asBoolean()
                        && sheets.content(caseId, "jobStartReport").hasNonNull("startedOn");
    }

    /**
     * Plans the next coaching meeting on an empty sheet: not after the last day of the job.
     *
     * @param first whether it is the first one
     * @param jobEnds null while the job has no last day
     * @throws Refusal when the job is over: then it must be said that it has ended, or when it ends now
     */
    public LocalDate planMeeting(String caseId, boolean first, LocalDate jobEnds) {
        LocalDate today = LocalDate.now(clock);
        if (!first && jobEnds != null && jobEnds.isBefore(today)) {
            throw new Refusal("coaching.jobOver", Dates.shown(jobEnds));
        }
        sheets.clear(caseId, MEETING);
        LocalDate due = deadlines.dueOn(first ? "COACHING_FIRST_MEETING" : "COACHING_MEETING", today);
        return jobEnds != null && jobEnds.isBefore(due) ? jobEnds : due;
    }

    /** The job, or its subsidy, has ended: the outcome goes into the figures and the workplace coach is free. */
    public void end(String caseId, String municipality, boolean subsidised, LocalDate endedOn, String wentTo) {
        outcomes.record(new EmploymentOutcome(caseId, municipality, subsidised, endedOn, wentTo, smallProgress(caseId)));
        coachings.end(caseId);
    }

    /** Small progress counts whenever it was seen during the job, not only in its last days. */
    private boolean smallProgress(String caseId) {
        return Stream.of(CALL, MEETING, CLOSING, ENDING)
                .flatMap(kind -> sheets.sinceLatest(JOB, caseId, kind).stream())
                .anyMatch(sheet -> !sheet.path("smallProgress").isEmpty());
    }

    /** What the application for a subsidy already tells about the job; nothing once the sheet has been filled in. */
    Optional<JsonNode> proposal(String caseId) {
        if (sheets.find(caseId, JOB).isPresent()) {
            return Optional.empty();
        }
        return sheets.find(caseId, APPLICATION).map(application -> {
            ObjectNode job = json.createObjectNode();
            TAKEN_OVER.stream().filter(application::hasNonNull).forEach(field -> job.set(field, application.get(field)));
            return job;
        });
    }

    /** The last day of the job or, when it has none, of the subsidy; empty where neither is known. */
    Optional<String> proposedEnd(String caseId) {
        return sheets.find(caseId, APPLICATION).map(application -> application.path("jobEnd").asText(null))
                .or(() -> sheets.find(caseId, "subsidyCalculation").map(sum -> sum.path("to").asText(null)));
    }

    Optional<LocalDate> start(String caseId) {
        return sheets.find(caseId, JOB).filter(job -> job.hasNonNull("jobStart"))
                .map(job -> LocalDate.parse(job.get("jobStart").asText()));
    }
}
