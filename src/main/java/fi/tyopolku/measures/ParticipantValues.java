package fi.tyopolku.measures;

import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.messages.Texts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the forms about participants show: the trainer's list of everybody, and one client's progress. */
@Component
class ParticipantValues implements ShownValues {

    private final TradeTrainings trainings;
    private final MeasurePlaces places;

    ParticipantValues(TradeTrainings trainings, MeasurePlaces places) {
        this.trainings = trainings;
        this.places = places;
    }

    @Override
    public Set<String> names() {
        return Set.of("tradeParticipants", TradeTrainings.PROGRESS, "periodEndsText", "measureTurn", "clientProgress",
                "openComponents", "measureClosing");
    }

    @Override
    public Object value(String name, OpenForm form) {
        if (form.caseId() == null) {
            return null;
        }
        return switch (name) {
            case "tradeParticipants" -> trainings.participants(form.caseId()).stream().map(each -> Map.of(
                    "label", each.clientLabel() + " (" + each.caseId() + ")", "value", each.caseId())).toList();
            case TradeTrainings.PROGRESS -> everybodyTookPart(form);
            case "periodEndsText" -> form.variables().get("periodEnds") instanceof String day
                    ? MeasureValues.day(LocalDate.parse(day)) : null;
            case "measureTurn" -> places.turn(form.caseId()).orElse(null);
            case "clientProgress" -> progress(form, LocaleContextHolder.getLocale());
            case "openComponents" -> measure(form) == null ? List.of()
                    : trainings.open(measure(form), form.caseId()).stream().map(Enum::name).toList();
            // A new closing begins empty, whatever was written at the end of an earlier measure.
            default -> Map.of();
        };
    }

    private Object everybodyTookPart(OpenForm form) {
        if (!(form.variables().get("periodEnds") instanceof String periodEnds)) {
            return null;
        }
        List<String> everybody = trainings.participants(form.caseId()).stream().map(each -> each.caseId()).toList();
        Map<String, Object> progress = new HashMap<>(Map.of("periodEnds", periodEnds));
        for (TradeComponent component : TradeComponent.values()) {
            progress.put(component.field() + "Took", everybody);
        }
        return progress;
    }

    private String progress(OpenForm form, Locale locale) {
        if (measure(form) == null) {
            return null;
        }
        String lines = trainings.progressOf(measure(form), form.caseId()).stream()
                .map(each -> Texts.in(locale, "measures.progress", Texts.in(locale, "measures.component." + each.component()),
                        each.hoursDone(), each.plannedHours(), Texts.in(locale, "measures.componentState." + each.state())))
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? Texts.in(locale, "measures.noComponents") : lines;
    }

    private static String measure(OpenForm form) {
        return (String) form.variables().get("measure");
    }
}
