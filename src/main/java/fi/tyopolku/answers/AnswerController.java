package fi.tyopolku.answers;

import fi.tyopolku.answers.AnswerLinks.Found;
import fi.tyopolku.answers.AnswerLinks.Standing;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.messages.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The page behind a link. Opening it changes nothing; only sending the form does.
 *
 * <p>There is no session and no cookie, so a forged request from another page would have to know the token, and then it
 * could answer anyhow. What is refused besides: a form that another site sends, and one that answers what is no longer
 * asked.
 */
@Controller
class AnswerController {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerController.class);
    private static final String FORM_KEY = "formKey";

    private final AnswerLinks links;
    private final AnswerPage page;
    private final Guesses guesses;

    AnswerController(AnswerLinks links, AnswerPage page, Guesses guesses) {
        this.links = links;
        this.page = page;
        this.guesses = guesses;
    }

    @GetMapping("/answer/{token}")
    void ask(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Found found = find(token, request);
        Locale locale = locale(request, found);
        if (found.standing() != Standing.OPEN) {
            sayWhyNot(found, locale, request, response);
            return;
        }
        write(response, HttpServletResponse.SC_OK, page.form(links.formOf(found.link(), locale), locale,
                formKey(token, found), Map.of(), Map.of(), null));
    }

    @PostMapping("/answer/{token}")
    void answer(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Found found = find(token, request);
        Locale locale = locale(request, found);
        if (found.standing() != Standing.OPEN) {
            sayWhyNot(found, locale, request, response);
            return;
        }
        AnswerForm form = links.formOf(found.link(), locale);
        Map<String, String> given = given(form, request);
        if (comesFromElsewhere(request) || !formKey(token, found).equals(request.getParameter(FORM_KEY))) {
            again(response, HttpServletResponse.SC_FORBIDDEN, token, found, form, locale, given, Map.of(), "answers.askAgain");
            return;
        }
        Map<String, String> faults = faults(form, given, locale);
        if (!faults.isEmpty()) {
            again(response, HttpServletResponse.SC_BAD_REQUEST, token, found, form, locale, given, faults, null);
            return;
        }
        try {
            AnswerPurpose.Receipt receipt = links.answer(found.link(), given, locale);
            write(response, HttpServletResponse.SC_OK, page.message(locale, receipt.heading(), receipt.text()));
        } catch (Refusal refusal) {
            write(response, HttpServletResponse.SC_CONFLICT, page.form(form, locale, formKey(token, found), given, Map.of(),
                    refusal.in(locale)));
        } catch (AnswerLinks.UsedMeanwhile used) {
            sayWhyNot(new Found(found.link(), Standing.USED, null), locale, request, response);
        } catch (RuntimeException e) {
            // Neither the token nor the answer may reach the log.
            LOG.warn("An answer by link was not taken: {}", e.getClass().getName());
            again(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, token, found, form, locale, given, Map.of(),
                    "answers.tryAgain");
        }
    }

    private Found find(String token, HttpServletRequest request) {
        request.setAttribute(AccessLogs.LEFT_OUT, true);
        if (guesses.tooMany(request.getRemoteAddr())) {
            return new Found(null, Standing.NOT_VALID, null);
        }
        Found found = links.find(token);
        if (found.link() == null) {
            guesses.wrong(request.getRemoteAddr());
        }
        return found;
    }

    private void sayWhyNot(Found found, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (found.standing() == Standing.USED) {
            write(response, HttpServletResponse.SC_GONE, page.message(locale, Texts.in(locale, "answers.used.heading"),
                    List.of(Texts.in(locale, "answers.used.text"), Texts.in(locale, "answers.help"))));
        } else {
            boolean tooMany = guesses.tooMany(request.getRemoteAddr());
            write(response, tooMany ? 429 : HttpServletResponse.SC_NOT_FOUND, page.message(locale,
                    Texts.in(locale, "answers.notValid.heading"), List.of(Texts.in(locale, "answers.notValid.text"),
                            Texts.in(locale, tooMany ? "answers.wait" : "answers.help"))));
        }
    }

    private void again(HttpServletResponse response, int status, String token, Found found, AnswerForm form, Locale locale,
            Map<String, String> given, Map<String, String> faults, String key) throws IOException {
        write(response, status, page.form(form, locale, formKey(token, found), given, faults,
                key == null ? null : Texts.in(locale, key)));
    }

    private static Map<String, String> given(AnswerForm form, HttpServletRequest request) {
        Map<String, String> given = new HashMap<>();
        form.questions().forEach(question -> {
            String answer = request.getParameter(question.name());
            if (answer != null && !answer.isBlank()) {
                given.put(question.name(), answer.strip());
            }
        });
        return given;
    }

    private static Map<String, String> faults(AnswerForm form, Map<String, String> given, Locale locale) {
        Map<String, String> faults = new LinkedHashMap<>();
        form.questions().forEach(question -> {
            String fault = question.faultOf(given.get(question.name()));
            if (fault != null) {
                faults.put(question.name(), Texts.in(locale, fault, Question.LONGEST_TEXT));
            }
        });
        return faults;
    }

    /** Browsers say where a form comes from; the Origin would be null here, because the page gives no referrer away. */
    private static boolean comesFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    /** Only who has opened the page knows it, and only as long as the page asks the same. */
    private static String formKey(String token, Found found) {
        return AnswerLinks.hash("form\n" + token + "\n" + found.contentVersion());
    }

    private static Locale locale(HttpServletRequest request, Found found) {
        String asked = request.getParameter("language");
        if (asked != null && Texts.LANGUAGES.contains(asked)) {
            return Locale.forLanguageTag(asked);
        }
        return found.link() == null ? reader(request) : Locale.forLanguageTag(found.link().language());
    }

    private static Locale reader(HttpServletRequest request) {
        return Locale.forLanguageTag(Texts.supported(request.getLocale()).getLanguage());
    }

    private static void write(HttpServletResponse response, int status, String html) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }
}
