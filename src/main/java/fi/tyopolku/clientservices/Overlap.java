package fi.tyopolku.clientservices;

import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import java.util.Locale;

/**
 * Two services of one client that do not go together.
 *
 * @param code why, an outcome of the decision table {@code overlappingServices}
 * @param basis the rule it rests on
 */
public record Overlap(String caseId, RunningService requested, RunningService running, String code, String basis) {

    /** A sentence for a person; names services and dates, never the client. */
    public String in(Locale locale) {
        return Texts.in(locale, "clientservices.overlap." + code, name(locale, requested), name(locale, running),
                Dates.shown(running.startsOn()), Dates.shown(running.endsOn()));
    }

    private static String name(Locale locale, RunningService service) {
        return Texts.in(locale, "clientservices.service." + service.service());
    }
}
