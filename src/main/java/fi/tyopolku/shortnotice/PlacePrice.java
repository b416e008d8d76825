package fi.tyopolku.shortnotice;

import fi.tyopolku.funding.FundingLedger;
import fi.tyopolku.funding.ReservationRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The price of places that have to be bought: reserved before anybody is asked, promised when somebody comes. */
@Service
@Transactional
public class PlacePrice {

    static final String PURPOSE = "TRAINING";

    private final ShortNoticeOffers offers;
    private final PlaceTerms terms;
    private final FundingLedger ledger;

    PlacePrice(ShortNoticeOffers offers, PlaceTerms terms, FundingLedger ledger) {
        this.offers = offers;
        this.terms = terms;
        this.ledger = ledger;
    }

    /** @throws fi.tyopolku.funding.AppropriationExhausted when no appropriation for training has the sum left */
    public void reserve(String placeId, String by) {
        Place place = offers.place(placeId);
        ledger.reserve(ReservationRequest.from(placeId, place.municipality(), PURPOSE, terms.of(placeId).priceCents(),
                place.startsOn(), by));
    }

    /** Somebody comes: the money is promised. Nobody does: it is given back. Does nothing where nothing was reserved. */
    public void settle(String placeId, boolean somebodyComes, String by) {
        if (!somebodyComes) {
            ledger.release(placeId, by);
        } else if (offers.hasPrice(placeId)) {
            ledger.commit(placeId, PURPOSE, by);
        }
    }
}
