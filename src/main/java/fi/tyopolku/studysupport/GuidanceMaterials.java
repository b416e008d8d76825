package fi.tyopolku.studysupport;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.messages.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of guidance material of each municipality. What is past its review date stays in the register and says so
 * by {@link GuidanceMaterial#isReviewed}; what was taken out of use is gone for readers.
 */
@Service
@Transactional
public class GuidanceMaterials {

    static final String DOCUMENT = "guidanceMaterial";
    static final String FAULT = "materialFault";

    private final JdbcClient jdbc;
    private final DocumentStore documents;
    private final Clock clock;

    GuidanceMaterials(JdbcClient jdbc, DocumentStore documents, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.clock = clock;
    }

    /** Material in use of those kinds, by kind and Finnish title. */
    @Transactional(readOnly = true)
    public List<GuidanceMaterial> of(String municipality, Collection<MaterialKind> kinds) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select * from tyopolku.guidance_material
                        where municipality = :municipality and kind in (:kinds) and retired_on is null
                        order by kind, title_fi, id""")
                .param("municipality", municipality)
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .query(GuidanceMaterials::material)
                .list();
    }

    /** Everything in use. */
    @Transactional(readOnly = true)
    public List<GuidanceMaterial> all(String municipality) {
        return of(municipality, List.of(MaterialKind.values()));
    }

    @Transactional(readOnly = true)
    public Optional<GuidanceMaterial> find(String id) {
        return jdbc.sql("select * from tyopolku.guidance_material where id = ?").param(id)
                .query(GuidanceMaterials::material).optional();
    }

    /**
     * Adds what the form of that id says.
     *
     * @return the day by which it is reviewed
     */
    public LocalDate add(String id, String municipality) {
        JsonNode form = form(id);
        jdbc.sql("""
                        insert into tyopolku.guidance_material (id, municipality, kind, title_fi, title_sv, title_en,
                            address, credits, profiles, review_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, municipality, form.path("kind").asText(), form.path("titleFi").asText(),
                        form.path("titleSv").asText(), form.path("titleEn").asText(), form.path("address").asText(),
                        credits(form), profiles(form), day(form))
                .update();
        return day(form);
    }

    /**
     * Somebody has read it: writes what the form of that id now says, and settles a reported fault.
     *
     * @return the next day of review
     */
    public LocalDate renew(String id) {
        JsonNode form = form(id);
        jdbc.sql("""
                        update tyopolku.guidance_material set kind = ?, title_fi = ?, title_sv = ?, title_en = ?,
                            address = ?, credits = ?, profiles = ?, review_on = ?, reviewed_on = ?, fault = null
                        where id = ?""")
                .params(form.path("kind").asText(), form.path("titleFi").asText(), form.path("titleSv").asText(),
                        form.path("titleEn").asText(), form.path("address").asText(), credits(form), profiles(form),
                        day(form), LocalDate.now(clock), id)
                .update();
        return day(form);
    }

    public void retire(String id) {
        jdbc.sql("update tyopolku.guidance_material set retired_on = ? where id = ? and retired_on is null")
                .params(LocalDate.now(clock), id).update();
    }

    /**
     * Notes what the report of that id says is wrong with the material.
     *
     * @throws Refusal when the material has gone out of use meanwhile or belongs to another municipality
     */
    public void reportFault(String reportId, String materialId, String municipality) {
        String fault = documents.latest(reportId, FAULT).map(report -> report.content().path("fault").asText())
                .orElseThrow();
        int changed = jdbc.sql("""
                        update tyopolku.guidance_material set fault = ?
                        where id = ? and municipality = ? and retired_on is null""")
                .params(fault, materialId, municipality).update();
        if (changed == 0) {
            throw new Refusal("studysupport.materialGone");
        }
    }

    private JsonNode form(String id) {
        return documents.latest(id, DOCUMENT).map(Document::content).orElseThrow();
    }

    private static LocalDate day(JsonNode form) {
        return LocalDate.parse(form.path("reviewOn").asText());
    }

    private static Integer credits(JsonNode form) {
        return form.hasNonNull("credits") ? Integer.valueOf(form.path("credits").asInt()) : null;
    }

    private static String profiles(JsonNode form) {
        return StreamSupport.stream(form.path("profiles").spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.joining(","));
    }

    private static GuidanceMaterial material(ResultSet row, int number) throws SQLException {
        Set<String> profiles = Arrays.stream(row.getString("profiles").split(",")).filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
        return new GuidanceMaterial(row.getString("id"), MaterialKind.valueOf(row.getString("kind")),
                row.getString("title_fi"), row.getString("title_sv"), row.getString("title_en"), row.getString("address"),
                row.getObject("credits", Integer.class), profiles, row.getObject("review_on", LocalDate.class),
                row.getString("fault"));
    }
}
