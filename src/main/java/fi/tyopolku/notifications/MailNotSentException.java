package fi.tyopolku.notifications;

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

    /** The server works but did not take this recipient now; it may well take others. */
    boolean isAboutOneRecipient() {
        return aboutOneRecipient;
    }
}
