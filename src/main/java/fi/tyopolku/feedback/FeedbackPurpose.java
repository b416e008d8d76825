package fi.tyopolku.feedback;

import fi.tyopolku.answers.AnswerForm;
import fi.tyopolku.answers.AnswerLink;
import fi.tyopolku.answers.AnswerPurpose;
import fi.tyopolku.answers.Question;
import fi.tyopolku.answers.Question.Option;
import fi.tyopolku.messages.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Feedback by link. The subject is the case, the party one of {@link Party}. */
@Component
class FeedbackPurpose implements AnswerPurpose {

    static final String CODE = "FEEDBACK";
    /** Raised when the questions change, so that nobody answers old ones. */
    private static final String QUESTIONS = "1";

    private final Feedback feedback;

    FeedbackPurpose(Feedback feedback) {
        this.feedback = feedback;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Optional<String> contentVersion(String subjectId, String party) {
        return Optional.of(QUESTIONS);
    }

    @Override
    public AnswerForm form(AnswerLink link, Locale locale) {
        Party party = Party.valueOf(link.party());
        List<Question> questions = new ArrayList<>(party.questions().stream()
                .map(question -> Question.choice(question, statement(party, question, locale), scale(locale))).toList());
        questions.add(Question.text(Party.COMMENT, text(locale, "feedback.comment." + party),
                text(locale, "feedback.commentHint")));
        return new AnswerForm(text(locale, "feedback.heading"), List.of(text(locale, "feedback.text." + party)), List.of(),
                questions, text(locale, "feedback.send"));
    }

    @Override
    public Receipt answered(AnswerLink link, Map<String, String> answers, Locale locale) {
        feedback.answer(link.subjectId(), Party.valueOf(link.party()), answers);
        return new Receipt(text(locale, "feedback.receipt.heading"), List.of(text(locale, "feedback.receipt.text")));
    }

    static String statement(Party party, String question, Locale locale) {
        return text(locale, "feedback." + party + "." + question);
    }

    private static List<Option> scale(Locale locale) {
        return Party.SCALE.stream().map(value -> new Option(value, text(locale, "feedback.scale." + value))).toList();
    }

    private static String text(Locale locale, String key) {
        return Texts.in(locale, key);
    }
}
