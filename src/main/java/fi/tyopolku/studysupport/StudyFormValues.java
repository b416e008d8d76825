package fi.tyopolku.studysupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.NewClientService;
import fi.tyopolku.decisions.DecisionOutcome;
import fi.tyopolku.decisions.DecisionRecord;
import fi.tyopolku.decisions.DecisionRecords;
import fi.tyopolku.decisions.DecisionTexts;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the forms of this module show besides the documents. */
@Component
class StudyFormValues implements ShownValues {

    private static final String NEED = "specialSupportNeed";
    private static final String STUDIES = "selfMotivatedStudies";
    private static final String ASSESSMENT = "specialSupportAssessment";
    private static final int MOST_MONTHS = 24;
    private static final int MOST_MONTHS_BASIC = 48;
    private static final List<MaterialKind> ROUTES = List.of(MaterialKind.ROUTES_TO_VOCATIONAL,
            MaterialKind.SOCIAL_AND_HEALTH_PATHS, MaterialKind.TRANSITIONS_IN_WORKFORCE_TRAINING,
            MaterialKind.ROUTES_TO_HIGHER_EDUCATION, MaterialKind.SHOWROOM, MaterialKind.ONLINE_COURSE, MaterialKind.OTHER);

    private final GuidanceMaterials materials;
    private final MaterialTexts texts;
    private final DecisionRecords decisions;
    private final DocumentStore documents;
    private final ClientServices services;
    private final BusinessClock clock;
    private final Map<String, Function<OpenForm, Object>> values;

    StudyFormValues(GuidanceMaterials materials, MaterialTexts texts, DecisionRecords decisions, DocumentStore documents,
            ClientServices services, BusinessClock clock) {
        this.materials = materials;
        this.texts = texts;
        this.decisions = decisions;
        this.documents = documents;
        this.services = services;
        this.clock = clock;
        values = Map.ofEntries(
                Map.entry("guidanceMaterialChoices", form -> choices(materials.all(form.municipality()))),
                Map.entry("guidanceMaterialFault", this::fault),
                Map.entry("supportToolkit", form -> isNeeded(form.caseId())
                        ? material(form, List.of(MaterialKind.SPECIAL_SUPPORT_TOOLKIT)) : null),
                Map.entry("routeMaterial", form -> material(form, ROUTES)),
                Map.entry("benefitMaterial", form -> material(form, List.of(MaterialKind.BENEFITS))),
                Map.entry("onlineCourses", form -> choices(materials.of(form.municipality(), List.of(MaterialKind.ONLINE_COURSE)))),
                Map.entry("specialSupportReasons", this::reasons),
                Map.entry("specialSupportHistory", this::history),
                Map.entry("studyBars", this::bars),
                Map.entry("studyMonthsUsed", form -> studies(form.caseId()).path("monthsUsed").asInt()),
                Map.entry("studyMonthsMost", form -> mostMonths(studies(form.caseId()).path("level").asText())),
                Map.entry("educationalTrialOverlaps", this::overlaps));
    }

    @Override
    public Set<String> names() {
        return values.keySet();
    }

    @Override
    public Object value(String name, OpenForm form) {
        return form.caseId() == null ? null : values.get(name).apply(form);
    }

    private List<Map<String, Object>> choices(List<GuidanceMaterial> offered) {
        return offered.stream().map(material -> Map.<String, Object>of("value", material.id(),
                "label", texts.name(material, locale()))).toList();
    }

    private String material(OpenForm form, List<MaterialKind> kinds) {
        String profile = latest(form.caseId(), ASSESSMENT).path("clientProfile").asText(null);
        return texts.forForm(form.municipality(), kinds, profile, locale());
    }

    private String fault(OpenForm form) {
        return materials.find(form.caseId()).map(GuidanceMaterial::fault)
                .map(fault -> Texts.in(locale(), "studysupport.material.reported", fault)).orElse(null);
    }

    private boolean isNeeded(String caseId) {
        return rows(caseId, NEED).stream().anyMatch(row -> !"NONE".equals(row.get("code")));
    }

    private String reasons(OpenForm form) {
        return rows(form.caseId(), NEED).stream()
                .map(row -> "- **" + DecisionTexts.of(NEED, (String) row.get("code"), locale()) + "** – "
                        + Texts.in(locale(), "studysupport.topic." + row.get("topic")))
                .collect(Collectors.joining("\n"));
    }

    private String bars(OpenForm form) {
        return rows(form.caseId(), STUDIES).stream()
                .map(row -> "- " + (DecisionOutcome.CHECK_BY_HAND.equals(row.get("code")) ? DecisionTexts.reason(STUDIES, row.get("reason"), locale())
                        : DecisionTexts.of(STUDIES, (String) row.get("code"), locale()))
                        + " (" + DecisionTexts.basis(row.get("basis"), locale()) + ")")
                .distinct().collect(Collectors.joining("\n"));
    }

    private String history(OpenForm form) {
        String lines = documents.versions(form.caseId(), ASSESSMENT).stream().map(this::line).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : lines;
    }

    private String line(Document assessment) {
        JsonNode content = assessment.content();
        return "- " + Texts.in(locale(), "studysupport.assessment",
                Dates.shown(assessment.savedAt().atZone(BusinessClock.HELSINKI).toLocalDate()),
                Texts.in(locale(), "studysupport.stage." + content.path("stage").asText()),
                Texts.in(locale(), "studysupport.readiness." + content.path("studyReadiness").asText()),
                Texts.in(locale(), "studysupport.difficulties." + content.path("learningDifficulties").asText()));
    }

    private String overlaps(OpenForm form) {
        JsonNode trial = latest(form.caseId(), StudyCases.TRIAL);
        if (!trial.hasNonNull("endsOn")) {
            return null;
        }
        LocalDate today = clock.today();
        LocalDate end = LocalDate.parse(trial.path("endsOn").asText());
        String lines = services.bars(new NewClientService(form.caseId(), form.municipality(), "EDUCATIONAL_TRIAL", null,
                        today, end.isBefore(today) ? today : end)).stream()
                .map(overlap -> "- " + overlap.in(locale())).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : lines;
    }

    /** Act 380/2023 76 §, for the eye; the decision table judges. */
    private static int mostMonths(String level) {
        return "BASIC".equals(level) ? MOST_MONTHS_BASIC : MOST_MONTHS;
    }

    private JsonNode studies(String caseId) {
        return latest(caseId, StudyCases.STUDIES);
    }

    private JsonNode latest(String caseId, String kind) {
        return documents.latest(caseId, kind).map(Document::content)
                .orElse(MissingNode.getInstance());
    }

    private List<Map<String, Object>> rows(String caseId, String table) {
        return decisions.latest(caseId, table).map(DecisionRecord::outcome).map(DecisionOutcome::rows).orElse(List.of());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
