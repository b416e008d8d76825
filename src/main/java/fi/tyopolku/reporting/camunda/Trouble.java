package fi.tyopolku.reporting.camunda;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stopped a step, as a code whose texts {@code reporting.trouble.<code>} and {@code reporting.remedy.<code>} tell a
 * manager what happened and what to do. Read from the engine's message, of which nothing is shown: it is written for
 * developers.
 *
 * @param detail a word of ours that the text may name, such as the key of a process; empty for none
 */
record Trouble(String code, String detail) {

    private static final Pattern MAIL = Pattern.compile("Mail '([a-z0-9-]+)' was not handed to the mail server \\((\\w+)\\)");
    private static final Pattern NO_PROCESS = Pattern.compile(
            "no processes? (?:definition )?deployed with (?:process definition )?key '?([A-Za-z0-9_-]+)'?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_DECISION = Pattern.compile(
            "no decision definition deployed with key '?([A-Za-z0-9_-]+)'?", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXPRESSION = Pattern.compile(
            "(?:while evaluating expression|unknown property used in expression|Error resolving|Cannot resolve identifier"
                    + "|FEEL|DMN-\\d+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATABASE = Pattern.compile(
            "(?:JDBC|SQL|database|connection is not available|ENGINE-03004|OptimisticLocking)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME_OUT = Pattern.compile("(?:timed? ?out|UnknownHost|Connection refused)", Pattern.CASE_INSENSITIVE);
    private static final Pattern REFUSAL_KEY = Pattern.compile("[a-z]+(?:\\.[A-Za-z0-9-]+){1,4}");

    static Trouble of(String incidentType, String message) {
        String said = message == null ? "" : message.strip();
        Matcher mail = MAIL.matcher(said);
        if (mail.find()) {
            return new Trouble(mail.group(2).contains("Authentication") ? "mailLogin" : "mail", mail.group(1));
        }
        Matcher process = NO_PROCESS.matcher(said);
        if (process.find()) {
            return new Trouble("noProcess", process.group(1));
        }
        Matcher decision = NO_DECISION.matcher(said);
        if (decision.find()) {
            return new Trouble("noDecision", decision.group(1));
        }
        if (REFUSAL_KEY.matcher(said).matches()) {
            return new Trouble("refusal", said);
        }
        if (EXPRESSION.matcher(said).find()) {
            return new Trouble("model", "");
        }
        if (DATABASE.matcher(said).find()) {
            return new Trouble("database", "");
        }
        if (TIME_OUT.matcher(said).find()) {
            return new Trouble("timeOut", "");
        }
        return new Trouble("failedJob".equals(incidentType) ? "unknown" : "unknownKind", "");
    }
}
