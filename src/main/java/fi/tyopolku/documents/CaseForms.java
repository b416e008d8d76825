package fi.tyopolku.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.engine.FormGate;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.forms.FormFieldSchema;
import fi.tyopolku.forms.FormGuard;
import fi.tyopolku.forms.FormRefused;
import fi.tyopolku.forms.FormSchema;
import fi.tyopolku.messages.Refusal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Shows the case's documents in forms and takes them out of submissions again, so that only routing facts reach the
 * engine.
 */
@Component
class CaseForms implements FormGate {

    /** The computed field by which a form carries the versions of the documents that it was opened with. */
    static final String OPENED_VERSIONS = "openedVersions";
    /** What the form reads them from. */
    static final String DOCUMENT_VERSIONS = "documentVersions";
    private static final String CASE_ID = "caseId";
    private static final String SYSTEM = "system";
    private static final int LONGEST_FACT = 200;

    private final DocumentStore documents;
    private final FormGuard guard;
    private final DocumentRights rights;
    private final ObjectProvider<SubmissionCheck> checks;
    private final ObjectProvider<ShownValues> shownValues;
    private final NewCaseIds newCaseIds;
    private final DraftedForms drafted;
    private final ObjectMapper json;

    CaseForms(DocumentStore documents, FormGuard guard, DocumentRights rights, ObjectProvider<SubmissionCheck> checks,
            ObjectProvider<ShownValues> shownValues, NewCaseIds newCaseIds, DraftedForms drafted,
            ObjectMapper json) {
        this.documents = documents;
        this.guard = guard;
        this.rights = rights;
        this.checks = checks;
        this.shownValues = shownValues;
        this.newCaseIds = newCaseIds;
        this.drafted = drafted;
        this.json = json;
    }

    @Override
    public Map<String, Object> shown(OpenForm form) {
        return drafted.over(form, FormSchema.parse(form.schema()), current(form));
    }

    private Map<String, Object> current(OpenForm form) {
        FormSchema schema = FormSchema.parse(form.schema());
        Map<String, Object> shown = new LinkedHashMap<>();
        Map<String, Integer> versions = new LinkedHashMap<>();
        for (String kind : schema.documentKinds()) {
            if (mayRead(form, kind)) {
                documents.latest(form.caseId(), kind).ifPresent(document -> {
                    shown.put(kind, document.content());
                    versions.put(kind, document.version());
                });
            }
        }
        shown.put(DOCUMENT_VERSIONS, versions);
        shownValues.forEach(offer -> offer.names().stream().filter(name -> uses(form, name))
                .forEach(name -> offerTo(form, offer, name, shown)));
        return shown;
    }

    private void offerTo(OpenForm form, ShownValues offer, String name, Map<String, Object> shown) {
        if (rights.knows(name) && !mayRead(form, name)) {
            return;
        }
        Object value = offer.value(name, form);
        if (value != null) {
            shown.put(name, value);
        }
    }

    @Override
    public Accepted accept(OpenForm form, Map<String, Object> submitted) {
        FormSchema schema = FormSchema.parse(form.schema());
        schema.documentKinds().forEach(kind -> refuseUnlessWritable(form, schema, kind));
        ObjectNode data = json.valueToTree(submitted);
        JsonNode openedVersions = data.remove(OPENED_VERSIONS);
        ObjectNode clean = checked(schema, data, form);
        String caseId = caseIdFor(form, schema, clean);
        Submission submission = new Submission(form.processKey(), form.elementId(), caseId, form.userId(),
                form.municipality(), clean);
        checks.forEach(check -> check.check(submission));
        for (String kind : schema.documentKinds()) {
            JsonNode content = clean.remove(kind);
            if (content != null) {
                store(schema, submission, kind, content, openedVersions);
            }
        }
        return new Accepted(caseId, facts(schema, clean));
    }

    /** The guard knows the form as authored; the person reads the names of its fields in another language. */
    private ObjectNode checked(FormSchema schema, ObjectNode data, OpenForm form) {
        try {
            return guard.check(schema, data, context(form));
        } catch (FormRefused refused) {
            Locale locale = LocaleContextHolder.getLocale();
            throw new FormRefused(refused.faults().stream().map(fault -> new FormRefused.Fault(fault.field(),
                    FieldNames.in(locale, schema.id(), fault.label()), fault.key(), fault.arguments())).toList());
        }
    }

