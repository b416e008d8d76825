package fi.tyopolku.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the forms of feedback show: whom to call, and for the coach to read what the parties have answered. */
@Component
class FeedbackValues implements ShownValues {


    private final Feedback feedback;

    FeedbackValues(Feedback feedback) {
        this.feedback = feedback;
    }

    @Override
    public Set<String> names() {
        return Set.of("feedbackAnswers", "partyName");
    }

    @Override
    public Object value(String name, OpenForm form) {
        Locale locale = Texts.supported(LocaleContextHolder.getLocale());
        if (name.equals("partyName")) {
            return Texts.in(locale, "feedback.party." + form.variables().get("party"));
        }
        boolean mayRead = form.userId() == null || form.groups().contains("coach");
        return form.caseId() == null || !mayRead ? null : Arrays.stream(Party.values())
                .map(party -> written(party, feedback.latest(form.caseId(), party), locale))
                .collect(Collectors.joining("\n\n"));
    }

    private static String written(Party party, Optional<Document> answer, Locale locale) {
        String heading = "**" + Texts.in(locale, "feedback.party." + party) + "**";
        return answer.map(document -> heading + " (" + day(document.savedAt()) + ")\n\n" + lines(party, document.content(), locale))
                .orElse(heading + "\n\n" + Texts.in(locale, "feedback.noAnswer"));
    }

    private static String lines(Party party, JsonNode content, Locale locale) {
        String scales = party.questions().stream().filter(content::hasNonNull)
                .map(question -> "- " + FeedbackPurpose.statement(party, question, locale) + " **"
                        + Texts.in(locale, "feedback.scale." + content.get(question).asText()) + "**")
                .collect(Collectors.joining("\n"));
        String comment = content.path(Party.COMMENT).asText("");
        return comment.isBlank() ? scales : scales + "\n\n> " + plain(comment);
    }

    /** What a stranger wrote must not become a heading, a link or a picture on the coach's screen. */
    private static String plain(String comment) {
        return comment.replaceAll("([\\\\`*_{}\\[\\]()#+\\-.!|<>~&])", "\\\\$1").replaceAll("\\s*\\R\\s*", "\n> ");
    }

    private static String day(Instant instant) {
        return Dates.shown(Dates.dayOf(instant));
    }
}
