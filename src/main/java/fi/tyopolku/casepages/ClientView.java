package fi.tyopolku.casepages;

import fi.tyopolku.access.StaffMember;
import fi.tyopolku.casepages.CaseSight.Seen;
import fi.tyopolku.casepages.PathDiagram.Stage;
import fi.tyopolku.casepages.PathWork.OpenTask;
import fi.tyopolku.casepages.PathWork.Place;
import fi.tyopolku.casepages.PathWork.Running;
import fi.tyopolku.casepages.PathWork.Visit;
import fi.tyopolku.casepages.PathWork.Wait;
import fi.tyopolku.casepages.PathWork.Work;
import fi.tyopolku.casepages.Sight.Part;
import fi.tyopolku.clients.CaseStatus;
import fi.tyopolku.clients.Client;
import fi.tyopolku.clients.ClientCase;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.decisions.DecisionRecord;
import fi.tyopolku.decisions.DecisionRecords;
import fi.tyopolku.decisions.DecisionTexts;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.funding.CaseFunding;
import fi.tyopolku.funding.Euros;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.notifications.MailRecord;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.privacy.AccessLog;
import fi.tyopolku.trainingdays.DayBalance;
import fi.tyopolku.trainingdays.DayLedger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what one person sees of one case. */
@Component
@Transactional(readOnly = true)
class ClientView {

    private static final String PLAN = "pathPlan";
    private static final List<String> GOALS = List.of("competenceGoal", "employmentGoal", "qualificationWanted", "firstStep");
    private static final List<String> ACTIONS = List.of("actions", "actionsUntil", "daysPerWeek", "learningAtWork",
            "licencesWanted", "companiesToVisit", "fundingSources");
    private static final Set<String> ON_MONEY = Set.of("employerBars", "employmentBars", "subsidyGrounds", "subsidyAmount",
            "municipalSupplement", "fundingSources", "fundingSourcesKemi");
    private static final int LAST_LOOKS = 15;
    private static final int LAST_MESSAGES = 3;
    private static final int MESSAGES_AT_ONCE = 6;
    private static final int SHORT = 160;

    private final PathWork work;
    private final DayLedger days;
    private final ClientServices services;
    private final CaseFunding funding;
    private final DocumentStore documents;
    private final Notifications notifications;
    private final DecisionRecords decisions;
    private final AccessLog log;
    private final ModelWords models;
    private final Clock clock;

    ClientView(PathWork work, DayLedger days, ClientServices services, CaseFunding funding, DocumentStore documents,
            Notifications notifications, DecisionRecords decisions, AccessLog log, ModelWords models, Clock clock) {
        this.work = work;
        this.days = days;
        this.services = services;
        this.funding = funding;
        this.documents = documents;
        this.notifications = notifications;
        this.decisions = decisions;
        this.log = log;
        this.models = models;
        this.clock = clock;
    }

    Map<String, Object> page(Seen seen, StaffMember person, CaseWords words) {
        CaseState state = state(seen, person, words);
        Map<String, Object> model = head(state, words);
        who(model, state, words);
        next(model, state, words);
        path(model, state, words);
        plan(model, state, words);
        days(model, state, words);
        if (seen.sight().has(Part.SERVICES)) {
            model.put("services", services(seen.file().caseId(), words));
        }
        if (seen.sight().has(Part.FUNDING)) {
            model.put("funding", funding(seen, words));
        }
        if (seen.sight().has(Part.DOCUMENTS)) {
            model.put("documents", Map.of("rows", documents(seen, words)));
        }
        if (seen.sight().has(Part.MESSAGES)) {
            List<Map<String, Object>> all = messages(seen.file().caseId(), words);
            model.put("messages", Map.of("rows", all.stream().limit(MESSAGES_AT_ONCE).toList(),
                    "earlier", all.stream().skip(MESSAGES_AT_ONCE).toList()));
        }
        if (seen.sight().has(Part.DECISIONS) || seen.sight().has(Part.FUNDING_DECISIONS)) {
            model.put("decisions", Map.of("rows", decisions(seen, words)));
        }
        if (seen.sight().has(Part.LOOKS)) {
            model.put("looks", Map.of("rows", looks(seen.file().caseId(), words)));
        }
        return Shown.withFlags(model);
    }

