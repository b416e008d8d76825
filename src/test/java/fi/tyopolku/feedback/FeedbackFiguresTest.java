package fi.tyopolku.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.feedback.FeedbackFigures.PartyFigures;
import fi.tyopolku.feedback.FeedbackFigures.QuestionFigures;
import fi.tyopolku.testing.DatabaseTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures have a denominator and say nothing about fewer than five. */
@DatabaseTest
class FeedbackFiguresTest {

    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
    private static final LocalDate END = LocalDate.of(2026, 11, 30);

    @Autowired
    private FeedbackFigures figures;
    @Autowired
    private JdbcClient jdbc;

    private final String municipality = UUID.randomUUID().toString();

    @Test
    void fiveAnswersAreCountedAndFourAreNot() {
        for (int i = 0; i < 6; i++) {
            figures.asked(municipality, Party.EMPLOYER, NOVEMBER.plusDays(i));
        }
        List.of(5, 5, 4, 3, 1).forEach(answer ->
                figures.answered(municipality, Party.EMPLOYER, "recruitmentHelp", answer, NOVEMBER));
        List.of(5, 5, 5, 5).forEach(answer -> figures.answered(municipality, Party.EMPLOYER, "cooperation", answer, END));
        figures.answered(municipality, Party.EMPLOYER, "recruitmentHelp", 1, END.plusDays(1));
        figures.asked(municipality, Party.CLIENT, NOVEMBER);

        List<PartyFigures> november = figures.of(municipality, NOVEMBER, END);

        assertThat(november).extracting(PartyFigures::party).containsExactly(Party.values());
        PartyFigures employers = november.get(1);
        assertThat(employers.asked()).isEqualTo(6);
        assertThat(employers.questions()).containsExactly(new QuestionFigures("recruitmentHelp", 5, 3.6, 3),
                new QuestionFigures("cooperation", null, null, null), new QuestionFigures("wouldTakeAgain", null, null, null));
        assertThat(november.get(0).asked()).isNull();
    }

    @Test
    void onlyTheScaleIsTaken() {
        assertThatThrownBy(() -> jdbc.sql("""
                insert into tyopolku.feedback_answer (municipality, party, question, answer, answered_on)
                values (?, 'CLIENT', 'heard', 6, ?)""").params(municipality, NOVEMBER).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
