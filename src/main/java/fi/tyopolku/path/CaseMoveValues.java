package fi.tyopolku.path;

import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.notifications.StaffDirectory;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Who moves here, since when and from which stage: all that is known before the client is accepted. */
@Component
class CaseMoveValues implements ShownValues {

    private final StaffDirectory staff;

    CaseMoveValues(StaffDirectory staff) {
        this.staff = staff;
    }

    @Override
    public Set<String> names() {
        return Set.of("moveOffer");
    }

    @Override
    public Object value(String name, OpenForm form) {
        if (!"caseMove".equals(form.processKey())) {
            return null;
        }
        Locale locale = LocaleContextHolder.getLocale();
        return Texts.in(locale, "path.move.offer", text(form, "clientLabel"),
                staff.municipalityName(text(form, "fromMunicipality")), day(form, "movesOn"), day(form, "registeredOn"),
                Texts.in(locale, "path.move.stage." + text(form, "pathStage")));
    }

    private static String day(OpenForm form, String name) {
        return Dates.shown(LocalDate.parse(text(form, name)));
    }

    private static String text(OpenForm form, String name) {
        return String.valueOf(form.variables().get(name));
    }
}