    Map<String, Object> summary(Seen seen, StaffMember person, CaseWords words) {
        CaseState state = state(seen, person, words);
        Map<String, Object> model = head(state, words);
        who(model, state, words);
        days(model, state, words);
        Document plan = planOf(seen);
        DocumentView text = new DocumentView(models, words);
        model.put("plan", plan == null ? List.of() : Stream.concat(GOALS.stream(), ACTIONS.stream().limit(2))
                .map(key -> Map.of("label", text.label(PLAN, key), "value", shortened(text.value(PLAN, plan.content(), key))))
                .filter(each -> !each.get("value").isEmpty()).toList());
        List<Map<String, Object>> messages = seen.sight().has(Part.MESSAGES) ? messages(seen.file().caseId(), words) : List.of();
        model.put("messages", messages.stream().limit(LAST_MESSAGES).toList());
        model.put("reasons", state.reasons());
        return Shown.withFlags(model);
    }

    private CaseState state(Seen seen, StaffMember person, CaseWords words) {
        String caseId = seen.file().caseId();
        return new CaseState(seen, work.of(List.of(caseId)).getOrDefault(caseId, Work.NONE),
                funding.queued(List.of(caseId)), person, clock.instant(), words);
    }

    private Map<String, Object> head(CaseState state, CaseWords words) {
        Map<String, Object> model = new HashMap<>();
        ClientCase found = state.seen().file().clientCase();
        // The title stays in the history of the browser, so it holds no more than a task's card does.
        model.put("title", state.seen().file().client().clientLabel());
        model.put("caseId", found.caseId());
        model.put("status", words.text("status." + found.status()));
        model.put("stage", found.status() == CaseStatus.CLOSED || found.status() == CaseStatus.INTERRUPTED ? "" : state.stage());
        model.put("since", words.day(state.since()));
        model.put("deadline", words.day(state.nextDeadline()));
        model.put("isLate", state.isLate(state.nextDeadline()));
        model.put("waitsOnOthers", found.status() != CaseStatus.CLOSED && state.waitsOnOthers());
        return model;
    }

    private void who(Map<String, Object> model, CaseState state, CaseWords words) {
        Sight sight = state.seen().sight();
        Client client = state.seen().file().client();
        ClientCase found = state.seen().file().clientCase();
        List<Map<String, Object>> facts = new ArrayList<>();
        fact(facts, words.text("name"), state.client());
        if (sight.has(Part.CONTACT)) {
            fact(facts, words.text("phone"), client.phone());
            fact(facts, words.text("email"), client.email());
        }
        fact(facts, words.text("language"), words.text("language." + client.language()));
        fact(facts, words.text("coach"), found.coach() == null ? words.text("noCoach") : words.person(found.coach()));
        fact(facts, words.text("municipality"), words.municipality(found.municipality()));
        if (sight.has(Part.PATH)) {
            fact(facts, words.text("homeMunicipality"), client.homeMunicipality());
            fact(facts, words.text("source"), words.text("source." + found.source()));
            fact(facts, words.text("registeredOn"), Dates.shown(found.registeredOn()));
            fact(facts, words.text("openedOn"), words.day(found.openedAt()));
            if (found.status() == CaseStatus.CLOSED) {
                fact(facts, words.text("closedOn"), Dates.shown(found.closedOn()));
                fact(facts, words.text("outcome"), outcome(found.outcome(), words));
                fact(facts, words.text("retentionEnds"), Dates.shown(found.retentionEnds()));
            }
        }
        model.put("who", facts);
    }

    private String outcome(String code, CaseWords words) {
        return code == null ? "" : models.option(words.locale(), "pathOutcome", code).orElseGet(() -> {
            String text = words.text("outcome." + code);
            return text.startsWith("casepages.") ? code : text;
        });
    }

    private static void fact(List<Map<String, Object>> facts, String label, String value) {
        if (value != null && !value.isBlank()) {
            facts.add(Map.of("label", label, "value", value));
        }
    }

