package fi.tyopolku.answers;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.access.WebappClient;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser and a link from a mail. */
public class AnswerClient {

    private static final Pattern LINK = Pattern.compile("http\\S+/answer/(\\S+)");
    private static final Pattern FORM_KEY = Pattern.compile("name=\"formKey\" value=\"([^\"]+)\"");

    private final WebappClient browser;

    public AnswerClient(int port) {
        this.browser = new WebappClient(port);
    }

    public HttpResponse<String> open(String token) {
        return browser.get("/answer/" + token);
    }

    public HttpResponse<String> open(String token, String language) {
        return browser.get("/answer/" + token + "?language=" + language);
    }

    /** Opens the page and sends its form. */
    public HttpResponse<String> answer(String token, Map<String, String> answers) {
        return send(token, formKey(open(token).body()), answers, "same-origin");
    }

    public HttpResponse<String> send(String token, String formKey, Map<String, String> answers, String from) {
        String form = "formKey=" + encode(formKey) + answers.entrySet().stream()
                .map(answer -> "&" + answer.getKey() + "=" + encode(answer.getValue())).collect(Collectors.joining());
        return browser.send(browser.request("/answer/" + token).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", from).POST(BodyPublishers.ofString(form)));
    }

    public static String formKey(String page) {
        Matcher key = FORM_KEY.matcher(page);
        return key.find() ? key.group(1) : "";
    }

    /** The tokens of all links that arrived at that address, oldest first. */
    public static List<String> tokensTo(GreenMail mail, String address) {
        return LINK.matcher(textsTo(mail, address)).results().map(found -> found.group(1)).toList();
    }

    /** All that arrived at that address, oldest first. */
    public static String textsTo(GreenMail mail, String address) {
        return Arrays.stream(mail.getReceivedMessages()).filter(each -> isTo(each, address)).map(AnswerClient::text)
                .collect(Collectors.joining("\n"));
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.toString(mail.getRecipients(Message.RecipientType.TO)).contains(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return mail.getContent().toString();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
