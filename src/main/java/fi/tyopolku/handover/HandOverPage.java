package fi.tyopolku.handover;

import fi.tyopolku.access.StaffMember;
import fi.tyopolku.clients.CoachedCase;
import fi.tyopolku.clients.HandOver;
import fi.tyopolku.clients.HandOvers;
import fi.tyopolku.handover.Coaches.WithoutCoach;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.pages.MenuEntry;
import fi.tyopolku.pages.Pages;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page of hand-overs: cases without a coach, temporary hand-overs, the coaches, and the form to hand cases over. What
 * is sent goes through the same start forms as in Tasklist.
 */
@RestController
@RequestMapping(path = "/app/hand-over", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
class HandOverPage {

    private static final String PATH = "/app/hand-over";
    private static final String TITLE = "handover.page";
    private static final String MANAGER = "manager";
    private static final List<String> FIELDS =
            List.of("fromCoach", "chosenCases", "handOverKind", "absenceFrom", "absenceTo", "newCoach", "why");

    private final Coaches coaches;
    private final HandOvers handOvers;
    private final HandOverDesk desk;
    private final Pages pages;
    private final Clock clock;

    HandOverPage(Coaches coaches, HandOvers handOvers, HandOverDesk desk, Pages pages, Clock clock) {
        this.coaches = coaches;
        this.handOvers = handOvers;
        this.desk = desk;
        this.pages = pages;
        this.clock = clock;
    }

    @Configuration
    static class Menu {

        @Bean
        MenuEntry handOverMenu() {
            return new MenuEntry(40, PATH, TITLE, Set.of("coach", MANAGER));
        }
    }

    @GetMapping
    String overview(Authentication caller, Locale locale, @RequestParam(required = false) String done) {
        return overview(person(caller), locale, done, null);
    }

    @GetMapping("/new")
    String form(Authentication caller, Locale locale, @RequestParam String from) {
        return form(person(caller), locale, from, Map.of(), List.of(), Map.of())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> handOver(Authentication caller, Locale locale, @RequestParam MultiValueMap<String, String> sent) {
        StaffMember person = person(caller);
        String from = String.valueOf(sent.getFirst("fromCoach"));
        List<String> chosen = sent.getOrDefault("chosenCases", List.of());
        try {
            desk.submit("handOver", asked(sent, from, chosen));
            return seeOther("?done=handOver");
        } catch (Refusal refusal) {
            return ResponseEntity.badRequest().body(
                    form(person, locale, from, sent.toSingleValueMap(), chosen, faults(refusal, locale))
                            .orElseGet(() -> overview(person, locale, null, refusal.in(locale))));
        }
    }

    @PostMapping(path = "/end", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> end(Authentication caller, Locale locale, @RequestParam String handOverId) {
        try {
            desk.submit("endHandOver", Map.of("handOverId", handOverId));
            return seeOther("?done=end");
        } catch (Refusal refusal) {
            return ResponseEntity.badRequest().body(overview(person(caller), locale, null, refusal.in(locale)));
        }
    }

    private static Map<String, Object> asked(MultiValueMap<String, String> sent, String from, List<String> chosen) {
        Map<String, Object> form = new HashMap<>();
        boolean all = sent.containsKey("all");
        String kind = sent.getFirst("handOverKind");
        form.put("fromCoach", from);
        form.put("handOverKind", kind);
        form.put("newCoach", sent.getFirst("newCoach"));
        form.put("whichCases", all ? "ALL" : "CHOSEN");
        if (!all) {
            form.put("chosenCases", chosen);
        }
        if (HandOverForms.TEMPORARY.equals(kind)) {
            form.put("absenceFrom", sent.getFirst("absenceFrom"));
            form.put("absenceTo", sent.getFirst("absenceTo"));
        }
        form.put("handOver", Map.of("why", Objects.requireNonNullElse(sent.getFirst("why"), "")));
        return form;
    }

    private String overview(StaffMember person, Locale locale, String done, String wrong) {
        String here = municipality(person);
        Map<String, Object> model = new HashMap<>();
        model.put("done", "handOver".equals(done));
        model.put("doneEnd", "end".equals(done));
        model.put("wrong", wrong == null ? "" : wrong);
        List<WithoutCoach> without = coaches.casesWithoutCoach(here);
        List<HandOver> running = handOvers.temporary(here);
        model.put("hasWithout", !without.isEmpty());
        model.put("without", without.stream().map(found -> without(found, person, locale)).toList());
        model.put("hasRunning", !running.isEmpty());
        model.put("running", running.stream().map(found -> running(found, person, locale)).toList());
        model.put("coaches", coachRows(here, person, locale));
        return pages.page("hand-over", TITLE, person, locale, model);
    }

    private Map<String, Object> without(WithoutCoach found, StaffMember person, Locale locale) {
        CoachedCase of = found.found();
        String coach = coaches.name(of.coach());
        return Map.of("caseId", of.caseId(), "client", of.clientLabel(),
                "reason", Texts.in(locale, "handover.reason." + found.reason(), coach),
                "href", href(of.coach()), "mayHandOver", person.isIn(MANAGER) && of.handOverId() == null,
                "of", coach.isEmpty() ? Texts.in(locale, "handover.nobody") : coach);
    }

    private Map<String, Object> running(HandOver found, StaffMember person, Locale locale) {
        String away = coaches.name(found.fromCoach());
        String deputy = coaches.name(found.toCoach());
        boolean mayEnd = person.isIn(MANAGER) || person.userId().equals(found.fromCoach())
                || person.userId().equals(found.toCoach());
        Map<String, Object> row = new HashMap<>(Map.of("id", found.id(), "away", away, "deputy", deputy,
                "from", Dates.shown(found.firstDay()), "to", Dates.shown(found.lastDay()), "cases", found.cases()));
        row.put("state", Texts.in(locale, "handover.running." + found.state()));
        row.put("mayEnd", mayEnd);
        row.put("endOf", Texts.in(locale, "handover.running.endOf", away, deputy));
        return row;
    }

    private List<Map<String, Object>> coachRows(String here, StaffMember person, Locale locale) {
        List<CoachedCase> open = handOvers.openCases(here);
        LocalDate today = LocalDate.now(clock);
        return coaches.able(here).stream().map(coach -> {
            List<CoachedCase> theirs = open.stream().filter(found -> coach.userId().equals(found.coach())).toList();
            Map<String, Object> row = new HashMap<>(Map.of("name", coach.name(), "cases", theirs.size(),
                    "asDeputy", theirs.stream().filter(CoachedCase::isWithDeputy).count(), "href", href(coach.userId())));
            row.put("away", coaches.absence(coach.userId(), here, today, null)
                    .map(absence -> Texts.in(locale, "handover.awayUntil", Dates.shown(absence.lastDay()))).orElse(""));
            row.put("mayHandOver", theirs.stream().anyMatch(found -> found.handOverId() == null)
                    && (person.isIn(MANAGER) || person.userId().equals(coach.userId())));
            row.put("doOf", Texts.in(locale, "handover.doOf", coach.name()));
            return row;
        }).toList();
    }

    /** One's own cases; for a manager those of every coach, of nobody, and of whoever left cases behind. */
    private boolean hasForm(StaffMember person, String from, String here, List<CoachedCase> free) {
        return person.userId().equals(from) && person.isIn("coach") || person.isIn(MANAGER)
                && (Coaches.NOBODY.equals(from) || !free.isEmpty() || coaches.isCoach(from, here));
    }

    private Optional<String> form(StaffMember person, Locale locale, String from, Map<String, String> sent, List<String> chosen,
            Map<String, String> faults) {
        String here = municipality(person);
        String owner = Coaches.NOBODY.equals(from) ? null : from;
        List<CoachedCase> free =
                coaches.free(here).stream().filter(found -> Objects.equals(found.coach(), owner)).toList();
        if (!hasForm(person, from, here, free)) {
            return Optional.empty();
        }
        boolean isTemporary = HandOverForms.TEMPORARY.equals(sent.get("handOverKind"));
        Map<String, Object> model = new HashMap<>();
        String name = owner == null ? Texts.in(locale, "handover.nobody") : coaches.name(owner);
        model.put("title", Texts.in(locale, "handover.form", name));
        model.put("fromCoach", from);
        model.put("cases", free.stream().map(found -> Map.of("caseId", found.caseId(), "client", found.clientLabel(),
                "chosen", chosen.contains(found.caseId()))).toList());
        model.put("hasCases", !free.isEmpty());
        model.put("all", sent.containsKey("all"));
        model.put("good", sent.containsKey("handOverKind") && !isTemporary);
        model.put("temporary", isTemporary);
        model.put("isSomebodys", owner != null);
        model.put("today", LocalDate.now(clock).toString());
        model.put("absenceFrom", sent.getOrDefault("absenceFrom", ""));
        model.put("absenceTo", sent.getOrDefault("absenceTo", ""));
        model.put("why", sent.getOrDefault("why", ""));
        model.put("takers", coaches.able(here).stream().filter(coach -> !coach.userId().equals(owner))
                .map(coach -> Map.of("id", coach.userId(), "name", coach.name(),
                        "chosen", coach.userId().equals(sent.get("newCoach")))).toList());
        FIELDS.forEach(field -> model.put(field + "Fault", faults.getOrDefault(field, "")));
        model.put("faults", faults.entrySet().stream()
                .map(fault -> Map.of("field", fault.getKey(), "sentence", fault.getValue())).toList());
        model.put("isWrong", !faults.isEmpty());
        return Optional.of(pages.page("hand-over-form", TITLE, person, locale, model));
    }

    /** Each sentence under the field it is about; in the order of the form. */
    private static Map<String, String> faults(Refusal refusal, Locale locale) {
        Map<String, String> named = new HashMap<>(refusal.fieldsIn(locale));
        if (named.isEmpty()) {
            String[] key = refusal.key().split("\\.");
            named.put(key.length > 2 ? key[1] : "", refusal.in(locale));
        }
        Map<String, String> faults = new LinkedHashMap<>();
        List<String> order = new ArrayList<>(FIELDS);
        new TreeSet<>(named.keySet()).stream().filter(field -> !FIELDS.contains(field)).forEach(order::add);
        order.stream().filter(named::containsKey)
                .forEach(field -> faults.put(FIELDS.contains(field) ? field : "chosenCases", named.get(field)));
        return faults;
    }

    private static String href(String coach) {
        return PATH + "/new?from=" + (coach == null ? Coaches.NOBODY : coach);
    }

    private static ResponseEntity<String> seeOther(String query) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(PATH + query)).build();
    }

    private static StaffMember person(Authentication caller) {
        return (StaffMember) caller.getPrincipal();
    }

    private static String municipality(StaffMember person) {
        return person.municipality().orElseThrow(() -> new Refusal("access.municipalityUnclear"));
    }
}
