package fi.tyopolku.contacttraining;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.network.TrainingGroup;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.network.TrainingPlace;
import fi.tyopolku.trainingdays.CaseDays;
import fi.tyopolku.trainingdays.DayContext;
import fi.tyopolku.trainingdays.DayLedger;
import fi.tyopolku.trainingdays.DayMark;
import fi.tyopolku.trainingdays.DayRefusal;
import fi.tyopolku.trainingdays.Mark;
import fi.tyopolku.trainingdays.TrainingDay;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The weeks of a training group: which comes next, and its attendance once recorded. */
@Service
@Transactional
public class GroupAttendance {

    private final TrainingGroups groups;
    private final TeachingDays teachingDays;
    private final DayLedger ledger;
    private final DocumentStore documents;
    private final CaseRegister cases;
    private final Clock clock;

    /**
     * A week to be recorded.
     *
     * @param starts its Monday
     * @param recordFrom its last teaching day, from which on it can be recorded
     */
    public record Week(LocalDate starts, LocalDate recordFrom) {
    }

    GroupAttendance(TrainingGroups groups, TeachingDays teachingDays, DayLedger ledger, DocumentStore documents,
            CaseRegister cases, Clock clock) {
        this.groups = groups;
        this.teachingDays = teachingDays;
        this.ledger = ledger;
        this.documents = documents;
        this.cases = cases;
        this.clock = clock;
    }

    /** The first week with teaching after the one given, or the group's first for null; empty after its last day. */
    public Optional<Week> weekAfter(String groupId, LocalDate weekStarts) {
        TrainingGroup group = group(groupId);
        LocalDate from = weekStarts == null ? group.starts() : weekStarts.plusWeeks(1);
        return teachingDays.firstFrom(group, from).map(first -> {
            List<LocalDate> days = teachingDays.inWeekOf(group, first);
            return new Week(TeachingDays.mondayOf(first), days.get(days.size() - 1));
        });
    }

    /** Whether anybody was in the group in that week. */
    public boolean hasParticipants(String groupId, LocalDate weekStarts) {
        List<LocalDate> days = teachingDays.inWeekOf(group(groupId), weekStarts);
        return !days.isEmpty() && participants(groupId).stream()
                .anyMatch(participant -> !participant.since().isAfter(days.get(days.size() - 1)));
    }

    /**
     * Writes the week that the trainer has filled in into the day ledger: everybody's marks or none. A day may have been
     * marked before, when it was taught; then the same mark stands and is written no second time.
     *
     * @param weekStarts the week that the task was made for
     * @throws Refusal naming the participant and the date
     */
    public void record(String groupId, LocalDate weekStarts) {
        TrainingGroup group = group(groupId);
        Document document = documents.latest(groupId, WeekForm.DOCUMENT).orElseThrow();
        WeekForm week = new WeekForm(document.content());
        checkWeek(group, week, weekStarts);
        DayContext context = DayContext.of(group.starts(), source(groupId), document.author());
        Map<String, List<DayMark>> marks = new HashMap<>();
        List<Participant> participants = participants(groupId);
        holdDaysOf(participants);
        Map<String, CaseDays> recorded = ledger.daysOf(participants.stream().map(Participant::caseId).toList());
        for (Participant participant : participants) {
            marks.put(participant.caseId(),
                    marksOf(participant, group, week, context, recorded.get(participant.caseId())));
        }
        try {
            ledger.recordAll(marks);
        } catch (DayRefusal refusal) {
            String label = participants.stream().filter(each -> each.caseId().equals(refusal.caseId()))
                    .map(Participant::label).findFirst().orElse("");
            throw new Refusal("contacttraining.dayOf", label, refusal.in(LocaleContextHolder.getLocale()));
        }
    }

    /**
     * The cases to be told that their group's week is recorded. Holds the group until the transaction ends, so that a
     * path that has just read the ledger has also begun to wait.
     */
    public List<String> toBeTold(String groupId) {
        groups.hold(groupId);
        return participants(groupId).stream().map(Participant::caseId).toList();
    }

    /** Ends the group: whoever still waits or holds a place lets go. Returns their cases, who must be told. */
    public List<String> close(String groupId) {
        groups.hold(groupId);
        List<String> cases = new ArrayList<>();
        // Who waits goes first, or a place given up would still pass to them.
        groups.waiting(groupId).forEach(place -> cases.add(place.caseId()));
        groups.participants(groupId).forEach(place -> cases.add(place.caseId()));
        cases.forEach(groups::release);
        return cases;
    }

    /** Lets nobody else record days of these cases until the transaction ends; in the order that the ledger takes. */
    void holdDaysOf(List<Participant> participants) {
        participants.stream().map(Participant::caseId).sorted().forEach(cases::hold);
    }

    /** What the ledger says a group's days were recorded through. */
    static String source(String groupId) {
        return "trainingGroup/" + groupId;
    }

    List<Participant> participants(String groupId) {
        return groups.participants(groupId).stream().map((TrainingPlace place) -> Participant.of(place, clock.getZone()))
                .toList();
    }

    TrainingGroup group(String groupId) {
        return groups.find(groupId).orElseThrow(() -> new Refusal("network.noSuchGroup"));
    }

    private void checkWeek(TrainingGroup group, WeekForm week, LocalDate weekStarts) {
        if (!week.weekStarts().equals(weekStarts)) {
            throw new Refusal("contacttraining.otherWeek", Dates.shown(weekStarts));
        }
        if (weekStarts.isAfter(LocalDate.now(clock))) {
            throw new Refusal("contacttraining.weekInTheFuture", Dates.shown(weekStarts));
        }
        List<LocalDate> taught = teachingDays.inWeekOf(group, weekStarts);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            LocalDate day = weekStarts.with(weekday);
            if (!week.hasMarksOn(weekday)) {
                continue;
            }
            if (!taught.contains(day) && !week.makeUpDays().contains(weekday)) {
                throw new Refusal("contacttraining.noTeaching", Dates.shown(day));
            }
            if (day.isBefore(group.starts()) || day.isAfter(group.ends())) {
                throw new Refusal("contacttraining.outsideTheGroup", Dates.shown(day));
            }
        }
    }

    private List<DayMark> marksOf(Participant participant, TrainingGroup group, WeekForm week, DayContext context,
            CaseDays recorded) {
        List<LocalDate> taught = teachingDays.inWeekOf(group, week.weekStarts());
        List<DayMark> marks = new ArrayList<>();
        for (DayOfWeek weekday : DayOfWeek.values()) {
            LocalDate day = week.weekStarts().with(weekday);
            List<Mark> given = week.marks(participant.caseId(), weekday);
            if (given.size() > 1) {
                throw new Refusal("contacttraining.markedTwice", participant.label(), Dates.shown(day));
            }
            Optional<TrainingDay> there = recorded.on(day);
            if (given.isEmpty() && there.isEmpty() && taught.contains(day) && participant.mustBeMarkedOn(day)) {
                throw new Refusal("contacttraining.notMarked", participant.label(), Dates.shown(day));
            }
            given.stream().filter(mark -> there.filter(found -> isSame(found, mark, context)).isEmpty())
                    .forEach(mark -> marks.add(DayMark.contact(day, mark, context)));
        }
        return marks;
    }

    private static boolean isSame(TrainingDay found, Mark mark, DayContext context) {
        return found.mark() == mark && found.source().equals(context.source());
    }
}
