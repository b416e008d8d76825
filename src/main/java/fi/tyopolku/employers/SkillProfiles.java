package fi.tyopolku.employers;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.calendar.Deadlines;
import fi.tyopolku.employers.SkillProfile.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the skill profiles of employers: drafted from an interview, confirmed by the employer, asked again after a year. */
@Service
@Transactional
public class SkillProfiles {

    private final JdbcClient jdbc;
    private final Deadlines deadlines;
    private final Clock clock;

    SkillProfiles(JdbcClient jdbc, Deadlines deadlines, Clock clock) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Replaces the draft of the survey by what the interview says now. */
    void draft(String surveyId, Employer employer, JsonNode interview, List<SkillNeed> needs) {
        live(surveyId, State.DRAFT).ifPresent(old -> {
            jdbc.sql("delete from tyopolku.skill_need where profile_id = ?").param(old.id()).update();
            jdbc.sql("delete from tyopolku.skill_profile where id = ?").param(old.id()).update();
        });
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into tyopolku.skill_profile (survey_id, municipality, employer_id, industry, state,
                    interviewed_on, recruits, on_the_job_places, wishes, accessible)
                values (?, ?, ?, ?, 'DRAFT', ?, ?, ?, ?, ?)""")
                .params(surveyId, employer.municipality(), employer.id(), employer.industry(),
                        LocalDate.parse(interview.path("interviewedOn").asText()), interview.path("recruits").asInt(),
                        interview.path("onTheJobPlaces").asInt(), wishes(interview), interview.path("accessible").asText())
                .update(key, "id");
        long profile = key.getKey().longValue();
        needs.forEach(need -> jdbc.sql("""
                insert into tyopolku.skill_need (profile_id, skill, level, people, needed_by) values (?, ?, ?, ?, ?)""")
                .params(profile, need.skill(), need.level(), need.people(), need.neededBy()).update());
    }

    /** The employer agrees with the draft: it counts from today and replaces the profile of the last round. */
    void confirm(String surveyId) {
        LocalDate today = LocalDate.now(clock);
        jdbc.sql("update tyopolku.skill_profile set state = 'REPLACED' where survey_id = ? and state = 'CONFIRMED'")
                .param(surveyId).update();
        jdbc.sql("""
                update tyopolku.skill_profile set state = 'CONFIRMED', confirmed_on = ?, review_on = ?
                where survey_id = ? and state = 'DRAFT'""")
                .params(today, deadlines.dueOn("NEEDS_REVIEW", today), surveyId).update();
    }

    /** The needs stand as they were: they are asked again a year from today. @return the day of the next review */
    LocalDate stillValid(String surveyId) {
        LocalDate next = deadlines.dueOn("NEEDS_REVIEW", LocalDate.now(clock));
        jdbc.sql("update tyopolku.skill_profile set review_on = ? where survey_id = ? and state = 'CONFIRMED'")
                .params(next, surveyId).update();
        return next;
    }

    /** The needs count no more. */
    void close(String surveyId) {
        jdbc.sql("""
                update tyopolku.skill_profile set state = 'CLOSED' where survey_id = ? and state in ('CONFIRMED', 'DRAFT')""")
                .param(surveyId).update();
    }

    /** The profile of a survey that counts now. */
    @Transactional(readOnly = true)
    public Optional<SkillProfile> confirmed(String surveyId) {
        return live(surveyId, State.CONFIRMED);
    }

    /** The profile of a survey that waits for the employer's word. */
    @Transactional(readOnly = true)
    public Optional<SkillProfile> drafted(String surveyId) {
        return live(surveyId, State.DRAFT);
    }

    /** The profiles that count in an industry of a municipality. */
    @Transactional(readOnly = true)
    public List<SkillProfile> confirmedIn(String municipality, String industry) {
        return jdbc.sql("""
                select * from tyopolku.skill_profile where municipality = ? and industry = ? and state = 'CONFIRMED'
                order by id""").params(municipality, industry).query(this::profile).list();
    }

    private Optional<SkillProfile> live(String surveyId, State state) {
        return jdbc.sql("select * from tyopolku.skill_profile where survey_id = ? and state = ?")
                .params(surveyId, state.name()).query(this::profile).optional();
    }

    private static String wishes(JsonNode interview) {
        return StreamSupport.stream(interview.path("wishes").spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.joining(","));
    }

    private SkillProfile profile(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        String wishes = row.getString("wishes");
        return new SkillProfile(id, row.getString("survey_id"), row.getString("municipality"),
                row.getString("employer_id"), row.getString("industry"), State.valueOf(row.getString("state")),
                row.getObject("interviewed_on", LocalDate.class), row.getObject("confirmed_on", LocalDate.class),
                row.getObject("review_on", LocalDate.class), row.getInt("recruits"), row.getInt("on_the_job_places"),
                wishes.isEmpty() ? List.of() : Arrays.asList(wishes.split(",")), row.getString("accessible"), needs(id));
    }

    private List<SkillNeed> needs(long profile) {
        return jdbc.sql("select * from tyopolku.skill_need where profile_id = ? order by skill").param(profile)
                .query((row, number) -> new SkillNeed(row.getString("skill"), row.getString("level"),
                        row.getInt("people"), row.getObject("needed_by", LocalDate.class))).list();
    }
}
