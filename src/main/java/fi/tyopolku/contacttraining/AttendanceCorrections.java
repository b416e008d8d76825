package fi.tyopolku.contacttraining;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.network.TrainingGroup;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.trainingdays.DayContext;
import fi.tyopolku.trainingdays.DayLedger;
import fi.tyopolku.trainingdays.DayMark;
import fi.tyopolku.trainingdays.Mark;
import fi.tyopolku.trainingdays.TrainingDay;
import fi.tyopolku.trainingdays.TrainingDayKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrects a contact day afterwards, or adds one that was left out, always with a reason. */
@Service
@Transactional
public class AttendanceCorrections {

    static final String DOCUMENT = "attendanceCorrection";

    private final DayLedger ledger;
    private final TrainingGroups groups;
    private final CaseRegister cases;
    private final DocumentStore documents;

    AttendanceCorrections(DayLedger ledger, TrainingGroups groups, CaseRegister cases, DocumentStore documents) {
        this.ledger = ledger;
        this.groups = groups;
        this.cases = cases;
        this.documents = documents;
    }

    /**
     * Does what the document {@code attendanceCorrection} gives the reason for.
     *
     * @throws Refusal when the day is not, or no longer, one of contact training
     */
    public void correct(String caseId, LocalDate day, Mark mark) {
        Document reason = documents.latest(caseId, DOCUMENT).orElseThrow();
        cases.hold(caseId);
        refuseDayOnTheJob(caseId, day);
        if (recorded(caseId, day).isPresent()) {
            ledger.correct(caseId, day, mark, reason.content().path("reason").asText(), reason.author());
            return;
        }
        TrainingGroup group = groupOn(caseId, day)
                .orElseThrow(() -> new Refusal("contacttraining.outsideTheGroup", Dates.shown(day)));
        ledger.record(caseId, DayMark.contact(day, mark,
                DayContext.of(group.starts(), GroupAttendance.source(group.id()), reason.author())));
    }

    /**
     * @throws Refusal when the person is neither the case's coach nor a trainer who has had the client in a group, when
     *     the client was in no group on that day, or when the day was spent at a workplace
     */
    void checkMayCorrect(String user, String caseId, LocalDate day) {
        boolean isCoach = cases.coachOf(caseId).filter(coach -> coach.equals(user)).isPresent();
        boolean isTrainer = groups.historyOf(caseId).stream().anyMatch(group -> group.trainer().equals(user));
        if (!isCoach && !isTrainer) {
            throw new Refusal("contacttraining.notYourClient");
        }
        refuseDayOnTheJob(caseId, day);
        if (recorded(caseId, day).isEmpty() && groupOn(caseId, day).isEmpty()) {
            throw new Refusal("contacttraining.outsideTheGroup", Dates.shown(day));
        }
    }

    private void refuseDayOnTheJob(String caseId, LocalDate day) {
        if (recorded(caseId, day).filter(found -> found.kind() == TrainingDayKind.ON_THE_JOB).isPresent()) {
            throw new Refusal("contacttraining.dayOnTheJob", Dates.shown(day));
        }
    }

    Optional<TrainingDay> recorded(String caseId, LocalDate day) {
        return ledger.days(caseId).stream().filter(each -> each.day().equals(day)).findFirst();
    }

    /** The cases to be told of a corrected mark: the case itself, with its group held as for a recorded week. */
    public List<String> toBeTold(String caseId) {
        groups.groupOf(caseId).ifPresent(group -> groups.hold(group.id()));
        return List.of(caseId);
    }

    private Optional<TrainingGroup> groupOn(String caseId, LocalDate day) {
        return groups.historyOf(caseId).stream()
                .filter(group -> !day.isBefore(group.starts()) && !day.isAfter(group.ends())).findFirst();
    }
}
