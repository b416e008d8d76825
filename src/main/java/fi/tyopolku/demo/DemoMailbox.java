package fi.tyopolku.demo;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import java.nio.charset.StandardCharsets;

/** Shows what the demo's mail server has received: {@code /demo/mail}. */
@RestController
@Profile("demo")
@RequestMapping("/demo/mail")
class DemoMailbox {

    private final GreenMail server;
    private final Template page;

    DemoMailbox(GreenMail server) throws IOException {
        this.server = server;
        String source = new ClassPathResource("demo/mailbox.mustache").getContentAsString(StandardCharsets.UTF_8);
        this.page = Mustache.compiler().compile(source);
    }

    record Mail(String to, String subject, String sent, String text) {
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String mailbox() {
        List<Mail> mails = Arrays.stream(server.getReceivedMessages()).sorted(newestFirst()).map(DemoMailbox::read).toList();
        return page.execute(Map.of("mails", mails, "count", mails.size()));
    }

    private static Comparator<MimeMessage> newestFirst() {
        return Comparator.comparing(MimeMessage::getMessageNumber).reversed();
    }

    private static Mail read(MimeMessage mail) {
        try {
            return new Mail(Objects.toString(mail.getRecipients(Message.RecipientType.TO)[0]), mail.getSubject(),
                    Objects.toString(mail.getSentDate(), ""), mail.getContent().toString());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("A mail of the demo cannot be read", e);
        }
    }
}