    private void next(Map<String, Object> model, CaseState state, CaseWords words) {
        List<Map<String, Object>> own = new ArrayList<>();
        List<Map<String, Object>> others = new ArrayList<>();
        for (OpenTask task : state.tasks()) {
            boolean isOwn = state.isMine(task) || state.isForMe(task);
            boolean isHidden = task.isHidden(clock.instant());
            Map<String, Object> row = new HashMap<>();
            row.put("name", isOwn ? words.name(task) : state.nameOf(task));
            row.put("href", MyCasesPage.TASK + task.id());
            row.put("holder", state.holderOf(task));
            row.put("due", words.day(task.due()));
            row.put("isLate", state.isLate(task.due()));
            row.put("created", words.day(task.created()));
            row.put("shownOn", isHidden ? words.day(task.followUp()) : "");
            row.put("isForMe", state.isForMe(task));
            (isOwn ? own : others).add(row);
        }
        model.put("ownTasks", own);
        model.put("otherTasks", others);
        List<String> waits = new ArrayList<>(state.sentences());
        waits.addAll(state.moneyReasons());
        model.put("waits", waits);
        model.put("reminders", state.reminders().stream().sorted(Comparator.comparing(Wait::until))
                .map(each -> words.text("waits.day", words.name(each), words.day(each.until()))).distinct().toList());
        model.put("isQuiet", own.isEmpty() && others.isEmpty() && waits.isEmpty());
    }

    private void path(Map<String, Object> model, CaseState state, CaseWords words) {
        Optional<Place> place = state.seen().sight().has(Part.PATH) ? work.place(state.caseId()) : Optional.empty();
        if (place.isEmpty()) {
            model.put("runningOnly", state.seen().sight().has(Part.PATH) || state.stages().isEmpty() ? List.of()
                    : List.of(Map.of("stage", state.stage(), "since", words.day(state.since()))));
            return;
        }
        PathDiagram diagram = new PathDiagram(place.get(), words.locale(), words.text("now"), words.text("done"));
        Map<String, List<Running>> parts = partsByStage(state);
        List<Map<String, Object>> stages = new ArrayList<>();
        for (Stage stage : diagram.stages()) {
            List<Visit> visits = place.get().visits().stream().filter(visit -> visit.element().equals(stage.element())).toList();
            Map<String, Object> row = new HashMap<>();
            row.put("name", stage.name());
            row.put("isNow", stage.isNow());
            row.put("isDone", stage.isDone());
            row.put("isAhead", !stage.isNow() && !stage.isDone());
            row.put("when", when(visits, words));
            row.put("parts", stage.isNow() ? parts.getOrDefault(stage.process(), List.of()).stream().map(words::name)
                    .distinct().toList() : List.of());
            stages.add(row);
        }
        model.put("path", Map.of("stages", stages, "outside", diagram.besideStages(),
                "beside", state.beside().stream().map(each -> Map.of("name", words.name(each), "since", words.day(each.since())))
                        .toList(),
                "svg", diagram.svg(words.text("diagram"))));
    }

    private static String when(List<Visit> visits, CaseWords words) {
        if (visits.isEmpty()) {
            return "";
        }
        Visit last = visits.get(visits.size() - 1);
        String from = words.day(visits.get(0).began());
        String to = words.day(last.ended());
        return last.ended() == null ? words.text("from", words.day(last.began())) : from.equals(to) ? from : from + "–" + to;
    }

    /** What a stage has called and still runs, down to the smallest part. */
    private static Map<String, List<Running>> partsByStage(CaseState state) {
        Map<String, List<Running>> parts = new HashMap<>();
        List<Running> running = state.running();
        Map<String, Running> byId = running.stream().collect(Collectors.toMap(Running::id, each -> each));
        for (Running each : running) {
            Running top = each;
            while (top.caller() != null && byId.containsKey(top.caller())
                    && !byId.get(top.caller()).process().equals(PathWork.PATH)) {
                top = byId.get(top.caller());
            }
            if (top != each) {
                parts.computeIfAbsent(top.process(), process -> new ArrayList<>()).add(each);
            }
        }
        return parts;
    }

    private Document planOf(Seen seen) {
        return seen.sight().has(Part.DOCUMENTS) && seen.sight().kinds().test(PLAN)
                ? documents.latest(seen.file().caseId(), PLAN).orElse(null) : null;
    }

