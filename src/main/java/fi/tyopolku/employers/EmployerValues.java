package fi.tyopolku.employers;

import fi.tyopolku.decisions.DecisionTexts;
import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the forms about employers, profiles and shortages show. */
@Component
class EmployerValues implements ShownValues {

    private static final String COACH = "coach";
    private static final String FOLLOW_UP = "gapFollowUp";

    private final EmployerRegister employers;
    private final EmployerSurveys surveys;
    private final SkillProfiles profiles;
    private final SkillGaps gaps;
    private final Industries industries;

    EmployerValues(EmployerRegister employers, EmployerSurveys surveys, SkillProfiles profiles, SkillGaps gaps,
            Industries industries) {
        this.employers = employers;
        this.surveys = surveys;
        this.profiles = profiles;
        this.gaps = gaps;
        this.industries = industries;
    }

    @Override
    public Set<String> names() {
        return Set.of("knownEmployers", "surveyedEmployer", "profileRows", "gapRows", "gapSkills", "gapIndustry",
                "needsFigures", SkillGaps.DECISION_DOCUMENT, FOLLOW_UP);
    }

    @Override
    public Object value(String name, OpenForm form) {
        Locale locale = LocaleContextHolder.getLocale();
        if (name.equals("knownEmployers")) {
            return employers.all(form.municipality()).stream().map(each -> option(label(each), each.id())).toList();
        }
        if (form.caseId() == null) {
            return null;
        }
        return switch (name) {
            case "surveyedEmployer" -> surveys.employerOf(form.caseId()).map(EmployerValues::label).orElse(null);
            case "profileRows" -> profiles.drafted(form.caseId()).or(() -> profiles.confirmed(form.caseId()))
                    .map(profile -> profile.needs().stream().map(need -> row(need, locale)).toList()).orElse(null);
            case "gapRows" -> gaps.of(form.caseId()).stream()
                    .map(gap -> row(gap, form.groups().contains(COACH), locale)).toList();
            case "gapSkills" -> gaps.of(form.caseId()).stream().filter(gap -> gap.shortage() > 0)
                    .map(gap -> option(skill(gap.skill(), locale), gap.skill())).toList();
            case "gapIndustry" -> gaps.find(form.caseId()).flatMap(list -> industries.find(list.industry()))
                    .map(industry -> industry.name(locale)).orElse(null);
            case "needsFigures" -> gaps.find(form.caseId()).map(list -> figures(list, locale)).orElse(null);
            // A decision and a report are about the numbers on the screen, so they begin empty each time.
            case SkillGaps.DECISION_DOCUMENT, FOLLOW_UP -> Map.of();
            default -> null;
        };
    }

    private static String label(Employer employer) {
        return employer.name() + ", " + employer.locality();
    }

    private Map<String, Object> row(SkillNeed need, Locale locale) {
        return Map.of("skill", skill(need.skill(), locale), "level", text(locale, "employers.level." + need.level()),
                "people", need.people(), "neededBy", Dates.shown(need.neededBy()));
    }

    /** Only coaches see small numbers; with them a liaison or a provider could tell who is meant. */
    private Map<String, Object> row(SkillGap gap, boolean isCoach, Locale locale) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("skill", skill(gap.skill(), locale));
        row.put("needed", gap.needed());
        row.put("inPreparation", gap.inPreparation());
        row.put("clientsWith", isCoach ? String.valueOf(gap.clientsWith()) : gap.clientsWithForOutsiders());
        row.put("clientsWanting", isCoach ? String.valueOf(gap.clientsWanting()) : gap.clientsWantingForOutsiders());
        row.put("shortage", isCoach ? String.valueOf(gap.shortage()) : gap.shortageForOutsiders());
        row.put("neededBy", Dates.shown(gap.firstNeededBy()));
        row.put("priority", DecisionTexts.of("gapPriority", gap.priority(), locale));
        return row;
    }

    /** How many employers were asked, and how many people they hire, in the whole industry and by unit and municipality. */
    private List<Map<String, Object>> figures(SkillGaps.GapList list, Locale locale) {
        List<SkillProfile> counted = profiles.confirmedIn(list.municipality(), list.industry());
        Map<String, Employer> asked = counted.stream().map(SkillProfile::employerId).distinct()
                .map(id -> employers.find(id).orElseThrow()).collect(Collectors.toMap(Employer::id, Function.identity()));
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(figure(text(locale, "employers.everybody"), counted));
        by(counted, profile -> asked.get(profile.employerId()).locality()).forEach((place, some) -> rows.add(figure(place, some)));
        by(counted, profile -> text(locale, "employers.sector." + asked.get(profile.employerId()).sector()))
                .forEach((sector, some) -> rows.add(figure(sector, some)));
        by(counted, profile -> asked.get(profile.employerId()).unit()).forEach((unit, some) ->
                rows.add(figure(text(locale, "employers.unit." + unit), some)));
        return rows;
    }

    private static Map<String, List<SkillProfile>> by(List<SkillProfile> counted, Function<SkillProfile, String> key) {
        return counted.stream().filter(profile -> key.apply(profile) != null)
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private static Map<String, Object> figure(String what, List<SkillProfile> profiles) {
        return Map.of("group", what, "employers", profiles.stream().map(SkillProfile::employerId).distinct().count(),
                "people", profiles.stream().flatMap(profile -> profile.needs().stream()).mapToInt(SkillNeed::people).sum(),
                "recruits", profiles.stream().mapToInt(SkillProfile::recruits).sum(),
                "onTheJobPlaces", profiles.stream().mapToInt(SkillProfile::onTheJobPlaces).sum());
    }

    private String skill(String code, Locale locale) {
        return industries.findSkill(code).map(skill -> skill.name(locale)).orElse(code);
    }

    private static String text(Locale locale, String key) {
        return Texts.in(locale, key);
    }

    private static Map<String, String> option(String label, String value) {
        return Map.of("label", label, "value", value);
    }
}
