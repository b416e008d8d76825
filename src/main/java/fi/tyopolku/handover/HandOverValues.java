package fi.tyopolku.handover;

import fi.tyopolku.clients.CoachedCase;
import fi.tyopolku.clients.HandOver;
import fi.tyopolku.clients.HandOvers;
import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The lists of the start forms: what the person who opens them may hand over, and to whom. */
@Component
class HandOverValues implements ShownValues {

    private static final String MANAGER = "manager";

    private final Coaches coaches;
    private final HandOvers handOvers;

    HandOverValues(Coaches coaches, HandOvers handOvers) {
        this.coaches = coaches;
        this.handOvers = handOvers;
    }

    @Override
    public Set<String> names() {
        return Set.of("coachesHandingOver", "coachesTakingOver", "handOverCases", "runningHandOvers");
    }

    @Override
    public Object value(String name, OpenForm form) {
        if (form.municipality() == null) {
            return List.of();
        }
        return switch (name) {
            case "coachesHandingOver" -> handingOver(form);
            case "coachesTakingOver" -> coaches.able(form.municipality()).stream()
                    .map(coach -> option(coach.name(), coach.userId())).toList();
            case "handOverCases" -> mine(form).stream().map(found -> option(label(found, form), found.caseId())).toList();
            default -> handOvers.temporary(form.municipality()).stream().filter(running -> mayEnd(running, form))
                    .map(running -> option(label(running), running.id())).toList();
        };
    }

    private List<Map<String, String>> handingOver(OpenForm form) {
        if (!isManager(form)) {
            return List.of(option(coaches.name(form.userId()), form.userId()));
        }
        return mine(form).stream().map(CoachedCase::coach).distinct()
                .sorted(Comparator.comparing(coaches::name))
                .map(coach -> coach == null ? option(text("handover.nobody"), Coaches.NOBODY)
                        : option(coaches.name(coach), coach)).toList();
    }

    /** A coach hands over what is theirs; a manager everything of the municipality. */
    private List<CoachedCase> mine(OpenForm form) {
        return coaches.free(form.municipality()).stream()
                .filter(found -> isManager(form) || Objects.equals(found.coach(), form.userId())).toList();
    }

    private static boolean mayEnd(HandOver running, OpenForm form) {
        return isManager(form) || List.of(String.valueOf(running.fromCoach()), running.toCoach()).contains(form.userId());
    }

    private String label(CoachedCase found, OpenForm form) {
        String label = found.clientLabel() + ", " + found.caseId();
        if (!isManager(form)) {
            return label;
        }
        return label + ", " + (found.coach() == null ? text("handover.nobody") : coaches.name(found.coach()));
    }

    private String label(HandOver running) {
        return text("handover.option", coaches.name(running.fromCoach()), coaches.name(running.toCoach()),
                Dates.shown(running.firstDay()), Dates.shown(running.lastDay()), running.cases());
    }

    private static boolean isManager(OpenForm form) {
        return form.userId() == null || form.groups() != null && form.groups().contains(MANAGER);
    }

    private static Map<String, String> option(String label, String value) {
        return Map.of("label", label, "value", value);
    }

    private static String text(String key, Object... arguments) {
        return Texts.in(LocaleContextHolder.getLocale(), key, arguments);
    }
}