    private void plan(Map<String, Object> model, CaseState state, CaseWords words) {
        Document plan = planOf(state.seen());
        if (plan == null) {
            return;
        }
        DocumentView text = new DocumentView(models, words);
        model.put("plan", Map.of("goals", rows(text, plan, GOALS), "actions", rows(text, plan, ACTIONS),
                "savedAt", Dates.shown(Dates.dayOf(plan.savedAt())), "version", plan.version(),
                "isEmpty", rows(text, plan, GOALS).isEmpty() && rows(text, plan, ACTIONS).isEmpty()));
    }

    private static List<Map<String, Object>> rows(DocumentView text, Document document, List<String> keys) {
        List<Map<String, Object>> rows = new ArrayList<>();
        keys.forEach(key -> fact(rows, text.label(document.kind(), key), text.value(document.kind(), document.content(), key)));
        return rows;
    }

    private void days(Map<String, Object> model, CaseState state, CaseWords words) {
        if (!state.seen().sight().has(Part.DAYS)) {
            return;
        }
        DayBalance balance = days.balance(state.caseId());
        model.put("days", Map.of("bars", List.of(
                        bar("contactDays", balance.contact(), DayBalance.CONTACT_REQUIRED, words),
                        bar("workDays", balance.onTheJob(), DayBalance.ON_THE_JOB_REQUIRED, words)),
                "last", balance.lastDay() == null ? "" : Dates.shown(balance.lastDay()),
                "absences", balance.unauthorisedInRow() == 0 ? "" : words.text("absences", balance.unauthorisedInRow())));
    }

    private static Map<String, Object> bar(String key, int done, int of, CaseWords words) {
        return Map.of("name", words.text(key), "text", words.text("daysOf", done, of),
                "percent", Math.min(100, done * 100 / of));
    }

    private Map<String, Object> services(String caseId, CaseWords words) {
        List<Map<String, Object>> running = services.running(caseId).stream().map(each -> Map.<String, Object>of(
                "name", service(each.service(), words), "from", Dates.shown(each.startsOn()),
                "to", Dates.shown(each.endsOn()))).toList();
        List<Map<String, Object>> ended = services.ended(caseId).stream().map(each -> Map.<String, Object>of(
                "name", service(each.service(), words), "from", Dates.shown(each.startsOn()), "to", Dates.shown(each.endedOn()),
                "result", code("result.", each.result(), models.anyResult(words.locale(), each.result()), words),
                "next", code("next.", each.nextStep(),
                        models.option(words.locale(), "serviceNextStep", each.nextStep()), words))).toList();
        return Map.of("running", running, "ended", ended, "isEmpty", running.isEmpty() && ended.isEmpty());
    }

    /** Our own word for a code that the product itself gives, else that of the form that asked for it. */
    private static String code(String group, String code, Optional<String> asked, CaseWords words) {
        String own = words.text(group + code);
        return own.startsWith("casepages.") ? asked.orElse(code) : own;
    }

    private static String service(String code, CaseWords words) {
        return capital(Texts.in(words.locale(), "clientservices.service." + code), words.locale());
    }

    private static String capital(String text, Locale locale) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    private Map<String, Object> funding(Seen seen, CaseWords words) {
        String caseId = seen.file().caseId();
        boolean readsPlans = seen.sight().has(Part.DOCUMENTS);
        List<Map<String, Object>> lines = new ArrayList<>();
        funding.plannedLines(caseId).forEach(line -> lines.add(Map.of(
                "item", money(words, "item.", line.item()), "what", readsPlans ? line.whatFor() : "",
                "funder", capital(money(words, "funder.", line.funder()), words.locale()),
                "amount", Euros.of(line.amountCents(), words.locale()),
                "time", Dates.shown(line.startsOn()) + "–" + Dates.shown(line.endsOn()),
                "state", capital(money(words, "lineState.", line.state()), words.locale()),
                "decision", words.text("planState." + line.planState()))));
        funding.reservations(caseId).forEach(line -> lines.add(Map.of(
                "item", money(words, "item.", line.purpose()), "what", "",
                "funder", capital(money(words, "funder.", line.funder()), words.locale()),
                "amount", Euros.of(line.amountCents() - line.recoveredCents(), words.locale()),
                "time", words.text("from", Dates.shown(line.startsOn())),
                "state", capital(money(words, "lineState.", line.state().name()), words.locale()), "decision", "")));
        funding.queued(List.of(caseId)).forEach(line -> lines.add(Map.of(
                "item", money(words, "item.", line.purpose()), "what", "", "funder", "",
                "amount", Euros.of(line.amountCents(), words.locale()),
                "time", words.text("from", Dates.shown(line.startsOn())),
                "state", words.text("queuedSince", words.day(line.arrivedAt())), "decision", "")));
        return Map.of("rows", lines, "isEmpty", lines.isEmpty());
    }

