package fi.tyopolku.reporting;

import fi.tyopolku.coaching.Progress;
import fi.tyopolku.coaching.ProgressFigure;
import fi.tyopolku.feedback.FeedbackFigures;
import fi.tyopolku.feedback.FeedbackFigures.QuestionFigures;
import fi.tyopolku.feedback.Party;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The figures that other modules count themselves. */
@Component
@Order(20)
class PracticeFigures implements FigureSource {

    private static final String RECRUITMENT_HELP = "recruitmentHelp";

    private final ProgressFigure progress;
    private final FeedbackFigures feedback;

    PracticeFigures(ProgressFigure progress, FeedbackFigures feedback) {
        this.progress = progress;
        this.feedback = feedback;
    }

    @Override
    public List<Figure> figures(String municipality, LocalDate from, LocalDate to) {
        return List.of(progressed(municipality, from, to), recruitmentHelped(municipality, from, to));
    }

    /** The practice of Ii reached more than 30 % (S2-11). */
    private Figure progressed(String municipality, LocalDate from, LocalDate to) {
        return progress.of(municipality, from, to)
                .map(found -> new Figure("PROGRESSED_TO_OTHER_EMPLOYER", found.toOtherEmployers(), found.ended(),
                        Progress.TARGET_PERCENT))
                .orElse(new Figure("PROGRESSED_TO_OTHER_EMPLOYER", 0, 0, Progress.TARGET_PERCENT));
    }

    /** Employers who answered 4 or 5 of 5 to whether it helped their recruitment (S0-35). */
    private Figure recruitmentHelped(String municipality, LocalDate from, LocalDate to) {
        return feedback.of(municipality, from, to).stream().filter(party -> party.party() == Party.EMPLOYER)
                .flatMap(party -> party.questions().stream())
                .filter(question -> question.question().equals(RECRUITMENT_HELP) && question.answers() != null)
                .map(PracticeFigures::helped).findFirst().orElse(new Figure("RECRUITMENT_HELPED", 0, 0, null));
    }

    private static Figure helped(QuestionFigures question) {
        return new Figure("RECRUITMENT_HELPED", question.positive(), question.answers(), null);
    }
}
