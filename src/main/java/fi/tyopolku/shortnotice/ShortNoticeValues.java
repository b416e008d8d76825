package fi.tyopolku.shortnotice;

import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.messages.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the forms about places show. */
@Component
class ShortNoticeValues implements ShownValues {

    private final ShortNoticeOffers offers;
    private final PlaceTerms terms;
    private final ClientRegister clients;

    ShortNoticeValues(ShortNoticeOffers offers, PlaceTerms terms, ClientRegister clients) {
        this.offers = offers;
        this.terms = terms;
        this.clients = clients;
    }

    @Override
    public Set<String> names() {
        return Set.of("matchedClients", "offeredTo", "placeSummary", "placesLeft", "placePrice", "offerSummary");
    }

    @Override
    public Object value(String name, OpenForm form) {
        if (form.caseId() == null) {
            return null;
        }
        return switch (name) {
            case "matchedClients" -> offers.found(form.caseId()).stream()
                    .map(offer -> Map.of("label", label(offer), "value", offer.caseId())).toList();
            case "offeredTo" -> offers.found(form.caseId()).stream().map(Offer::caseId).toList();
            case "placeSummary" -> summary(form.caseId());
            case "placePrice" -> Texts.in(locale(), "shortnotice.price", terms.of(form.caseId()).priceCents() / 100.0);
            case "placesLeft" -> offers.place(form.caseId()).free();
            case "offerSummary" -> form.variables().get("placeId") instanceof String placeId ? summary(placeId) : null;
            default -> null;
        };
    }

    private String label(Offer offer) {
        return Texts.in(locale(), "shortnotice.matched", clients.clientLabel(offer.caseId()).orElse(""), offer.caseId(),
                Texts.in(locale(), "shortnotice.match." + offer.matchCode()));
    }

    private String summary(String placeId) {
        PlaceTerms.Terms now = terms.of(placeId);
        Place place = offers.place(placeId);
        return Texts.in(locale(), "shortnotice.summary", now.training(), now.provider(), now.place(),
                OfferPurpose.date(place.startsOn(), locale()), OfferPurpose.date(place.endsOn(), locale()),
                OfferPurpose.weekdays(place, locale()), place.free(), place.places(),
                OfferPurpose.date(place.answerBy(), locale()));
    }

    private static Locale locale() {
        return Texts.supported(LocaleContextHolder.getLocale());
    }
}
