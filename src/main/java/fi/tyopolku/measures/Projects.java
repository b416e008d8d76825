package fi.tyopolku.measures;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.messages.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of projects. */
@Service
@Transactional
public class Projects {

    static final String DOCUMENT = "project";

    private final JdbcClient jdbc;
    private final DocumentStore documents;

    Projects(JdbcClient jdbc, DocumentStore documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    /** Enters a project. */
    public void add(Project project) {
        if (project.ends().isBefore(project.starts())) {
            throw new Refusal("measures.datesReversed");
        }
        jdbc.sql("""
                insert into tyopolku.project (id, municipality, name, funder, eu_funded, starts, ends, shared_goal)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(project.id(), project.municipality(), project.name(), project.funder(), project.euFunded(),
                        project.starts(), project.ends(), project.sharedGoal())
                .update();
    }

    /** Enters the project that the document {@code project} under that id describes. */
    public void addFromDocument(String id, String municipality) {
        JsonNode asked = documents.latest(id, DOCUMENT).orElseThrow().content();
        add(new Project(id, municipality, asked.path("name").asText(), asked.path("funder").asText(),
                asked.path("euFunded").asBoolean(), LocalDate.parse(asked.path("starts").asText()),
                LocalDate.parse(asked.path("ends").asText()), asked.path("sharedGoal").asText()));
    }

    @Transactional(readOnly = true)
    public Optional<Project> find(String id) {
        return jdbc.sql("select * from tyopolku.project where id = ?").param(id).query(Projects::project).optional();
    }

    /** All projects of a municipality, ended ones too, the latest first. */
    @Transactional(readOnly = true)
    public List<Project> of(String municipality) {
        return jdbc.sql("select * from tyopolku.project where municipality = ? order by ends desc, name")
                .param(municipality).query(Projects::project).list();
    }

    private static Project project(ResultSet row, int number) throws SQLException {
        return new Project(row.getString("id"), row.getString("municipality"), row.getString("name"),
                row.getString("funder"), row.getBoolean("eu_funded"), row.getObject("starts", LocalDate.class),
                row.getObject("ends", LocalDate.class), row.getString("shared_goal"));
    }
}
