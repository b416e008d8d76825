package fi.tyopolku.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.forms.FormFieldSchema;
import fi.tyopolku.forms.FormSchema;
import fi.tyopolku.models.Models.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms that Tasklist 7.24 (form-js 1.8.7) shows well and the guard understands. */
class FormConventionsTest {

    private static final Set<String> ALLOWED = Set.of("textfield", "textarea", "number", "checkbox", "radio", "select",
            "checklist", "taglist", "datetime", "group", "expression", "table", "text", "html", "separator", "spacer");
    private static final Set<String> ROUTING = Set.of("number", "checkbox", "radio", "select", "checklist", "datetime", "expression");

    static List<Form> forms() {
        return Models.forms();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormUsesOnlyComponentsThatTasklistShowsAndTheGuardJudges(Form form) {
        assertThat(components(form.json())).extracting(component -> component.path("type").asText()).isSubsetOf(ALLOWED);
        assertThat(form.json().path("executionPlatformVersion").asText()).isEqualTo("7.22.0");
        assertThat(form.file()).isEqualTo(form.id() + ".form");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFieldHasALabelAndAnIdOfItsOwn(Form form) {
        List<JsonNode> components = components(form.json());
        assertThat(components.stream().filter(component -> component.has("key") && !component.path("type").asText().equals("expression")))
                .allSatisfy(field -> assertThat(field.path("label").asText(field.path("dateLabel").asText(field.path("timeLabel").asText())))
                        .as(field.path("key").asText()).isNotBlank());
        assertThat(components).extracting(component -> component.path("id").asText()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void freeTextStandsInADocumentNeverInARoutingFact(Form form) {
        List<String> wrong = schema(form).routingFacts().stream()
                .filter(field -> !ROUTING.contains(field.type()) && !field.format().equals("caseId") && !field.key().equals("newCoach"))
                .map(FormFieldSchema::key).toList();
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormThatOpensDocumentsCarriesTheirVersions(Form form) {
        if (!schema(form).documentKinds().isEmpty()) {
            assertThat(schema(form).routingFacts()).extracting(FormFieldSchema::key).contains("openedVersions");
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyDocumentThatAFormOpensStandsInTheRightsTable(Form form) throws IOException {
        String rights = Files.readString(Path.of("src/main/resources/documents/rights.yml"));
        assertThat(schema(form).documentKinds()).allSatisfy(kind -> assertThat(rights).contains("    " + kind + ":"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFieldThatCanBeHiddenIsRequiredByTheGuardAloneSoThatTheFormCanAlwaysBeCompleted(Form form) {
        assertThat(schema(form).fields().stream().filter(field -> !field.hiddenBy().isEmpty()))
                .allSatisfy(field -> assertThat(field.component().at("/validate/required").asBoolean()).as(field.key()).isFalse());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aDocumentLiesFlatSoThatTheStoreFindsEachFieldByItsKey(Form form) {
        assertThat(schema(form).fields()).allSatisfy(field -> {
            assertThat(field.path()).as(field.key()).hasSizeLessThanOrEqualTo(2);
            assertThat(field.path().get(field.path().size() - 1)).isEqualTo(field.key());
        });
    }

    @Test
    void noTwoFormsHaveTheSameId() {
        Map<String, Long> count = forms().stream().collect(Collectors.groupingBy(Form::id, HashMap::new, Collectors.counting()));
        assertThat(count.values()).containsOnly(1L);
    }

    private static FormSchema schema(Form form) {
        return FormSchema.parse(form.json().toString());
    }

    private static List<JsonNode> components(JsonNode parent) {
        List<JsonNode> all = new ArrayList<>();
        parent.path("components").forEach(component -> {
            all.add(component);
            all.addAll(components(component));
        });
        return all;
    }
}
