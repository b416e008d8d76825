package fi.tyopolku.funding;

import fi.tyopolku.messages.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The projects of the municipalities. */
@Service
public class FundingProjects {

    private final JdbcClient jdbc;
    private final Clock clock;

    FundingProjects(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refusal when its last day is before its first */
    @Transactional
    public void register(FundingProject project, String by) {
        if (project.validTo().isBefore(project.validFrom())) {
            throw new Refusal("funding.datesReversed");
        }
        jdbc.sql("""
                insert into tyopolku.funding_project
                (id, municipality, name, funder, eu_money, valid_from, valid_to, shared_goal, registered_by,
                registered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(project.id(), project.municipality(), project.name(), project.funder(), project.isEuMoney(),
                        project.validFrom(), project.validTo(), project.sharedGoal(), by,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** Projects of a municipality, the one that ends last first. */
    public List<FundingProject> of(String municipality) {
        return jdbc.sql("select * from tyopolku.funding_project where municipality = ? order by valid_to desc, name, id")
                .param(municipality).query(FundingProjects::project).list();
    }

    public Optional<FundingProject> find(String id, String municipality) {
        return jdbc.sql("select * from tyopolku.funding_project where id = ? and municipality = ?")
                .params(id, municipality).query(FundingProjects::project).optional();
    }

    private static FundingProject project(ResultSet row, int number) throws SQLException {
        return new FundingProject(row.getString("id"), row.getString("municipality"), row.getString("name"),
                row.getString("funder"), row.getBoolean("eu_money"), row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class), row.getString("shared_goal"));
    }
}
