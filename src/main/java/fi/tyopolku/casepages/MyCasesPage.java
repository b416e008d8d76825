package fi.tyopolku.casepages;

import fi.tyopolku.access.RightsFile;
import fi.tyopolku.access.Staff;
import fi.tyopolku.access.StaffMember;
import fi.tyopolku.casepages.CaseSight.Seen;
import fi.tyopolku.casepages.PathWork.OpenTask;
import fi.tyopolku.casepages.PathWork.Work;
import fi.tyopolku.funding.CaseFunding;
import fi.tyopolku.funding.QueuedRequest;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.pages.MenuEntry;
import fi.tyopolku.pages.Pages;
import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /app/cases}: every open case that is the person's, by urgency. */
@RestController
class MyCasesPage {

    static final String TITLE = "casepages.page.cases";
    static final String TASK = "/camunda/app/tasklist/default/#/?task=";
    private static final String MANAGER = "manager";
    private static final List<String> SORTS = List.of("urgency", "client", "stage", "since");

    private final CaseSight sight;
    private final PathWork work;
    private final CaseFunding funding;
    private final Staff staff;
    private final RightsFile rights;
    private final Pages pages;
    private final Clock clock;

    MyCasesPage(CaseSight sight, PathWork work, CaseFunding funding, Staff staff, RightsFile rights, Pages pages, Clock clock) {
        this.sight = sight;
        this.work = work;
        this.funding = funding;
        this.staff = staff;
        this.rights = rights;
        this.pages = pages;
        this.clock = clock;
    }

    @org.springframework.context.annotation.Configuration
    static class Menu {

        @Bean
        MenuEntry myCases() {
            return new MenuEntry(10, "/app/cases", TITLE,
                    Set.of("coach", "trainer", "service-advisor", "employer-liaison", "funding-officer", MANAGER));
        }
    }

    /** @param sort urgency, client, stage or since; anything else is urgency */
    @GetMapping(path = "/app/cases", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    ResponseEntity<String> cases(Authentication caller, Locale locale, @RequestParam(defaultValue = "urgency") String sort) {
        StaffMember person = (StaffMember) caller.getPrincipal();
        CaseWords words = new CaseWords(locale, staff, rights);
        String sortedBy = SORTS.contains(sort) ? sort : SORTS.get(0);
        List<CaseState> states = states(person, words).stream().sorted(order(sortedBy, words.locale())).toList();
        boolean showsCoach = person.isIn(MANAGER) || !person.isIn("coach");
        Map<String, Object> model = new HashMap<>();
        model.put("rows", states.stream().map(state -> row(state, words, showsCoach)).toList());
        model.put("isEmpty", states.isEmpty());
        model.put("count", words.text("cases.count", states.size(),
                states.stream().filter(CaseState::waitsOnOthers).count(),
                states.stream().filter(state -> state.isLate(state.nextDeadline())).count()));
        model.put("showsCoach", showsCoach);
        model.put("sorts", SORTS.stream().map(each -> Map.of("href", "/app/cases?sort=" + each,
                "name", words.text("sort." + each), "isHere", each.equals(sortedBy))).toList());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(pages.page("cases", TITLE, person, locale, model));
    }

    private List<CaseState> states(StaffMember person, CaseWords words) {
        List<Seen> open = sight.open(person);
        Set<String> ids = open.stream().map(seen -> seen.file().caseId()).collect(Collectors.toSet());
        Map<String, Work> running = work.of(ids);
        Map<String, List<QueuedRequest>> queued = funding.queued(ids).stream()
                .collect(Collectors.groupingBy(QueuedRequest::caseId));
        Instant now = clock.instant();
        return open.stream().map(seen -> new CaseState(seen, running.getOrDefault(seen.file().caseId(), Work.NONE),
                queued.getOrDefault(seen.file().caseId(), List.of()), person, now, words)).toList();
    }

    private static Comparator<CaseState> order(String sort, Locale locale) {
        Collator collator = Collator.getInstance(locale);
        return switch (sort) {
            case "client" -> Comparator.comparing(CaseState::client, collator).thenComparing(CaseState::caseId);
            case "stage" -> Comparator.comparing(CaseState::stage, collator).thenComparing(CaseState.byUrgency());
            case "since" -> Comparator.comparing(CaseState::since, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(CaseState::caseId);
            default -> CaseState.byUrgency();
        };
    }

    private Map<String, Object> row(CaseState state, CaseWords words, boolean showsCoach) {
        Map<String, Object> row = new HashMap<>();
        row.put("caseId", state.caseId());
        row.put("client", state.client());
        row.put("stage", state.stage());
        List<String> beside = new ArrayList<>();
        state.supports().forEach(each -> beside.add(words.name(each)));
        row.put("beside", beside);
        row.put("since", words.day(state.since()));
        row.put("reasons", state.reasons());
        row.put("deadline", words.day(state.nextDeadline()));
        row.put("isLate", state.isLate(state.nextDeadline()));
        row.put("isSoon", CaseState.isSameDay(state.nextDeadline(), clock.instant()));
        row.put("tasks", state.ownTasks().stream().map(task -> task(state, task, words)).toList());
        row.put("waitsOnOthers", state.waitsOnOthers());
        row.put("showsCoach", showsCoach);
        row.put("coach", words.person(state.seen().file().clientCase().coach()));
        return row;
    }

    private Map<String, Object> task(CaseState state, OpenTask task, CaseWords words) {
        boolean isHidden = task.isHidden(clock.instant());
        return Map.of("href", TASK + task.id(), "name", words.name(task),
                "due", task.due() == null ? "" : words.day(task.due()), "isLate", state.isLate(task.due()),
                "isForMe", state.isForMe(task), "isHidden", isHidden,
                "shownOn", isHidden ? words.day(task.followUp()) : "");
    }
}
