package fi.tyopolku.supports;

import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import java.time.LocalDate;
import org.springframework.context.i18n.LocaleContextHolder;

/** Words for codes of the supports, in the language of whoever looks at the form. */
final class SupportTexts {

    private SupportTexts() {
    }

    static String of(String key, Object... arguments) {
        return Texts.in(LocaleContextHolder.getLocale(), "supports." + key, arguments);
    }

    static String day(LocalDate day) {
        return Dates.shown(day);
    }
}
