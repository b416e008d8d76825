package fi.tyopolku.answers;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import fi.tyopolku.messages.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Writes the page of a link. It needs no script and shows the same to whoever opens it. */
@Component
class AnswerPage {

    private static final Map<String, String> LANGUAGES = Map.of("fi", "Suomeksi", "sv", "På svenska", "en", "In English");
    private static final List<String> ORDER = List.of("fi", "sv", "en");

    private final Template template;

    AnswerPage() throws IOException {
        this.template = Mustache.compiler().emptyStringIsFalse(true).compile(
                new ClassPathResource("answers/page.mustache").getContentAsString(StandardCharsets.UTF_8));
    }

    /**
     * @param formKey goes back with the answer and shows that it answers what is asked now
     * @param faults sentences by the name of the question; empty when all is well
     * @param refusal a sentence about the whole, null for none
     */
    String form(AnswerForm form, Locale locale, String formKey, Map<String, String> given, Map<String, String> faults,
            String refusal) {
        Map<String, Object> page = page(locale, form.heading(), form.text());
        page.put("facts", form.facts());
        page.put("hasFacts", !form.facts().isEmpty());
        page.put("formKey", formKey);
        page.put("questions", form.questions().stream().map(question -> shown(question, locale, given, faults)).toList());
        page.put("button", form.button());
        page.put("once", Texts.in(locale, "answers.once"));
        page.put("isForm", true);
        List<Map<String, String>> wrong = new ArrayList<>();
        form.questions().stream().filter(question -> faults.containsKey(question.name())).forEach(question ->
                wrong.add(Map.of("name", question.name(), "label", question.label(), "fault", faults.get(question.name()))));
        boolean isWrong = refusal != null || !wrong.isEmpty();
        if (isWrong) {
            page.put("title", Texts.in(locale, "answers.errorTitle", form.heading()));
            page.put("isWrong", true);
            page.put("wrongHeading", Texts.in(locale, "answers.wrong"));
            page.put("wrong", wrong);
            page.put("refusal", refusal == null ? "" : refusal);
        }
        return template.execute(page);
    }

    String message(Locale locale, String heading, List<String> text) {
        return template.execute(page(locale, heading, text));
    }

    private static Map<String, Object> page(Locale locale, String heading, List<String> text) {
        Map<String, Object> page = new HashMap<>();
        page.put("language", locale.getLanguage());
        page.put("title", heading);
        page.put("heading", heading);
        page.put("text", text);
        page.put("service", Texts.in(locale, "answers.service"));
        page.put("skip", Texts.in(locale, "answers.skip"));
        page.put("languagesLabel", Texts.in(locale, "answers.languages"));
        page.put("footer", Texts.in(locale, "answers.footer"));
        page.put("languages", ORDER.stream().map(code -> Map.of("code", code, "name", LANGUAGES.get(code), "isChosen",
                code.equals(locale.getLanguage()))).toList());
        page.put("isForm", false);
        page.put("isWrong", false);
        page.put("hasFacts", false);
        return page;
    }

    private static Map<String, Object> shown(Question question, Locale locale, Map<String, String> given,
            Map<String, String> faults) {
        Map<String, Object> shown = new HashMap<>();
        String answer = given.getOrDefault(question.name(), "");
        String fault = faults.getOrDefault(question.name(), "");
        shown.put("name", question.name());
        shown.put("label", question.label());
        shown.put("hint", question.hint() == null ? "" : question.hint());
        shown.put("required", question.required());
        shown.put("requiredLabel", Texts.in(locale, question.required() ? "answers.required" : "answers.optional"));
        shown.put("fault", fault);
        shown.put("isChoice", question.kind() == Question.Kind.CHOICE);
        shown.put("isText", question.kind() == Question.Kind.TEXT);
        shown.put("isTick", question.kind() == Question.Kind.TICK);
        shown.put("given", answer);
        shown.put("ticked", Question.TICKED.equals(answer));
        shown.put("longest", Question.LONGEST_TEXT);
        shown.put("describedBy", Stream.of(question.hint() == null ? "" : question.name() + "-hint",
                fault.isEmpty() ? "" : question.name() + "-fault").filter(id -> !id.isEmpty())
                .reduce((one, other) -> one + " " + other).orElse(""));
        List<Map<String, Object>> options = new ArrayList<>();
        for (Question.Option option : question.options()) {
            options.add(Map.of("value", option.value(), "label", option.label(), "number", options.size() + 1,
                    "isFirst", options.isEmpty(), "isChosen", option.value().equals(answer)));
        }
        shown.put("options", options);
        return shown;
    }
}
