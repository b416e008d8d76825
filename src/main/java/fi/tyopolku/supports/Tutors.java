package fi.tyopolku.supports;

import fi.tyopolku.messages.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of peer tutors and mentors, and whose tutor they are. Found by language first (Masto: tutors of one's own
 * language).
 */
@Service
@Transactional
public class Tutors {

    private static final String FREE =
            "select * from tyopolku.tutor where available and taken < places and languages like ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    Tutors(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Those of a municipality who speak the language and have room, who has the most room first.
     *
     * @param language ISO 639 code
     */
    @Transactional(readOnly = true)
    public List<Tutor> matching(String language, String municipality) {
        return jdbc.sql(FREE + " and municipality = ? order by places - taken desc, name, id")
                .params(pattern(language), municipality).query(Tutors::tutor).list();
    }

    /** The same in the other municipalities: neighbours may lend theirs. */
    @Transactional(readOnly = true)
    public List<Tutor> matchingElsewhere(String language, String municipality) {
        return jdbc.sql(FREE + " and municipality <> ? order by municipality, places - taken desc, name, id")
                .params(pattern(language), municipality).query(Tutors::tutor).list();
    }

    /** The tutor of a case, if it has one. */
    @Transactional(readOnly = true)
    public Optional<Tutor> of(String caseId) {
        return jdbc.sql("""
                select t.* from tyopolku.tutor t join tyopolku.tutor_reservation r on r.tutor_id = t.id
                where r.live_case = ?""")
                .param(caseId).query(Tutors::tutor).optional();
    }

    /**
     * Takes one of a tutor's places for a case; the tutor that it had before is released.
     *
     * @throws Refusal when the tutor has no room or has left
     */
    public void reserve(String tutorId, String caseId) {
        if (of(caseId).filter(tutor -> tutor.id().equals(tutorId)).isPresent()) {
            return;
        }
        release(caseId);
        int taken = jdbc.sql("""
                update tyopolku.tutor set taken = taken + 1 where id = ? and available and taken < places""")
                .param(tutorId).update();
        if (taken == 0) {
            throw new Refusal("supports.tutorTaken");
        }
        jdbc.sql("insert into tyopolku.tutor_reservation (tutor_id, case_id, live_case, since) values (?, ?, ?, ?)")
                .params(tutorId, caseId, caseId, LocalDate.now(clock)).update();
    }

    /** The case no longer needs its tutor. May be repeated. */
    public void release(String caseId) {
        of(caseId).ifPresent(tutor -> {
            int ended = jdbc.sql("""
                    update tyopolku.tutor_reservation set live_case = null, ended_on = ? where live_case = ?""")
                    .params(LocalDate.now(clock), caseId).update();
            jdbc.sql("update tyopolku.tutor set taken = taken - ? where id = ?").params(ended, tutor.id()).update();
        });
    }

    /** Writes or changes an entry. */
    void keep(NewTutor tutor) {
        String languages = new TreeSet<>(tutor.languages()).stream().collect(Collectors.joining(",", ",", ","));
        int changed = jdbc.sql("""
                update tyopolku.tutor set kind = ?, name = ?, email = ?, language = ?, languages = ?, occupation = ?,
                availability = ?, places = ?, available = true where id = ?""")
                .params(tutor.kind().name(), tutor.name(), tutor.email(), tutor.language(), languages, tutor.occupation(),
                        tutor.availability(), tutor.places(), tutor.id())
                .update();
        if (changed == 0) {
            jdbc.sql("""
                    insert into tyopolku.tutor (id, municipality, kind, name, email, language, languages, occupation,
                    availability, places, taken, available) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, true)""")
                    .params(tutor.id(), tutor.municipality(), tutor.kind().name(), tutor.name(), tutor.email(),
                            tutor.language(), languages, tutor.occupation(), tutor.availability(), tutor.places())
                    .update();
        }
    }

    /** Takes a tutor out: no new clients, and no name or address. Those who have the tutor are told by the advisor. */
    void retire(String tutorId) {
        jdbc.sql("update tyopolku.tutor set available = false, name = null, email = null where id = ?")
                .param(tutorId).update();
    }

    private static String pattern(String language) {
        return "%," + language + ",%";
    }

    private static Tutor tutor(ResultSet row, int number) throws SQLException {
        Set<String> languages = Arrays.stream(row.getString("languages").split(",")).filter(code -> !code.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return new Tutor(row.getString("id"), row.getString("municipality"), Tutor.Kind.valueOf(row.getString("kind")),
                row.getString("name"), row.getString("email"), row.getString("language"), languages,
                row.getString("occupation"), row.getString("availability"), row.getInt("places") - row.getInt("taken"));
    }
}
