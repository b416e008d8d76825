package fi.tyopolku.casepages;

import fi.tyopolku.access.StaffMember;
import fi.tyopolku.casepages.CaseSight.Seen;
import fi.tyopolku.casepages.PathWork.Kind;
import fi.tyopolku.casepages.PathWork.OpenTask;
import fi.tyopolku.casepages.PathWork.Running;
import fi.tyopolku.casepages.PathWork.Wait;
import fi.tyopolku.casepages.PathWork.Work;
import fi.tyopolku.casepages.Sight.Part;
import fi.tyopolku.clients.CaseStatus;
import fi.tyopolku.funding.QueuedRequest;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Where one case stands for one person: stage, what it waits for and on whom, the next deadline. */
final class CaseState {

    private static final String RESUME = "catchEvent_resume";

    private final Seen seen;
    private final Work work;
    private final List<QueuedRequest> queued;
    private final StaffMember person;
    private final Instant now;
    private final CaseWords words;

    CaseState(Seen seen, Work work, List<QueuedRequest> queued, StaffMember person, Instant now, CaseWords words) {
        this.seen = seen;
        this.work = work;
        this.queued = queued;
        this.person = person;
        this.now = now;
        this.words = words;
    }

    Seen seen() {
        return seen;
    }

    String caseId() {
        return seen.file().caseId();
    }

    String client() {
        return seen.sight().has(Part.NAME)
                ? seen.file().client().givenName() + " " + seen.file().client().familyName()
                : seen.file().client().clientLabel();
    }

    /** The stages of the path that run; the supports that run beside them; else whatever else runs. */
    List<Running> stages() {
        List<Running> named = work.running().stream().filter(this::isNamed).toList();
        Set<String> paths = idsOf(PathWork.PATH);
        List<Running> stages = named.stream().filter(each -> each.caller() != null && paths.contains(each.caller())).toList();
        return !stages.isEmpty() ? stages : named.stream().filter(each -> each.caller() == null).toList();
    }

    List<Running> supports() {
        Set<String> wrappers = idsOf(PathWork.SUPPORTS);
        return work.running().stream()
                .filter(each -> each.caller() != null && wrappers.contains(each.caller())).filter(this::mayKnow).toList();
    }

    /** Begun beside the path: a licence, a funding plan, a change that is reported. */
    List<Running> beside() {
        return work.running().stream()
                .filter(each -> each.caller() == null && !each.process().equals(PathWork.PATH)).filter(this::mayKnow).toList();
    }

    private Set<String> idsOf(String process) {
        return work.running().stream().filter(each -> each.process().equals(process)).map(Running::id)
                .collect(Collectors.toSet());
    }

    private boolean isNamed(Running running) {
        return !running.process().equals(PathWork.PATH) && !running.process().equals(PathWork.SUPPORTS) && mayKnow(running);
    }

    /** Who does not see the path sees only what their group works on. */
    private boolean mayKnow(Running running) {
        return seen.sight().has(Part.PATH) || seen.sight().processes().test(running.process());
    }

    String stage() {
        if (seen.file().clientCase().status() == CaseStatus.INTERRUPTED) {
            return words.text("status.INTERRUPTED");
        }
        Set<String> names = new LinkedHashSet<>();
        stages().forEach(each -> names.add(words.name(each)));
        return names.isEmpty() ? words.text("noStage") : String.join(", ", names);
    }

