package fi.tyopolku.employers;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.decisions.DecisionTables;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.employers.ClientSkills.Count;
import fi.tyopolku.employers.SkillGap.Decision;
import fi.tyopolku.messages.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares what the employers of an industry need with what the clients have and want, and keeps the list of what is
 * short with what was decided about it. A list has the id of the {@code skillGap} instance that deals with it.
 */
@Service
@Transactional
public class SkillGaps {

    static final String DECISION_DOCUMENT = "gapDecision";

    private final JdbcClient jdbc;
    private final ClientSkills clients;
    private final DecisionTables tables;
    private final DocumentStore documents;
    private final Industries industries;
    private final Clock clock;

    SkillGaps(JdbcClient jdbc, ClientSkills clients, DecisionTables tables, DocumentStore documents, Industries industries,
            Clock clock) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.tables = tables;
        this.documents = documents;
        this.industries = industries;
        this.clock = clock;
    }

    /**
     * A list of what is short.
     *
     * @param needFrom the day from which the oldest need counts; the time until people are placed runs from it
     */
    public record GapList(String id, String municipality, String industry, String state, LocalDate comparedOn,
            LocalDate needFrom) {
    }

    /**
     * Counts needs against skills and keeps the list, in place of what the same list said before.
     *
     * @return the list; {@link #of} has its rows
     * @throws Refusal when there is no such industry
     */
    public GapList compare(String gapId, String municipality, String industry) {
        industries.find(industry).orElseThrow(() -> new Refusal("employers.noSuchIndustry", industry));
        LocalDate today = LocalDate.now(clock);
        LocalDate needFrom = jdbc.sql("""
                select min(confirmed_on) from tyopolku.skill_profile
                where municipality = ? and industry = ? and state = 'CONFIRMED'""")
                .params(municipality, industry).query(LocalDate.class).optional().orElse(today);
        jdbc.sql("delete from tyopolku.skill_gap where gap_id = ?").param(gapId).update();
        if (find(gapId).isPresent()) {
            jdbc.sql("update tyopolku.gap_list set state = 'OPEN', compared_on = ?, need_from = ?, result = null where id = ?")
                    .params(today, needFrom, gapId).update();
        } else {
            jdbc.sql("""
                    insert into tyopolku.gap_list (id, municipality, industry, state, compared_on, need_from)
                    values (?, ?, ?, 'OPEN', ?, ?)""").params(gapId, municipality, industry, today, needFrom).update();
        }
        Map<String, Count> counted = clients.of(municipality);
        needs(municipality, industry).forEach(need -> add(gapId, need, inPreparation(gapId, need.skill(), municipality, industry),
                counted.getOrDefault(need.skill(), new Count(0, 0)), today));
        return find(gapId).orElseThrow();
    }

    private record Need(String skill, int people, LocalDate firstNeededBy) {
    }

    private List<Need> needs(String municipality, String industry) {
        return jdbc.sql("""
                select n.skill, sum(n.people) as people, min(n.needed_by) as first_needed_by from tyopolku.skill_need n
                join tyopolku.skill_profile p on p.id = n.profile_id
                where p.municipality = ? and p.industry = ? and p.state = 'CONFIRMED' group by n.skill order by n.skill""")
                .params(municipality, industry).query((row, number) -> new Need(row.getString("skill"),
                        row.getInt("people"), row.getObject("first_needed_by", LocalDate.class))).list();
    }

    /** Other lists that are decided and not yet closed are at work on these people. */
    private int inPreparation(String gapId, String skill, String municipality, String industry) {
        return jdbc.sql("""
                select coalesce(sum(g.shortage), 0) from tyopolku.skill_gap g join tyopolku.gap_list l on l.id = g.gap_id
                where l.municipality = ? and l.industry = ? and l.state = 'DECIDED' and l.id <> ? and g.skill = ?
                and g.decision in ('TRAINING', 'RECRUITMENT')""")
                .params(municipality, industry, gapId, skill).query(Integer.class).single();
    }

    private void add(String gapId, Need need, int inPreparation, Count count, LocalDate today) {
        int shortage = Math.max(0, need.people() - inPreparation - count.having());
        jdbc.sql("""
                insert into tyopolku.skill_gap (gap_id, skill, needed, in_preparation, clients_with, clients_wanting,
                    shortage, first_needed_by, priority) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(gapId, need.skill(), need.people(), inPreparation, count.having(), count.wanting(), shortage,
                        need.firstNeededBy(), priority(shortage, need.firstNeededBy(), today)).update();
    }

    private String priority(int shortage, LocalDate neededBy, LocalDate today) {
        Map<String, Object> gap = new HashMap<>();
        gap.put("shortage", shortage);
        gap.put("daysLeft", neededBy == null ? null : ChronoUnit.DAYS.between(today, neededBy));
        return (String) tables.evaluate("gapPriority", Map.of("gap", gap)).single().get("code");
    }

    @Transactional(readOnly = true)
    public Optional<GapList> find(String gapId) {
        return jdbc.sql("select * from tyopolku.gap_list where id = ?").param(gapId).query(SkillGaps::list).optional();
    }

    /** The skills of a list, what is most short first. */
    @Transactional(readOnly = true)
    public List<SkillGap> of(String gapId) {
        return jdbc.sql("select * from tyopolku.skill_gap where gap_id = ? order by shortage desc, skill")
                .param(gapId).query(SkillGaps::gap).list();
    }

    /**
     * The list of an industry that waits for a decision. Until the caller's transaction ends nobody else can look, so
     * that two confirmed profiles at the same moment open one list.
     */
    public Optional<GapList> undecided(String municipality, String industry) {
        jdbc.sql("select code from tyopolku.industry where code = ? for update").param(industry).query(String.class).optional();
        return jdbc.sql("select * from tyopolku.gap_list where municipality = ? and industry = ? and state = 'OPEN'")
                .params(municipality, industry).query(SkillGaps::list).list().stream().findFirst();
    }

    /** Whether anything is short. */
    @Transactional(readOnly = true)
    public boolean isShort(String gapId) {
        return of(gapId).stream().anyMatch(gap -> gap.shortage() > 0);
    }

    /** Writes what the document {@code gapDecision} says to each skill of the list; what it does not name stays as it is. */
    public void decide(String gapId) {
        JsonNode decided = documents.latest(gapId, DECISION_DOCUMENT).orElseThrow().content();
        Set<String> training = codes(decided.path("trainSkills"));
        Set<String> recruitment = codes(decided.path("recruitSkills"));
        of(gapId).forEach(gap -> {
            Decision decision = training.contains(gap.skill()) ? Decision.TRAINING
                    : recruitment.contains(gap.skill()) ? Decision.RECRUITMENT : Decision.NOTHING;
            jdbc.sql("update tyopolku.skill_gap set decision = ? where gap_id = ? and skill = ?")
                    .params(decision.name(), gapId, gap.skill()).update();
        });
        boolean begun = of(gapId).stream().anyMatch(gap -> gap.decision() != Decision.NOTHING);
        jdbc.sql("update tyopolku.gap_list set state = ?, result = ? where id = ?")
                .params(begun ? "DECIDED" : "CLOSED", begun ? null : "NOTHING", gapId).update();
    }

    @Transactional(readOnly = true)
    public boolean isDecidedFor(String gapId, Decision decision) {
        return of(gapId).stream().anyMatch(gap -> gap.decision() == decision);
    }

    /** @param result a code: NO_SHORTAGE, MET */
    public void close(String gapId, String result) {
        jdbc.sql("update tyopolku.gap_list set state = 'CLOSED', result = ? where id = ?").params(result, gapId).update();
    }

    private static Set<String> codes(JsonNode list) {
        Set<String> codes = new HashSet<>();
        list.forEach(code -> codes.add(code.asText()));
        return codes;
    }

    private static GapList list(ResultSet row, int number) throws SQLException {
        return new GapList(row.getString("id"), row.getString("municipality"), row.getString("industry"),
                row.getString("state"), row.getObject("compared_on", LocalDate.class),
                row.getObject("need_from", LocalDate.class));
    }

    private static SkillGap gap(ResultSet row, int number) throws SQLException {
        String decision = row.getString("decision");
        return new SkillGap(row.getString("gap_id"), row.getString("skill"), row.getInt("needed"),
                row.getInt("in_preparation"), row.getInt("clients_with"), row.getInt("clients_wanting"),
                row.getInt("shortage"), row.getObject("first_needed_by", LocalDate.class), row.getString("priority"),
                decision == null ? null : Decision.valueOf(decision));
    }
}
