package fi.tyopolku.worktrial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.trainingdays.DayBalance;
import fi.tyopolku.trainingdays.DayContext;
import fi.tyopolku.trainingdays.DayLedger;
import fi.tyopolku.trainingdays.DayMark;
import fi.tyopolku.trainingdays.Mark;
import fi.tyopolku.trainingdays.TrainingDayKind;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lays out the week sheets of a period at a workplace and carries what was marked on them into the day ledger. */
@Service
@Transactional
public class TrialWeeks {

    static final String WEEK = "trialWeek";
    private static final String NO_WORK_DAY = "NO_WORK_DAY";

    private final TrialAgreements agreements;
    private final DocumentStore documents;
    private final DayLedger ledger;
    private final Clock clock;
    private final ObjectMapper json;

    /**
     * How the period stands after a week.
     *
     * @param daysReached the 35 days were reached in this period
     * @param absenceToDecide five days in a row without permission, the last of them in this week, 380/2023 59 §
     * @param agreementOver the week was the last of the agreement
     */
    public record WeekResult(boolean daysReached, boolean absenceToDecide, boolean agreementOver) {
    }

    TrialWeeks(TrialAgreements agreements, DocumentStore documents, DayLedger ledger, Clock clock, ObjectMapper json) {
        this.agreements = agreements;
        this.documents = documents;
        this.ledger = ledger;
        this.clock = clock;
        this.json = json;
    }

    /** Opens the sheet of the next week. @param previousStart null for the first week of the agreement */
    public TrialWeek open(String caseId, LocalDate previousStart) {
        TrialWeek week = TrialWeek.after(previousStart, agreements.terms(caseId));
        JsonNode sheet = json.createObjectNode().put("weekStart", week.start().toString())
                .put("weekEnd", week.end().toString());
        documents.save(caseId, WEEK, sheet, documents.latest(caseId, WEEK).map(Document::version).orElse(0), "system");
        return week;
    }

    /**
     * Records the sheet of the week in the ledger, all days or none.
     *
     * @param goesOn false when the period ends with this week: then the sheet may be handed in before the week is over
     * @throws Refusal when the law or the agreement does not allow it
     */
    public WeekResult record(String caseId, TrialWeek week, boolean goesOn) {
        TrialTerms terms = agreements.terms(caseId);
        Document sheet = documents.latest(caseId, WEEK)
                .orElseThrow(() -> new IllegalStateException("The week has no sheet"));
        if (goesOn) {
            refuseUnlessOver(week, sheet.content());
        }
        DayContext context = new DayContext(terms.start(), terms.workplaceNormalHours(), "trialWeek " + week.start(),
                sheet.author());
        List<DayMark> marks = marks(week, sheet.content(), terms, context);
        long present = marks.stream().filter(mark -> mark.mark() == Mark.PRESENT).count();
        if (present > terms.daysPerWeek()) {
            throw new Refusal("worktrial.moreDaysThanAgreed", Dates.shown(week.start()), present, terms.daysPerWeek());
        }
        ledger.recordAll(Map.of(caseId, marks));
        return result(caseId, week, terms, marks);
    }

    /** Days on the job that count, in all periods of the case. */
    int daysDone(String caseId) {
        return ledger.balance(caseId).onTheJob();
    }

    int absencesInRow(String caseId) {
        return ledger.balance(caseId).onTheJobUnauthorisedInRow();
    }

    /** Whether the days required on the job are done. */
    public boolean allDaysDone(String caseId) {
        return ledger.balance(caseId).onTheJobDone();
    }

    /** A day can be present, absent or none; only a day that has come says which. */
    private void refuseUnlessOver(TrialWeek week, JsonNode sheet) {
        LocalDate today = LocalDate.now(clock);
        week.days().stream().filter(day -> day.isAfter(today) && sheet.hasNonNull(TrialWeek.nameOf(day) + "Mark"))
                .findFirst().ifPresent(day -> {
                    throw new Refusal("worktrial.weekNotOver", Dates.shown(day));
                });
    }

    private static List<DayMark> marks(TrialWeek week, JsonNode sheet, TrialTerms terms, DayContext context) {
        List<DayMark> marks = new ArrayList<>();
        for (LocalDate day : week.days()) {
            String mark = sheet.path(TrialWeek.nameOf(day) + "Mark").asText("");
            JsonNode hours = sheet.path(TrialWeek.nameOf(day) + "Hours");
            if (!mark.isEmpty() && !mark.equals("null") && !mark.equals(NO_WORK_DAY)) {
                BigDecimal worked = hours.isNumber() ? hours.decimalValue() : null;
                marks.add(DayMark.onTheJob(day, terms.legalForm(), Mark.valueOf(mark), worked, context));
            }
        }
        return marks;
    }

    private WeekResult result(String caseId, TrialWeek week, TrialTerms terms, List<DayMark> marks) {
        DayBalance balance = ledger.balance(caseId);
        boolean missedThisWeek = marks.stream().anyMatch(mark -> mark.mark() == Mark.ABSENT_WITHOUT);
        return new WeekResult(
                balance.onTheJobDone() && daysBefore(caseId, terms.start()) < DayBalance.ON_THE_JOB_REQUIRED,
                missedThisWeek && balance.interruptionToBeConsidered(TrainingDayKind.ON_THE_JOB),
                !week.end().isBefore(terms.end()));
    }

    /** A further trial after the 35 days goes on to the end of its agreement. */
    private long daysBefore(String caseId, LocalDate start) {
        return ledger.days(caseId).stream().filter(day -> day.kind() == TrainingDayKind.ON_THE_JOB
                && day.mark() == Mark.PRESENT && day.day().isBefore(start)).count();
    }
}
