package fi.tyopolku.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A real SMTP server for the tests, on a free port. */
@TestConfiguration(proxyBeanMethods = false)
public class TestMail {

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail greenMail() {
        ServerSetup smtp = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        smtp.setServerStartupTimeout(20_000);
        return new GreenMail(smtp);
    }

    /** Chosen once, so that a server that went down comes back at the same address. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    DynamicPropertyRegistrar mailServerAddress(GreenMail greenMail) {
        return registry -> {
            registry.add("spring.mail.host", () -> "127.0.0.1");
            registry.add("spring.mail.port", () -> greenMail.getSmtp().getPort());
        };
    }

    /** Subjects of the mails that arrived at that address. */
    public static List<String> subjectsTo(GreenMail server, String address) {
        return Arrays.stream(server.getReceivedMessages()).filter(mail -> isTo(mail, address)).map(TestMail::subject).toList();
    }

    /** The calendar entry in the last mail that arrived at that address, unfolded; empty where it carries none. */
    public static String lastCalendarTo(GreenMail server, String address) {
        MimeMessage last = Arrays.stream(server.getReceivedMessages()).filter(mail -> isTo(mail, address))
                .reduce((first, second) -> second).orElseThrow();
        try {
            if (!(last.getContent() instanceof Multipart parts)) {
                return "";
            }
            byte[] entry = parts.getBodyPart(1).getInputStream().readAllBytes();
            return new String(entry, StandardCharsets.UTF_8).replace("\r\n ", "");
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.toString(mail.getRecipients(Message.RecipientType.TO)).contains(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
