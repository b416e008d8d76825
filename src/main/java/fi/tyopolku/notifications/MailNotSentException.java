package fi.tyopolku.notifications;

import java.util.Collection;
import java.util.function.Consumer;

/**
 * A mail could not be handed over and nothing was recorded: repeat it. Carries neither cause nor address, because
 * messages and stack traces of failed jobs are kept by the engine and the causes of mail errors name the recipient.
 */
public class MailNotSentException extends RuntimeException {

    private final boolean aboutOneRecipient;

    MailNotSentException(String template, String failure, boolean aboutOneRecipient) {
        super("Mail '" + template + "' was not handed to the mail server (" + failure + "); it can be repeated");
        this.aboutOneRecipient = aboutOneRecipient;
    }

    /**
     * Sends to each; one recipient whom the server does not take now does not stop the others.
     *
     * @throws MailNotSentException when some mail could not be handed over: the last one's, or at once that of a server
     *                              that is away, because each further try would only wait for a time-out, and the job
     *                              has a lock to keep
     */
    static <T> void sendToEach(Collection<T> recipients, Consumer<T> sending) {
        MailNotSentException failure = null;
        for (T recipient : recipients) {
            try {
                sending.accept(recipient);
            } catch (MailNotSentException e) {
                if (!e.aboutOneRecipient) {
                    throw e;
                }
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
