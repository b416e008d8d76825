package fi.tyopolku.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.forms.FormFieldSchema;
import fi.tyopolku.forms.FormSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lays a person's draft over what a form shows, and tells what has changed beneath it. */
@Component
class DraftedForms {

    private final FormDrafts drafts;
    private final DocumentStore documents;
    private final DocumentRights rights;
    private final ObjectMapper json;

    DraftedForms(FormDrafts drafts, DocumentStore documents, DocumentRights rights, ObjectMapper json) {
        this.drafts = drafts;
        this.documents = documents;
        this.rights = rights;
        this.json = json;
    }

    /**
     * What was shown, with the draft's answers in the fields that the person can change. The versions become those that
     * the draft was begun with, so that the submission is refused when a document has changed since.
     */
    Map<String, Object> over(OpenForm form, FormSchema schema, Map<String, Object> shown) {
        boolean isDrafted = form.taskId() != null && form.userId() != null;
        FormDraft draft = isDrafted ? drafts.find(form.taskId(), form.userId()).orElse(null) : null;
        if (draft == null) {
            return shown;
        }
        Map<String, Object> both = new LinkedHashMap<>(shown);
        for (FormFieldSchema field : schema.fields()) {
            JsonNode holder = field.document() == null ? draft.content() : draft.content().path(field.document());
            JsonNode value = holder.get(field.key());
            boolean mayWrite = field.document() == null || rights.mayWrite(field.document(), form.groups());
            if (value != null && FormDrafts.isEditable(field) && mayWrite) {
                put(both, field, value);
            }
        }
        Map<String, Object> versions = new LinkedHashMap<>(asMap(shown.get(CaseForms.DOCUMENT_VERSIONS)));
        versions.putAll(draft.openedVersions());
        both.put(CaseForms.DOCUMENT_VERSIONS, versions);
        return both;
    }

    /** Labels of the fields that somebody else has changed since the draft was begun. */
    List<String> changedSince(OpenForm form, FormDraft draft, Locale locale) {
        FormSchema schema = FormSchema.parse(form.schema());
        return draft.openedVersions().entrySet().stream()
                .flatMap(opened -> changed(schema, form.caseId(), opened.getKey(), opened.getValue()).stream())
                .map(field -> FieldNames.in(locale, schema.id(), field.label())).toList();
    }

    /** Fields of a form whose answers differ between a version of a document and the latest. */
    List<FormFieldSchema> changed(FormSchema schema, String caseId, String kind, int basedOn) {
        List<Document> versions = documents.versions(caseId, kind);
        boolean isKnown = basedOn >= 1 && basedOn <= versions.size();
        JsonNode seen = isKnown ? versions.get(basedOn - 1).content() : json.createObjectNode();
        JsonNode now = versions.isEmpty() ? json.createObjectNode() : versions.get(versions.size() - 1).content();
        return schema.fieldsOf(kind).stream()
                .filter(field -> !Objects.equals(seen.get(field.key()), now.get(field.key()))).toList();
    }

    Map<String, Integer> versionsNow(OpenForm form) {
        Map<String, Integer> versions = new LinkedHashMap<>();
        FormSchema.parse(form.schema()).documentKinds().forEach(kind -> Optional.ofNullable(form.caseId())
                .flatMap(caseId -> documents.latest(caseId, kind))
                .ifPresent(document -> versions.put(kind, document.version())));
        return versions;
    }

    private void put(Map<String, Object> shown, FormFieldSchema field, JsonNode value) {
        if (field.document() == null) {
            shown.put(field.key(), value);
        } else {
            ObjectNode document = json.valueToTree(asMap(shown.get(field.document())));
            document.set(field.key(), value);
            shown.put(field.document(), document);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> asMap(Object value) {
        return value == null ? Map.of() : json.convertValue(value, Map.class);
    }
}
