package fi.tyopolku.notifications;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A real SMTP server that can be down. */
public class MailServer {

    private final JavaMailSenderImpl sender;
    private GreenMail server;

    MailServer(JavaMailSenderImpl sender) {
        this.sender = sender;
    }

    public void up() {
        down();
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        sender.setPort(server.getSmtp().getPort());
    }

    public void down() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    public List<MimeMessage> messages() {
        return List.of(server.getReceivedMessages());
    }
}
