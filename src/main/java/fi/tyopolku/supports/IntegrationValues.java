package fi.tyopolku.supports;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.notifications.StaffDirectory;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the forms of integration support show. */
@Component
class IntegrationValues implements ShownValues {

    private static final Set<String> EMPTY_AT_FIRST = Set.of(Integration.FOLLOW_UP, "exitPath", "integrationClosing",
            "integrationSummary", "tutorMeeting");
    private static final Set<String> COMPUTED = Set.of("matchingTutors", "matchingTutorChoices", "hasTutor",
            "integrationProgress");

    private final Integration integration;
    private final Tutors tutors;
    private final DocumentStore documents;
    private final StaffDirectory staff;

    IntegrationValues(Integration integration, Tutors tutors, DocumentStore documents, StaffDirectory staff) {
        this.integration = integration;
        this.tutors = tutors;
        this.documents = documents;
        this.staff = staff;
    }

    @Override
    public Set<String> names() {
        return Stream.concat(EMPTY_AT_FIRST.stream(), COMPUTED.stream()).collect(Collectors.toSet());
    }

    @Override
    public Object value(String name, OpenForm form) {
        if (form.caseId() == null) {
            return null;
        }
        return switch (name) {
            case "matchingTutors" -> matching(form).stream().map(this::row).toList();
            case "matchingTutorChoices" -> matching(form).stream()
                    .map(tutor -> Map.of("value", tutor.id(), "label", tutor.name())).toList();
            case "hasTutor" -> tutors.of(form.caseId()).isPresent();
            case "integrationProgress" -> documents.versions(form.caseId(), Integration.FOLLOW_UP).stream()
                    .map(Document::content).map(IntegrationValues::progress).toList();
            default -> Map.of();
        };
    }

    private List<Tutor> matching(OpenForm form) {
        return integration.tutorsFor(form.caseId(), form.municipality(),
                "NEIGHBOURS".equals(form.variables().get("tutorSearch")));
    }

    private Map<String, String> row(Tutor tutor) {
        Locale locale = LocaleContextHolder.getLocale();
        return Map.of("name", tutor.name(), "kind", SupportTexts.of("tutor." + tutor.kind()),
                "languages", tutor.languages().stream().map(code -> Locale.forLanguageTag(code).getDisplayLanguage(locale))
                        .collect(Collectors.joining(", ")),
                "occupation", orEmpty(tutor.occupation()), "availability", orEmpty(tutor.availability()),
                "municipality", staff.municipalityName(tutor.municipality()), "free", String.valueOf(tutor.free()));
    }

    private static Map<String, String> progress(JsonNode followUp) {
        long reached = StreamSupport.stream(followUp.spliterator(), false)
                .filter(value -> value.asText().equals("REACHED")).count();
        String small = StreamSupport.stream(followUp.path("smallProgress").spliterator(), false)
                .map(code -> SupportTexts.of("progress." + code.asText())).collect(Collectors.joining(", "));
        return Map.of("day", SupportTexts.day(LocalDate.parse(followUp.path("followedOn").asText())),
                "finnish", followUp.path("finnishNow").asText(), "reached", String.valueOf(reached), "progress", small);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
