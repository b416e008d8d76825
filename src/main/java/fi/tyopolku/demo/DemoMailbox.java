package fi.tyopolku.demo;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.pages.Pages;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what the demo's mail server has received: {@code /demo/mail}. */
@RestController
@Profile("demo")
@RequestMapping("/demo/mail")
class DemoMailbox {

    private final GreenMail server;
    private final Pages pages;

    DemoMailbox(GreenMail server, Pages pages) {
        this.server = server;
        this.pages = pages;
    }

    record Mail(String to, String subject, String sent, String text, boolean hasCalendar) {
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String mailbox(Locale locale) {
        List<Mail> mails = Arrays.stream(server.getReceivedMessages()).sorted(newestFirst()).map(DemoMailbox::read).toList();
        return pages.page("demo-mailbox", "demo.page.mailbox", null, locale,
                Map.of("mails", mails, "count", Texts.in(locale, "demo.mailbox.count", mails.size())));
    }

    private static Comparator<MimeMessage> newestFirst() {
        return Comparator.comparing(MimeMessage::getMessageNumber).reversed();
    }

    private static Mail read(MimeMessage mail) {
        try {
            boolean hasCalendar = mail.getContent() instanceof Multipart;
            Object text = hasCalendar ? ((Multipart) mail.getContent()).getBodyPart(0).getContent() : mail.getContent();
            String sent = mail.getSentDate() == null ? "" : Dates.shown(mail.getSentDate().toInstant());
            return new Mail(Objects.toString(mail.getRecipients(Message.RecipientType.TO)[0]), mail.getSubject(), sent,
                    text.toString(), hasCalendar);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("A mail of the demo cannot be read", e);
        }
    }
}