    Instant since() {
        return stages().stream().map(Running::since).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    List<OpenTask> tasks() {
        return work.tasks().stream()
                .filter(task -> seen.sight().has(Part.PATH) || seen.sight().processes().test(task.process()))
                .sorted(Comparator.comparing(OpenTask::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(OpenTask::created)).toList();
    }

    boolean isMine(OpenTask task) {
        return person.userId().equals(task.assignee());
    }

    /** Nobody has it yet, and the person may take it. */
    boolean isForMe(OpenTask task) {
        return task.assignee() == null && task.groups().stream().anyMatch(person::isIn);
    }

    List<OpenTask> ownTasks() {
        return tasks().stream().filter(task -> isMine(task) || isForMe(task)).toList();
    }

    /** There is nothing that the person could do today: somebody or something else comes first. */
    boolean waitsOnOthers() {
        return ownTasks().stream().allMatch(task -> task.isHidden(now));
    }

    Instant nextDeadline() {
        return tasks().stream().map(OpenTask::due).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    /** A day counts until its end. */
    boolean isLate(Instant due) {
        return due != null && due.isBefore(now);
    }

    /** Days and news that a process waits for where it has no task to be done first, and steps that failed. */
    List<Wait> waits() {
        Set<String> withTask = work.tasks().stream().map(OpenTask::instance).collect(Collectors.toSet());
        Set<String> withDay = work.waits().stream().filter(wait -> wait.kind() == Kind.DAY).map(Wait::instance)
                .collect(Collectors.toSet());
        return work.waits().stream().filter(wait -> seen.sight().has(Part.PATH)
                || seen.sight().processes().test(wait.process())).filter(wait -> switch (wait.kind()) {
                    case FAILED -> true;
                    case DAY -> !withTask.contains(wait.instance());
                    case NEWS -> !withTask.contains(wait.instance()) && !withDay.contains(wait.instance());
                    case BESIDE -> false;
                }).toList();
    }

    List<Wait> reminders() {
        return work.waits().stream().filter(wait -> wait.kind() == Kind.BESIDE && wait.until() != null)
                .filter(wait -> seen.sight().has(Part.PATH) && seen.sight().processes().test(wait.process())).toList();
    }

    /** What the case waits for and on whom, a sentence each. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        tasks().stream().filter(task -> !isMine(task) && !isForMe(task)).forEach(task -> reasons.add(
                words.text("waits.task", holderOf(task), nameOf(task))));
        reasons.addAll(moneyReasons());
        waits().forEach(wait -> reasons.add(sentence(wait)));
        return reasons;
    }

    List<String> moneyReasons() {
        return !seen.sight().has(Part.FUNDING) ? List.of() : queued.stream().map(each -> words.text("waits.money",
                Texts.in(words.locale(), "funding.item." + each.purpose()), words.day(each.arrivedAt()))).toList();
    }

    List<Running> running() {
        return work.running();
    }

    String holderOf(OpenTask task) {
        String holder = words.holder(task);
        return holder.isBlank() ? words.text("nobody") : holder;
    }

    /** A task of a process that the person's groups do not work on is known by its process only. */
    String nameOf(OpenTask task) {
        return seen.sight().processes().test(task.process()) ? words.name(task) : stageOf(task.process());
    }

    private String stageOf(String process) {
        return work.running().stream().filter(each -> each.process().equals(process)).findFirst().map(words::name).orElse("");
    }

    String sentence(Wait wait) {
        String name = seen.sight().processes().test(wait.process()) ? words.name(wait) : stageOf(wait.process());
        return switch (wait.kind()) {
            case FAILED -> words.text("waits.failed", name);
            case DAY, BESIDE -> wait.element().equals(RESUME)
                    ? words.text("waits.interruption", words.day(wait.until()))
                    : words.text("waits.day", name, words.day(wait.until()));
            case NEWS -> words.text("waits.news", stageOf(wait.process()), name);
        };
    }

    /** Overdue first, then by deadline; then what the person can do something about; then the longest waiting. */
    static Comparator<CaseState> byUrgency() {
        return Comparator.comparing(CaseState::nextDeadline, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(CaseState::waitsOnOthers)
                .thenComparing(CaseState::since, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(CaseState::caseId);
    }

    static boolean isSameDay(Instant one, Instant other) {
        return one != null && other != null && Dates.dayOf(one).equals(Dates.dayOf(other));
    }
}
