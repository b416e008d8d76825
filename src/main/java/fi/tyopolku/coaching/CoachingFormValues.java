package fi.tyopolku.coaching;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.decisions.DecisionTexts;
import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the forms of coaching at work and of licences show besides the documents. */
@Component
class CoachingFormValues implements ShownValues {

    private static final String ASK = "userTask_askForCoaching";

    private final ReceivingUnits units;
    private final CoachedJobs jobs;
    private final Licences licences;
    private final ObjectMapper json;
    private final Map<String, Function<OpenForm, Object>> values;

    CoachingFormValues(ReceivingUnits units, CoachedJobs jobs, Licences licences, ObjectMapper json) {
        this.units = units;
        this.jobs = jobs;
        this.licences = licences;
        this.json = json;
        values = Map.of(
                "workplaceCoaches", this::availableCoaches,
                "workplaceCoachEntries", this::entries,
                "workplaceCoachUnit", this::unitOfEntry,
                "workplaceCoach", this::coachOfEntry,
                "coachedJob", form -> isAt(form, ASK) ? jobs.proposal(form.caseId()).orElse(null) : null,
                "subsidyEndsOn", form -> isAt(form, ASK) ? jobs.proposedEnd(form.caseId()).orElse(null) : null,
                "jobLastDay", CoachingFormValues::lastDay,
                "licenceShown", this::licence);
    }

    @Override
    public Set<String> names() {
        return values.keySet();
    }

    @Override
    public Object value(String name, OpenForm form) {
        return form.caseId() == null ? null : values.get(name).apply(form);
    }

    private List<Map<String, String>> availableCoaches(OpenForm form) {
        return units.coaches(form.municipality()).stream().filter(coach -> coach.active() && coach.canCoach())
                .map(coach -> option(coach.id(), describe(coach))).toList();
    }

    private List<Map<String, String>> entries(OpenForm form) {
        List<Map<String, String>> entries = new ArrayList<>();
        units.units(form.municipality()).forEach(unit -> entries.add(option(UnitEntries.ENTRY_OF_UNIT + unit.id(),
                Texts.in(locale(), "coaching.newCoachOf", unit.name(), unit.organisation()))));
        units.coaches(form.municipality()).forEach(coach -> entries.add(option(coach.id(), describe(coach))));
        return entries;
    }

    private Object unitOfEntry(OpenForm form) {
        String entry = text(form, "registerEntry");
        if (entry == null) {
            return null;
        }
        return units.units(form.municipality()).stream()
                .filter(unit -> entry.equals(UnitEntries.ENTRY_OF_UNIT + unit.id())).map(ReceivingUnit::name).findFirst()
                .or(() -> units.coach(entry).map(coach -> coach.unit().name())).orElse(null);
    }

    private Object coachOfEntry(OpenForm form) {
        return isAt(form, "userTask_editWorkplaceCoach") && text(form, "registerEntry") != null
                ? units.coach(text(form, "registerEntry")).map(this::sheet).orElse(null) : null;
    }

    private ObjectNode sheet(WorkplaceCoach coach) {
        ObjectNode sheet = json.createObjectNode().put("name", coach.name()).put("email", coach.email())
                .put("language", coach.language()).put("ownWork", coach.ownWork()).put("canCoach", coach.canCoach());
        coach.targetGroups().forEach(sheet.putArray("targetGroups")::add);
        return sheet;
    }

    private static String describe(WorkplaceCoach coach) {
        String groups = coach.targetGroups().stream().map(group -> Texts.in(locale(), "coaching.targetGroup." + group))
                .collect(Collectors.joining(", "));
        return Texts.in(locale(), "coaching.workplaceCoach", coach.name(), coach.unit().name(),
                Texts.in(locale(), "coaching.sector." + coach.unit().sector()), groups);
    }

    private static String lastDay(OpenForm form) {
        String ends = text(form, "jobEndsOn");
        return ends == null || ends.isEmpty() ? Texts.in(locale(), "coaching.noLastDay") : day(LocalDate.parse(ends));
    }

    private String licence(OpenForm form) {
        String id = text(form, "licenceId");
        return id == null ? null : licences.find(id).map(licence -> describe(licence, form)).orElse(null);
    }

    private static String describe(Licence licence, OpenForm form) {
        String kind = Texts.in(locale(), "coaching.licence.kind." + licence.kind())
                + (licence.kindOther() == null ? "" : ": " + licence.kindOther());
        if (licence.doneOn() == null) {
            return Texts.in(locale(), "coaching.licence.planned", kind, licence.provider(), day(licence.plannedOn()),
                    BigDecimal.valueOf(licence.costCents(), 2).toPlainString(),
                    Texts.in(locale(), "coaching.licence.payer." + licence.payer()));
        }
        if (licence.renewBy() == null) {
            String renewal = text(form, Licences.RENEWAL_TABLE);
            return Texts.in(locale(), "coaching.licence.done", kind, day(licence.doneOn()),
                    renewal == null ? "" : DecisionTexts.of(Licences.RENEWAL_TABLE, renewal, locale()));
        }
        return Texts.in(locale(), "coaching.licence.renew", kind, day(licence.renewBy()));
    }

    private static boolean isAt(OpenForm form, String elementId) {
        return elementId.equals(form.elementId());
    }

    private static String text(OpenForm form, String variable) {
        return (String) form.variables().get(variable);
    }

    private static Map<String, String> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }

    private static String day(LocalDate date) {
        return Dates.shown(date);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
