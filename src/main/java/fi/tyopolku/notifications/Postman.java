package fi.tyopolku.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands one mail to the mail server. Whatever goes wrong leaves here without address and without cause. */
@Component
class Postman {

    private static final Pattern BAD_ADDRESS = Pattern.compile("\\b5\\d\\d[ -]5\\.1\\.\\d");

    private final JavaMailSender sender;
    private final String from;
    private final Clock clock;

    Postman(JavaMailSender sender, @Value("${tyopolku.mail.from}") String from, Clock clock) {
        this.sender = sender;
        this.from = from;
        this.clock = clock;
    }

    static boolean isUsable(String email) {
        try {
            new InternetAddress(email, true);
            return email.indexOf('@') > 0 && email.chars().noneMatch(Character::isISOControl);
        } catch (AddressException e) {
            return false;
        }
    }

    /**
     * @return false when the mail server says that there is no such address; no repetition helps then
     * @throws MailNotSentException when the server cannot be reached or does not take the mail now
     */
    boolean deliver(String template, String email, String language, String messageId, MailText text,
            List<CalendarBook.Sent> entries) {
        try {
            sender.send(message(email, language, messageId, text, entries));
            return true;
        } catch (MailSendException e) {
            Optional<SMTPAddressFailedException> refusal = refusal(e);
            if (refusal.isPresent() && saysUnknownAddress(refusal.get())) {
                return false;
            }
            throw new MailNotSentException(template, e.getClass().getSimpleName(), refusal.isPresent());
        } catch (MailException | MessagingException e) {
            throw new MailNotSentException(template, e.getClass().getSimpleName(), false);
        }
    }

    private MimeMessage message(String email, String language, String messageId, MailText text,
            List<CalendarBook.Sent> entries) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper mail = new MimeMessageHelper(message, "UTF-8");
        mail.setFrom(from);
        mail.setTo(email);
        mail.setSubject(text.subject());
        if (entries.isEmpty()) {
            mail.setText(text.body());
        } else {
            message.setContent(withCalendar(email, text, entries));
        }
        mail.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", messageId);
        message.setHeader("Content-Language", language);
        // RFC 3834: no absence notes in reply
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** Text first for people, then what mail programs put into the calendar (RFC 6047). */
    private MimeMultipart withCalendar(String email, MailText text, List<CalendarBook.Sent> entries)
            throws MessagingException {
        MimeMultipart parts = new MimeMultipart("mixed");
        MimeBodyPart body = new MimeBodyPart();
        body.setText(text.body(), "UTF-8");
        parts.addBodyPart(body);
        for (CalendarBook.Sent entry : entries) {
            MimeBodyPart part = new MimeBodyPart();
            part.setText(CalendarFile.written(entry, text.subject(), from, email, clock.instant()), "UTF-8");
            part.setHeader("Content-Type", "text/calendar; charset=UTF-8; method=" + CalendarFile.method(entry));
            part.setFileName("kalenteri.ics");
            parts.addBodyPart(part);
        }
        return parts;
    }

    private static Optional<SMTPAddressFailedException> refusal(MailSendException failure) {
        for (Exception each : failure.getMessageExceptions()) {
            Exception next = each;
            while (next instanceof MessagingException current) {
                if (current instanceof SMTPAddressFailedException refusal) {
                    return Optional.of(refusal);
                }
                next = current.getNextException();
            }
        }
        return Optional.empty();
    }

    /**
     * A permanent answer of the class 5.1 (bad address, RFC 3463). Other permanent answers, such as 5.7 (policy), are
     * about our own mail server and must not silently swallow every mail.
     */
    private static boolean saysUnknownAddress(SMTPAddressFailedException refusal) {
        return refusal.getMessage() != null && BAD_ADDRESS.matcher(refusal.getMessage()).find();
    }
}