    private static String money(CaseWords words, String group, String code) {
        String text = Texts.in(words.locale(), "funding." + group + code);
        return text.startsWith("funding.") ? code : text;
    }

    private List<Map<String, Object>> documents(Seen seen, CaseWords words) {
        return documents.latestOf(seen.file().caseId()).stream()
                .filter(document -> seen.sight().kinds().test(document.kind()) && models.isKind(document.kind()))
                .sorted(Comparator.comparing(Document::savedAt).reversed())
                .map(document -> Map.<String, Object>of("kind", document.kind(), "caseId", document.caseId(),
                        "name", models.kind(words.locale(), document.kind()),
                        "process", models.processOf(words.locale(), document.kind()),
                        "meta", words.text("version", document.version(), Dates.shown(document.savedAt()),
                                words.person(document.author()))))
                .toList();
    }

    private List<Map<String, Object>> messages(String caseId, CaseWords words) {
        List<MailRecord> sent = new ArrayList<>(notifications.sentFor(caseId));
        Collections.reverse(sent);
        return sent.stream().map(mail -> Map.<String, Object>of(
                "title", notifications.titleOf(mail.template(), words.locale()),
                "to", words.text("recipient." + mail.recipient()), "at", Dates.shown(mail.handledAt()),
                "isSent", mail.sent(), "state", mail.sent() ? words.text("sent")
                        : words.text("notSent." + (mail.reason() == null ? "UNKNOWN" : mail.reason().name())))).toList();
    }

    private List<Map<String, Object>> decisions(Seen seen, CaseWords words) {
        List<DecisionRecord> all = new ArrayList<>(decisions.of(seen.file().caseId()));
        Collections.reverse(all);
        boolean seesAll = seen.sight().has(Part.DECISIONS);
        return all.stream().filter(each -> seesAll || ON_MONEY.contains(each.outcome().decisionKey()))
                .map(each -> {
                    String key = each.outcome().decisionKey();
                    return Map.<String, Object>of("name", models.decision(words.locale(), key),
                            "on", Dates.shown(Dates.dayOf(each.decidedAt())),
                            "outcomes", each.outcome().codes().stream().map(code -> decided(key, code, words)).distinct().toList(),
                            "isEmpty", each.outcome().codes().isEmpty(),
                            "basis", each.outcome().rows().stream().map(row -> DecisionTexts.basis(row.get("basis"), words.locale()))
                                    .filter(basis -> !basis.isBlank()).distinct()
                                    .collect(Collectors.joining("; ")));
                }).toList();
    }

    private static String decided(String key, String code, CaseWords words) {
        String text = DecisionTexts.of(key, code, words.locale());
        return text.startsWith("decisions.") ? code : text;
    }

    private List<Map<String, Object>> looks(String caseId, CaseWords words) {
        return log.of(caseId).stream().limit(LAST_LOOKS).map(look -> Map.<String, Object>of("who", words.person(look.userId()),
                "at", Dates.shown(look.at()), "part", part(look.part(), words))).toList();
    }

    private String part(String part, CaseWords words) {
        if (part.startsWith(ClientPage.DOCUMENT)) {
            return words.text("part.document", models.kind(words.locale(), part.substring(ClientPage.DOCUMENT.length())));
        }
        String text = words.text("part." + part);
        return text.startsWith("casepages.") ? part : text;
    }

    private static String shortened(String text) {
        return text.length() <= SHORT ? text : text.substring(0, text.lastIndexOf(' ', SHORT) > 0
                ? text.lastIndexOf(' ', SHORT) : SHORT) + " …";
    }
}
