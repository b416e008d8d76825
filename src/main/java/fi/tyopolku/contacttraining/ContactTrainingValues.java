package fi.tyopolku.contacttraining;

import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.network.TrainingGroup;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.network.TrainingPlace;
import fi.tyopolku.trainingdays.DayLedger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the forms of one client's contact training show. */
@Component
class ContactTrainingValues implements ShownValues {

    private final ContactTraining training;
    private final TrainingGroups groups;
    private final TeachingDays teachingDays;
    private final DayLedger ledger;
    private final DocumentStore documents;
    private final AttendanceCorrections corrections;
    private final Clock clock;

    ContactTrainingValues(ContactTraining training, TrainingGroups groups, TeachingDays teachingDays, DayLedger ledger,
            DocumentStore documents, AttendanceCorrections corrections, Clock clock) {
        this.training = training;
        this.groups = groups;
        this.teachingDays = teachingDays;
        this.ledger = ledger;
        this.documents = documents;
        this.corrections = corrections;
        this.clock = clock;
    }

    @Override
    public Set<String> names() {
        return Set.of("openTrainingGroups", "contactDays", "waitingTurn", "absenceDays", "markOfDay",
                ContactTraining.CLOSING, ContactTraining.HEARING, AttendanceCorrections.DOCUMENT);
    }

    @Override
    public Object value(String name, OpenForm form) {
        if (form.caseId() == null) {
            return null;
        }
        return switch (name) {
            case "openTrainingGroups" -> openGroups(form.municipality());
            case "contactDays" -> ledger.balance(form.caseId()).contact();
            case "waitingTurn" -> turn(form.caseId());
            case "absenceDays" -> absences(form.caseId());
            case "markOfDay" -> mark(form);
            case ContactTraining.CLOSING -> closing(form.caseId());
            // A new hearing and a new reason begin empty, whatever was written the last time.
            case ContactTraining.HEARING, AttendanceCorrections.DOCUMENT -> Map.of();
            default -> null;
        };
    }

    private List<Map<String, String>> openGroups(String municipality) {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        return groups.openGroups(municipality).stream()
                // Groups of other trainings have places too, but no contact teaching that would be recorded.
                .filter(group -> documents.latest(group.id(), TrainingGroupOpening.DOCUMENT).isPresent())
                .filter(group -> teachingDays.firstFrom(group, tomorrow).isPresent())
                .map(group -> Map.of("label", label(group), "value", group.id())).toList();
    }

    private String label(TrainingGroup group) {
        String days = Dates.shown(group.starts()) + "–" + Dates.shown(group.ends());
        return group.free() > 0
                ? text("contacttraining.groupWithPlaces", group.name(), days, group.free(), group.places())
                : text("contacttraining.groupFull", group.name(), days, groups.waiting(group.id()).size());
    }

    private Object turn(String caseId) {
        return groups.placeOf(caseId).filter(place -> place.state() == TrainingPlace.State.WAITING)
                .map(place -> groups.waiting(place.groupId()).stream().map(TrainingPlace::caseId).toList().indexOf(caseId) + 1)
                .orElse(null);
    }

    private String absences(String caseId) {
        return training.undecidedAbsences(caseId).stream().map(day -> Dates.shown(day.day()))
                .collect(Collectors.joining(", "));
    }

    private String mark(OpenForm form) {
        LocalDate day = LocalDate.parse((String) form.variables().get("day"));
        String mark = corrections.recorded(form.caseId(), day)
                .map(found -> text("contacttraining.mark." + found.mark())).orElse(text("contacttraining.mark.none"));
        return text("contacttraining.markOfDay", Dates.shown(day), mark);
    }

    /** What the group explored in the weeks in which the client was there, for a client who has no closing yet. */
    private Map<String, String> closing(String caseId) {
        if (training.isClosed(caseId)) {
            return null;
        }
        List<WeekForm> weeks = groups.historyOf(caseId).stream()
                .flatMap(group -> documents.versions(group.id(), WeekForm.DOCUMENT).stream())
                .map(Document::content).map(WeekForm::new).filter(week -> week.mentions(caseId)).toList();
        return Map.of("qualificationsExplored", notes(weeks, week -> week.text("qualificationsExplored")),
                "workTasksExplored", notes(weeks, week -> week.text("workTasksExplored")),
                "companyVisits", notes(weeks, ContactTrainingValues::visit));
    }

    private static String visit(WeekForm week) {
        String day = week.text("companyVisitedOn");
        return (week.text("companyVisited") + " "
                + (day.isEmpty() ? "" : Dates.shown(LocalDate.parse(day)))).strip();
    }

    private static String notes(List<WeekForm> weeks, Function<WeekForm, String> note) {
        String notes = weeks.stream().map(note).filter(text -> !text.isBlank()).collect(Collectors.joining("\n"));
        return notes.length() > 4_000 ? notes.substring(0, 4_000) : notes;
    }

    private static String text(String key, Object... arguments) {
        return Texts.in(LocaleContextHolder.getLocale(), key, arguments);
    }
}
