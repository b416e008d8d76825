package fi.tyopolku.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.engine.TaskWatch;
import fi.tyopolku.forms.FormFieldSchema;
import fi.tyopolku.forms.FormSchema;
import fi.tyopolku.messages.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps unfinished forms, one for each person and task, so that nothing of them has to stay in a browser. A draft is its
 * writer's alone; it goes when the task is completed, ends or gets somebody else's, and after {@link #KEPT}.
 */
@Component
@Transactional
class FormDrafts implements TaskWatch {

    static final Duration KEPT = Duration.ofDays(30);
    /** Signs of JSON; the longest form, filled to the brim, has a tenth of it. */
    static final int LARGEST = 200_000;
    private static final TypeReference<Map<String, Integer>> VERSIONS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final DocumentRights rights;
    private final ObjectMapper json;
    private final Clock clock;

    FormDrafts(JdbcClient jdbc, DocumentRights rights, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<FormDraft> find(String taskId, String userId) {
        return jdbc.sql("""
                select form_hash, content, opened_versions, saved_at from tyopolku.form_draft
                where task_id = ? and user_id = ? and saved_at >= ?""")
                .params(taskId, userId, tooOld()).query(this::read).optional();
    }

    /**
     * Keeps what the form holds now in place of what was kept before.
     *
     * @param form open before the person who saves
     * @param typed as the form would be submitted; half-finished answers are fine, keys of no field are not
     */
    public Instant save(OpenForm form, JsonNode typed) {
        FormSchema schema = FormSchema.parse(form.schema());
        ObjectNode content = clean(form, schema, typed);
        Map<String, Integer> versions = versions(schema, typed.path(CaseForms.OPENED_VERSIONS));
        jdbc.sql("delete from tyopolku.form_draft where saved_at < ?").param(tooOld()).update();
        return write(form, content, versions);
    }

    /** The writer has seen what changed meanwhile and goes on with the draft: it now counts as based on these versions. */
    public void goOn(OpenForm form, FormDraft draft, Map<String, Integer> seen) {
        Map<String, Integer> versions = new LinkedHashMap<>(draft.openedVersions());
        versions.putAll(seen);
        write(form, draft.content(), versions);
    }

    public void discard(String taskId, String userId) {
        jdbc.sql("delete from tyopolku.form_draft where task_id = ? and user_id = ?").params(taskId, userId).update();
    }

    @Override
    public void assigned(String taskId, String userId) {
        if (userId != null) {
            jdbc.sql("delete from tyopolku.form_draft where task_id = ? and user_id <> ?").params(taskId, userId).update();
        }
    }

    @Override
    public void ended(String taskId) {
        jdbc.sql("delete from tyopolku.form_draft where task_id = ? or saved_at < ?").params(taskId, tooOld()).update();
    }

    static boolean isEditable(FormFieldSchema field) {
        return !field.isComputed() && !field.isDisabled() && !field.isReadOnly();
    }

    static String hash(String schema) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(schema.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Instant write(OpenForm form, ObjectNode content, Map<String, Integer> versions) {
        String written = written(content);
        if (written.length() > LARGEST) {
            throw new Refusal("documents.draftTooLarge");
        }
        Instant now = clock.instant();
        Map<String, Object> row = Map.of("task", form.taskId(), "user", form.userId(), "hash", hash(form.schema()),
                "content", written, "versions", written(json.valueToTree(versions)),
                "now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        int replaced = jdbc.sql("""
                update tyopolku.form_draft set form_hash = :hash, content = :content, opened_versions = :versions,
                    saved_at = :now where task_id = :task and user_id = :user""").params(row).update();
        if (replaced == 0) {
            jdbc.sql("""
                    insert into tyopolku.form_draft
                        (task_id, user_id, case_id, form_hash, content, opened_versions, saved_at)
                    values (:task, :user, :case, :hash, :content, :versions, :now)""")
                    .params(row).param("case", form.caseId()).update();
        }
        return now;
    }

    private ObjectNode clean(OpenForm form, FormSchema schema, JsonNode typed) {
        if (!typed.isObject()) {
            throw new Refusal("documents.draftUnreadable");
        }
        ObjectNode content = json.createObjectNode();
        List<FormFieldSchema> facts = schema.routingFacts();
        typed.fields().forEachRemaining(entry -> {
            if (schema.documentKinds().contains(entry.getKey())) {
                cleanDocument(form, schema, entry.getKey(), entry.getValue(), content);
            } else if (isField(facts, entry.getKey(), FormDrafts::isEditable)) {
                content.set(entry.getKey(), entry.getValue());
            } else {
                refuseUnlessField(facts, entry.getKey());
            }
        });
        return content;
    }

    private void cleanDocument(OpenForm form, FormSchema schema, String kind, JsonNode typed, ObjectNode content) {
        if (typed.isNull()) {
            return;
        }
        if (!typed.isObject()) {
            throw new Refusal("documents.draftUnreadable");
        }
        List<FormFieldSchema> fields = schema.fieldsOf(kind);
        ObjectNode document = json.createObjectNode();
        typed.fields().forEachRemaining(entry -> {
            refuseUnlessField(fields, entry.getKey());
            if (isField(fields, entry.getKey(), FormDrafts::isEditable)) {
                document.set(entry.getKey(), entry.getValue());
            }
        });
        if (!document.isEmpty() && !rights.mayWrite(kind, form.groups())) {
            throw new Refusal("documents.notYours", kind);
        }
        if (!document.isEmpty()) {
            content.set(kind, document);
        }
    }

    private static void refuseUnlessField(List<FormFieldSchema> fields, String key) {
        if (!isField(fields, key, field -> true)) {
            throw new Refusal("documents.draftUnknown");
        }
    }

    private static boolean isField(List<FormFieldSchema> fields, String key, Predicate<FormFieldSchema> which) {
        return fields.stream().anyMatch(field -> field.key().equals(key) && which.test(field));
    }

    private static Map<String, Integer> versions(FormSchema schema, JsonNode opened) {
        Map<String, Integer> versions = new LinkedHashMap<>();
        schema.documentKinds().stream().filter(kind -> opened.path(kind).isInt())
                .forEach(kind -> versions.put(kind, opened.path(kind).asInt()));
        return versions;
    }

    private OffsetDateTime tooOld() {
        return OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC);
    }

    private FormDraft read(ResultSet row, int number) throws SQLException {
        try {
            return new FormDraft(row.getString("form_hash"), (ObjectNode) json.readTree(row.getString("content")),
                    json.readValue(row.getString("opened_versions"), VERSIONS),
                    row.getObject("saved_at", OffsetDateTime.class).toInstant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored draft is not JSON"); // Jackson would quote its text
        }
    }

    private String written(JsonNode content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft cannot be written as JSON");
        }
    }
}
