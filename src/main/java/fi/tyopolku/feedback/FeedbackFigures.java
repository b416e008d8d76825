package fi.tyopolku.feedback;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts feedback by municipality, without cases. What fewer than five people said is not shown. */
@Service
@Transactional
public class FeedbackFigures {

    static final int FEWEST = 5;

    private final JdbcClient jdbc;

    FeedbackFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param asked how many were asked; null when fewer than five */
    public record PartyFigures(Party party, Integer asked, List<QuestionFigures> questions) {
    }

    /**
     * @param question name of the question
     * @param answers how many answered it, the denominator of what follows; null, as are those, when fewer than five
     * @param mean of the scale 1 to 5
     * @param positive how many answered 4 or 5
     */
    public record QuestionFigures(String question, Integer answers, Double mean, Integer positive) {
    }

    private record Sums(String question, int answers, double mean, int positive) {
    }

    /** The figures of all parties between two dates, both included. */
    @Transactional(readOnly = true)
    public List<PartyFigures> of(String municipality, LocalDate from, LocalDate to) {
        return Arrays.stream(Party.values()).map(party -> figures(party, municipality, from, to)).toList();
    }

    void asked(String municipality, Party party, LocalDate on) {
        jdbc.sql("insert into tyopolku.feedback_asked (municipality, party, asked_on) values (?, ?, ?)")
                .params(municipality, party.name(), on).update();
    }

    void answered(String municipality, Party party, String question, int answer, LocalDate on) {
        jdbc.sql("""
                insert into tyopolku.feedback_answer (municipality, party, question, answer, answered_on)
                values (?, ?, ?, ?, ?)""")
                .params(municipality, party.name(), question, answer, on).update();
    }

    private PartyFigures figures(Party party, String municipality, LocalDate from, LocalDate to) {
        int asked = jdbc.sql("""
                select count(*) from tyopolku.feedback_asked
                where municipality = ? and party = ? and asked_on between ? and ?""")
                .params(municipality, party.name(), from, to).query(Integer.class).single();
        List<Sums> sums = jdbc.sql("""
                select question, count(*) as answers, avg(cast(answer as double precision)) as mean,
                    sum(case when answer >= 4 then 1 else 0 end) as positive
                from tyopolku.feedback_answer
                where municipality = ? and party = ? and answered_on between ? and ? group by question""")
                .params(municipality, party.name(), from, to)
                .query((row, number) -> new Sums(row.getString("question"), row.getInt("answers"), row.getDouble("mean"),
                        row.getInt("positive")))
                .list();
        return new PartyFigures(party, asked < FEWEST ? null : asked,
                party.questions().stream().map(question -> figures(question, sums)).toList());
    }

    private static QuestionFigures figures(String question, List<Sums> sums) {
        return sums.stream().filter(each -> each.question().equals(question) && each.answers() >= FEWEST)
                .map(each -> new QuestionFigures(question, each.answers(), each.mean(), each.positive()))
                .findFirst().orElse(new QuestionFigures(question, null, null, null));
    }
}
