package fi.tyopolku.notifications;

/** A mail ready to send. */
record MailText(String subject, String body) {
}
