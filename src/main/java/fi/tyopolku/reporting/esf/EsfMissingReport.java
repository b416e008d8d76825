package fi.tyopolku.reporting.esf;

import static fi.tyopolku.reporting.esf.Participation.answer;

import fi.tyopolku.reporting.Report;
import fi.tyopolku.reporting.Report.Kind;
import fi.tyopolku.reporting.ReportSource;
import fi.tyopolku.reporting.ReportTexts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What ESF+ must know of its participants and nobody has recorded: by case, each with who does what about it. */
@Component
@Order(71)
class EsfMissingReport implements ReportSource {

    /** "Leaving" counts the situation within four weeks. */
    static final int WEEKS_TO_RECORD_EXIT = 4;

    private final Participations participations;
    private final Participant.Known known;
    private final Clock clock;

    EsfMissingReport(Participations participations, Participant.Known known, Clock clock) {
        this.participations = participations;
        this.known = known;
        this.clock = clock;
    }

    /** @param field and {@code action}: names of texts */
    private record Missing(String field, String action) {
    }

    @Override
    public String code() {
        return "esf-missing";
    }

    @Override
    public Report report(Question question) {
        ReportTexts texts = ReportTexts.of(question);
        List<List<Object>> rows = new ArrayList<>();
        for (Participation each : participations.of(question.municipality(), question.from(), question.to()).here()) {
            missing(known.of(each)).forEach(missing -> rows.add(Arrays.asList(each.caseId(), each.project().name(),
                    texts.text("esf.field." + missing.field()), texts.text("esf.action." + missing.action()),
                    each.startedOn(), each.endedOn())));
        }
        return new Report(code(),
                List.of(texts.column("case", Kind.TEXT), texts.column("project", Kind.TEXT),
                        texts.column("missing", Kind.TEXT), texts.column("action", Kind.TEXT),
                        texts.column("participationBegan", Kind.DATE), texts.column("participationEnded", Kind.DATE)),
                rows, null, List.of(texts.text("esf.note.missing"), texts.text("esf.note.notCollected")));
    }

    private List<Missing> missing(Participant participant) {
        Participation participation = participant.participation();
        boolean hasStart = !participation.start().isMissingNode();
        List<Missing> found = new ArrayList<>();
        addIf(found, !hasStart, "identityVerifiedOn", "recordStart");
        addIf(found, participant.labourMarketStatus() == null, "labourMarketStatus", "recordStart");
        addIf(found, participant.education() == null, "highestEducation", "recordStart");
        addIf(found, participant.nonDisclosure() == null, "nonDisclosure", "recordStart");
        String startNotice = answer(participation.start(), "startNotice");
        addIf(found, startNotice == null || startNotice.equals("NOT_YET"), "startNotice", "helpWithNotice");
        addIf(found, participant.mayShowContacts() && participant.client().email() == null
                && participant.client().phone() == null, "contact", "correctReferral");
        LocalDate today = LocalDate.now(clock);
        if (participation.hasEnded(today)) {
            boolean isLate = participation.endedOn().plusWeeks(WEEKS_TO_RECORD_EXIT).isBefore(today);
            boolean isNotReached = "NOT_REACHED".equals(answer(participation.exit(), "statusOnExit"));
            String exitAction = !hasStart ? "recordStartAndExit" : isLate ? "recordExitLate" : "recordExit";
            addIf(found, participant.statusOnExit() == null, "statusOnExit", isNotReached ? "notReached" : exitAction);
            addIf(found, participant.qualificationGained() == null, "qualificationGained", exitAction);
            String exitNotice = answer(participation.exit(), "exitNotice");
            addIf(found, exitNotice == null || exitNotice.equals("NOT_YET"), "exitNotice", "helpWithNotice");
        }
        return found;
    }

    private static void addIf(List<Missing> found, boolean isMissing, String field, String action) {
        if (isMissing) {
            found.add(new Missing(field, action));
        }
    }
}
