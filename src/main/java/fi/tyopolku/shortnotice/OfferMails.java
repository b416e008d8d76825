package fi.tyopolku.shortnotice;

import fi.tyopolku.answers.AnswerLinks;
import fi.tyopolku.answers.Invitation;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.Client;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.notifications.CalendarEntry;
import fi.tyopolku.notifications.Notification;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.notifications.Recipient;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The mails about places: to the client with a link, to the provider with what came of it. */
@Service
public class OfferMails {

    private static final String TAKEN = "offer-taken";

    private final ShortNoticeOffers offers;
    private final PlaceTerms terms;
    private final AnswerLinks links;
    private final ClientRegister clients;
    private final Notifications notifications;

    OfferMails(ShortNoticeOffers offers, PlaceTerms terms, AnswerLinks links, ClientRegister clients,
            Notifications notifications) {
        this.offers = offers;
        this.terms = terms;
        this.links = links;
        this.clients = clients;
        this.notifications = notifications;
    }

    /** Asks the client by a mail with a link that works until the last day to answer is over. */
    public void sendOffer(long offerId) {
        Offer offer = offers.offer(offerId);
        Place place = offers.place(offer.placeId());
        String language = clients.client(offer.caseId()).map(Client::language).orElse("fi");
        Instant expires = place.answerBy().plusDays(1).atStartOfDay(BusinessClock.HELSINKI).toInstant();
        String token = links.invite(new Invitation(OfferPurpose.CODE, String.valueOf(offerId), "CLIENT", language, expires));
        send(offer, "offer", offerId + "/" + offer.asked(), Map.of("answerUrl", links.addressOf(token)));
    }

    /** Another mail about the offer: {@code offer-gone}, {@code offer-taken}. */
    public void send(long offerId, String template) {
        Offer offer = offers.offer(offerId);
        send(offer, template, offerId + "/" + offer.asked(), Map.of());
    }

    private void send(Offer offer, String template, String key, Map<String, Object> more) {
        Map<String, Object> details = details(offer.placeId());
        details.putAll(more);
        Place place = offers.place(offer.placeId());
        CalendarEntry entry = template.equals(TAKEN) ? new CalendarEntry("SHORT_NOTICE_TRAINING", place.startsOn(), null,
                place.endsOn(), terms.of(offer.placeId()).place()) : null;
        notifications.send(new Notification(offer.caseId(), template, Recipient.CLIENT, key, details, entry));
    }

    /** Tells the provider how many come; names only of those who allowed it. */
    public void tellProvider(String placeId, String template, String key) {
        Place place = offers.place(placeId);
        List<Offer> participants = offers.participants(placeId);
        Map<String, Object> details = details(placeId);
        details.put("people", participants.size());
        details.put("free", place.free());
        details.put("names", participants.stream().filter(Offer::nameToProvider)
                .flatMap(offer -> clients.client(offer.caseId()).stream())
                .map(client -> client.givenName() + " " + client.familyName()).collect(Collectors.joining("\n")));
        notifications.send(new Notification(placeId, template, Recipient.PROVIDER, key, details));
    }

    private Map<String, Object> details(String placeId) {
        PlaceTerms.Terms now = terms.of(placeId);
        Place place = offers.place(placeId);
        Map<String, Object> details = new HashMap<>(Map.of("training", now.training(), "place", now.place(),
                "startsOn", place.startsOn(), "endsOn", place.endsOn(), "answerBy", place.answerBy()));
        details.put("municipality", place.municipality());
        return details;
    }
}
