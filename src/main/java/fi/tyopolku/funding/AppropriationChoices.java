package fi.tyopolku.funding;

import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.messages.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The appropriations of the municipality, to add money to one. */
@Component
class AppropriationChoices implements ShownValues {

    private final FundingLedger ledger;

    AppropriationChoices(FundingLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Set<String> names() {
        return Set.of("appropriationChoices");
    }

    @Override
    public Object value(String name, OpenForm form) {
        Locale locale = LocaleContextHolder.getLocale();
        return ledger.overview(form.municipality()).stream()
                .map(each -> Map.of("value", each.id(), "label", label(each, locale))).toList();
    }

    private static String label(Appropriation each, Locale locale) {
        return Texts.in(locale, "funding.appropriation", Texts.in(locale, "funding.purpose." + each.purpose()),
                Texts.in(locale, "funding.funder." + each.funder()), each.validFrom().toString(), each.validTo().toString(),
                Euros.of(each.availableCents(), locale), Euros.of(each.amountCents(), locale));
    }
}
