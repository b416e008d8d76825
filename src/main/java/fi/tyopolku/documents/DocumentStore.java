package fi.tyopolku.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.messages.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps each version of each document of a case. */
@Component
@Transactional
public class DocumentStore {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    DocumentStore(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public Optional<Document> latest(String caseId, String kind) {
        return jdbc.sql("""
                select case_id, kind, version, content, author, saved_at from tyopolku.document d
                where case_id = :caseId and kind = :kind and version = (select max(version) from tyopolku.document
                    where case_id = d.case_id and kind = d.kind)""")
                .param("caseId", caseId).param("kind", kind).query(this::read).optional();
    }

    /** The latest version of each kind. */
    public List<Document> latestOf(String caseId) {
        return jdbc.sql("""
                select case_id, kind, version, content, author, saved_at from tyopolku.document d
                where case_id = :caseId and version = (select max(version) from tyopolku.document
                    where case_id = d.case_id and kind = d.kind) order by kind""")
                .param("caseId", caseId).query(this::read).list();
    }

    public List<Document> versions(String caseId, String kind) {
        return jdbc.sql("""
                select case_id, kind, version, content, author, saved_at from tyopolku.document
                where case_id = :caseId and kind = :kind order by version""")
                .param("caseId", caseId).param("kind", kind).query(this::read).list();
    }

    /**
     * Adds a version.
     *
     * @param basedOn the version that the author saw, 0 for none
     * @throws Refusal when somebody has saved a newer version meanwhile
     */
    public Document save(String caseId, String kind, JsonNode content, int basedOn, String author) {
        int latest = latest(caseId, kind).map(Document::version).orElse(0);
        if (latest != basedOn) {
            throw new StaleDocument(caseId, kind, basedOn, latest);
        }
        Instant now = clock.instant();
        try {
            jdbc.sql("""
                    insert into tyopolku.document (case_id, kind, version, content, author, saved_at)
                    values (:caseId, :kind, :version, :content, :author, :savedAt)""")
                    .param("caseId", caseId).param("kind", kind).param("version", latest + 1)
                    .param("content", written(content)).param("author", author)
                    .param("savedAt", OffsetDateTime.ofInstant(now, ZoneOffset.UTC)).update();
        } catch (DuplicateKeyException e) {
            throw new Refusal("documents.savedMeanwhile");
        }
        return new Document(caseId, kind, latest + 1, content, author, now);
    }

    private Document read(ResultSet row, int number) throws SQLException {
        try {
            return new Document(row.getString("case_id"), row.getString("kind"), row.getInt("version"),
                    json.readTree(row.getString("content")), row.getString("author"),
                    row.getObject("saved_at", OffsetDateTime.class).toInstant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored document is not JSON"); // Jackson would quote its text
        }
    }

    private String written(JsonNode content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document cannot be written as JSON");
        }
    }

}
