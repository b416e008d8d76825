package fi.tyopolku.path;

import fi.tyopolku.path.OpenEnds.EndedStep;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the registers say of ended steps and of cases that must go on; knows no engine. */
@Service
@Transactional(readOnly = true)
public class EndedSteps {

    private final JdbcClient jdbc;

    EndedSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<EndedStep> withoutNextStep(String municipality) {
        return jdbc.sql("""
                        select s.case_id, s.service as step from tyopolku.client_service s
                        where s.municipality = :municipality and s.ended_on is not null
                            and (s.next_step is null or s.result is null)
                        union all
                        select n.case_id, n.need from tyopolku.support_need n
                        join tyopolku.client_case c on c.case_id = n.case_id
                        where c.municipality = :municipality and n.state = 'ENDED' and n.result is null""")
                .param("municipality", municipality)
                .query((row, number) -> new EndedStep(row.getString("case_id"), row.getString("step"))).list();
    }

    /** Needs of cases under way, in those states in which somebody should be at work on them. */
    public List<EndedStep> needsInState(String municipality, SupportNeeds.State state) {
        return jdbc.sql("""
                        select n.case_id, n.need from tyopolku.support_need n
                        join tyopolku.client_case c on c.case_id = n.case_id
                        where c.municipality = ? and c.status = 'OPEN' and n.state = ? order by n.case_id, n.need""")
                .params(municipality, state.name())
                .query((row, number) -> new EndedStep(row.getString("case_id"), row.getString("need"))).list();
    }

    public List<String> openCases(String municipality) {
        return jdbc.sql("""
                        select case_id from tyopolku.client_case where municipality = ? and status <> 'CLOSED'
                        order by case_id""")
                .param(municipality).query(String.class).list();
    }
}