    private Map<String, Object> context(OpenForm form) {
        Map<String, Object> context = new HashMap<>(form.variables());
        current(form).forEach((name, value) -> context.put(name, json.convertValue(value, Object.class)));
        return context;
    }

    private void refuseUnlessWritable(OpenForm form, FormSchema schema, String kind) {
        boolean writes = schema.fieldsOf(kind).stream().anyMatch(field -> !field.isReadOnly() && !field.isDisabled()
                && !field.isComputed());
        boolean allowed = form.userId() == null ? rights.knows(kind) : rights.mayWrite(kind, form.groups());
        if (writes && !allowed) {
            throw new Refusal("documents.notYours", kind);
        }
    }

    private boolean mayRead(OpenForm form, String kind) {
        return form.caseId() != null && (form.userId() == null || rights.mayRead(kind, form.groups()));
    }

    private static boolean uses(OpenForm form, String name) {
        return form.schema().contains(name);
    }

    /** A start form that names a case belongs to it; any other that collects documents opens a new case. */
    private String caseIdFor(OpenForm form, FormSchema schema, ObjectNode clean) {
        if (form.taskId() != null) {
            return form.caseId();
        }
        if (clean.hasNonNull(CASE_ID)) {
            return clean.get(CASE_ID).asText();
        }
        return newCaseIds.next();
    }

    private void store(FormSchema schema, Submission submission, String kind, JsonNode content, JsonNode opened) {
        boolean isReadOnly = schema.fieldsOf(kind).stream().allMatch(field -> field.isReadOnly() || field.isComputed());
        if (isReadOnly) {
            return;
        }
        String author = submission.userId() == null ? SYSTEM : submission.userId();
        int latest = documents.latest(submission.caseId(), kind).map(Document::version).orElse(0);
        if (submission.elementId() == null) {
            // A start form is opened before it names its case, so it shows no version and replaces what there was.
            documents.save(submission.caseId(), kind, content, latest, author);
            return;
        }
        int basedOn = opened == null ? 0 : opened.path(kind).asInt(0);
        if (latest != basedOn) {
            throw new Refusal("documents.stale", changedSince(schema, submission.caseId(), kind, basedOn));
        }
        documents.save(submission.caseId(), kind, withKept(schema, submission.caseId(), kind, content), basedOn, author);
    }

    /** Fields that this form does not hold, or only shows, stay as they were in the last version; hidden ones go. */
    private ObjectNode withKept(FormSchema schema, String caseId, String kind, JsonNode content) {
        ObjectNode kept = json.createObjectNode();
        documents.latest(caseId, kind).ifPresent(last -> kept.setAll((ObjectNode) last.content().deepCopy()));
        schema.fieldsOf(kind).stream().filter(field -> !field.isReadOnly() && !field.isDisabled())
                .forEach(field -> kept.remove(field.key()));
        kept.setAll((ObjectNode) content);
        return kept;
    }

    private String changedSince(FormSchema schema, String caseId, String kind, int basedOn) {
        return drafted.changed(schema, caseId, kind, basedOn).stream()
                .map(field -> FieldNames.in(LocaleContextHolder.getLocale(), schema.id(), field.label()))
                .collect(Collectors.joining(", "));
    }

    private Map<String, Object> facts(FormSchema schema, ObjectNode clean) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (FormFieldSchema field : schema.routingFacts()) {
            JsonNode value = clean.get(field.key());
            if (value != null && !field.key().equals(CASE_ID)) {
                facts.put(field.key(), fact(field, value));
            }
        }
        return facts;
    }

    private Object fact(FormFieldSchema field, JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).collect(Collectors.joining(","));
        }
        if (value.isTextual() && value.asText().length() > LONGEST_FACT) {
            throw new IllegalStateException("The field " + field.key() + " is too long for a routing fact: put it into a group");
        }
        return json.convertValue(value, Object.class);
    }
}
