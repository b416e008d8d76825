package fi.tyopolku.coaching;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.messages.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of receiving units in all administrative branches and of their workplace coaches. */
@Service
@Transactional
public class ReceivingUnits {

    private static final String COACHES = """
            select c.*, u.municipality, u.name as unit_name, u.organisation, u.sector
            from tyopolku.workplace_coach c join tyopolku.receiving_unit u on u.id = c.unit_id""";

    private final JdbcClient jdbc;

    ReceivingUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Enters a unit with its first workplace coach.
     *
     * @param id under which the unit's documents are kept
     * @param unit content of the document {@code receivingUnit}
     * @param coach content of the document {@code workplaceCoach}
     */
    public void register(String id, String municipality, JsonNode unit, JsonNode coach) {
        jdbc.sql("insert into tyopolku.receiving_unit (id, municipality, name, organisation, sector) values (?, ?, ?, ?, ?)")
                .params(id, municipality, unit.path("name").asText(), unit.path("organisation").asText(),
                        unit.path("sector").asText())
                .update();
        addCoach(id, coach, true);
    }

    /** Adds a workplace coach to a unit. @return its id */
    public String addCoach(String unitId, JsonNode coach, boolean active) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into tyopolku.workplace_coach
                        (name, email, language, own_work, can_coach, target_groups, active, unit_id, id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(values(coach, active)).params(unitId, id).update();
        return id;
    }

    public void changeCoach(String coachId, JsonNode coach, boolean active) {
        int changed = jdbc.sql("""
                        update tyopolku.workplace_coach set name = ?, email = ?, language = ?, own_work = ?, can_coach = ?,
                        target_groups = ?, active = ? where id = ?""")
                .params(values(coach, active)).param(coachId).update();
        if (changed == 0) {
            throw new Refusal("coaching.coachUnknown");
        }
    }

    @Transactional(readOnly = true)
    public List<ReceivingUnit> units(String municipality) {
        return jdbc.sql("select * from tyopolku.receiving_unit where municipality = ? order by name, id").param(municipality)
                .query((row, number) -> new ReceivingUnit(row.getString("id"), row.getString("municipality"),
                        row.getString("name"), row.getString("organisation"), row.getString("sector"))).list();
    }

    /** All workplace coaches of the units of a municipality, those who no longer coach too. */
    @Transactional(readOnly = true)
    public List<WorkplaceCoach> coaches(String municipality) {
        return jdbc.sql(COACHES + " where u.municipality = ? order by u.name, c.name, c.id").param(municipality)
                .query(ReceivingUnits::coach).list();
    }

    @Transactional(readOnly = true)
    public Optional<WorkplaceCoach> coach(String coachId) {
        return jdbc.sql(COACHES + " where c.id = ?").param(coachId).query(ReceivingUnits::coach).optional();
    }

    private static List<Object> values(JsonNode coach, boolean active) {
        Set<String> groups = new TreeSet<>();
        coach.path("targetGroups").forEach(group -> groups.add(group.asText()));
        return List.of(coach.path("name").asText(), coach.path("email").asText(), coach.path("language").asText(),
                coach.path("ownWork").asText(), coach.path("canCoach").asBoolean(), String.join(",", groups), active);
    }

    private static WorkplaceCoach coach(ResultSet row, int number) throws SQLException {
        ReceivingUnit unit = new ReceivingUnit(row.getString("unit_id"), row.getString("municipality"),
                row.getString("unit_name"), row.getString("organisation"), row.getString("sector"));
        Set<String> groups = Arrays.stream(row.getString("target_groups").split(",")).filter(group -> !group.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new WorkplaceCoach(row.getString("id"), unit, row.getString("name"), row.getString("email"),
                row.getString("language"), row.getString("own_work"), row.getBoolean("can_coach"), groups,
                row.getBoolean("active"));
    }
}
