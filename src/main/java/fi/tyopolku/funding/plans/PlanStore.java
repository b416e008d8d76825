package fi.tyopolku.funding.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps plans and their lines. */
@Repository
class PlanStore {

    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(FundingPlan plan) {
        jdbc.sql("""
                insert into tyopolku.funding_plan
                (id, subject_id, municipality, rule_model, name, starts_on, ends_on, state, proposed_by, decided_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, null)""")
                .params(plan.id(), plan.subjectId(), plan.municipality(), plan.ruleModel().name(), plan.name(),
                        plan.startsOn(), plan.endsOn(), plan.state().name(), plan.proposedBy())
                .update();
    }

    Optional<FundingPlan> find(String planId) {
        return jdbc.sql("select * from tyopolku.funding_plan where id = ?").param(planId).query(PlanStore::plan).optional();
    }

    List<FundingPlan> of(String subjectId) {
        return jdbc.sql("select * from tyopolku.funding_plan where subject_id = ? order by starts_on, id")
                .param(subjectId).query(PlanStore::plan).list();
    }

    /** False when the plan was no draft any more. */
    boolean end(String planId, FundingPlan.State state, String decidedBy) {
        return jdbc.sql("update tyopolku.funding_plan set state = ?, decided_by = ? where id = ? and state = 'DRAFT'")
                .params(state.name(), decidedBy, planId).update() == 1;
    }

    void add(PlanLine line) {
        jdbc.sql("""
                insert into tyopolku.funding_plan_line
                (id, plan_id, number, item, what_for, amount, funder, project, starts_on, ends_on, hours_by, hours, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(line.id(), line.planId(), line.number(), line.item(), line.whatFor(), line.amountCents(),
                        line.funder(), line.project(), line.startsOn(), line.endsOn(), line.hoursBy(), line.hours(),
                        line.state().name())
                .update();
    }

    /** All lines ever, in order. */
    List<PlanLine> lines(String planId) {
        return jdbc.sql("select * from tyopolku.funding_plan_line where plan_id = ? order by number")
                .param(planId).query(PlanStore::line).list();
    }

    void set(String lineId, PlanLine.State state) {
        jdbc.sql("update tyopolku.funding_plan_line set state = ? where id = ?").params(state.name(), lineId).update();
    }

    private static FundingPlan plan(ResultSet row, int number) throws SQLException {
        return new FundingPlan(row.getString("id"), row.getString("subject_id"), row.getString("municipality"),
                RuleModel.valueOf(row.getString("rule_model")), row.getString("name"),
                row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class),
                FundingPlan.State.valueOf(row.getString("state")), row.getString("proposed_by"), row.getString("decided_by"));
    }

    private static PlanLine line(ResultSet row, int number) throws SQLException {
        return new PlanLine(row.getString("id"), row.getString("plan_id"), row.getInt("number"), row.getString("item"),
                row.getString("what_for"), row.getLong("amount"), row.getString("funder"), row.getString("project"),
                row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class),
                row.getString("hours_by"), row.getObject("hours", Integer.class),
                PlanLine.State.valueOf(row.getString("state")));
    }
}
