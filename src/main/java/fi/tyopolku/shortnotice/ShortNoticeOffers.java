package fi.tyopolku.shortnotice;

import fi.tyopolku.answers.AnswerLinks;
import fi.tyopolku.clients.CaseClosed;
import fi.tyopolku.clients.CaseInterrupted;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.messages.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers unfilled training places. Whoever changes an offer first holds the client's case, then locks the place, always
 * in this order: so a place is given once, to the first who accepts, and two changes never wait for each other.
 */
@Service
@Transactional
public class ShortNoticeOffers {

    private final Places places;
    private final PlaceTerms terms;
    private final Matching matching;
    private final ClientServices services;
    private final CaseRegister cases;
    private final AnswerLinks links;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ShortNoticeOffers(Places places, PlaceTerms terms, Matching matching, ClientServices services, CaseRegister cases,
            AnswerLinks links, ApplicationEventPublisher events, Clock clock) {
        this.places = places;
        this.terms = terms;
        this.matching = matching;
        this.services = services;
        this.cases = cases;
        this.links = links;
        this.events = events;
        this.clock = clock;
    }

    /** What is to be done next about an offer. */
    public enum Next {
        /** ask the client by mail */
        ASK,
        /** tell the client that the places are taken and that accepting means waiting */
        TELL_GONE,
        WAIT,
        TAKEN,
        /** declined, expired, gone, given back or withdrawn */
        CLOSED
    }

    /** Opens the places that the document of this id reports. */
    public Place open(String placeId, String municipality) {
        places.add(municipality, placeId, terms.of(placeId));
        return places.find(placeId).orElseThrow();
    }

    /**
     * Begins a round: finds the clients whom the place suits and who were not asked before.
     *
     * @return how many
     */
    public int findClients(String placeId) {
        places.lock(placeId);
        PlaceTerms.Terms now = terms.of(placeId);
        places.nextRound(placeId, now.answerBy());
        Place place = places.find(placeId).orElseThrow();
        List<Matching.Match> matches = matching.find(place, now);
        matches.forEach(match -> places.addOffer(place, match.caseId(), match.code()));
        return matches.size();
    }

    /** The clients of the round whom a coach has still to look at, the best match first. */
    @Transactional(readOnly = true)
    public List<Offer> found(String placeId) {
        return places.offers(placeId, OfferState.FOUND);
    }

    /** The coach has looked at the list: those chosen are to be asked. Returns them in order. */
    public List<Offer> choose(String placeId, Collection<String> caseIds) {
        places.lock(placeId);
        for (Offer offer : places.offers(placeId, OfferState.FOUND)) {
            places.set(offer.id(), caseIds.contains(offer.caseId()) ? OfferState.ASK : OfferState.LEFT_OUT);
        }
        return places.offers(placeId, OfferState.ASK);
    }

    /**
     * What is to be done next, under the lock; that the client is being asked or told is written down at once, and the
     * mail follows.
     */
    public Next next(long offerId) {
        Place place = places.lock(offer(offerId).placeId());
        Offer offer = offer(offerId);
        boolean isFull = place.free() == 0;
        return switch (offer.state()) {
            case ASK -> {
                if (isFull) {
                    places.set(offerId, OfferState.GONE);
                    yield Next.CLOSED;
                }
                places.asked(offerId);
                yield Next.ASK;
            }
            case OPEN -> {
                if (isFull && !offer.toldGone()) {
                    places.toldGone(offerId);
                    yield Next.TELL_GONE;
                }
                yield Next.WAIT;
            }
            case WAITING -> Next.WAIT;
            case TAKEN -> Next.TAKEN;
            default -> Next.CLOSED;
        };
    }

    /**
     * The client accepts: the first to do so gets the place and begins the service; when all are taken, the client waits
     * for one that comes back.
     *
     * @param nameToProvider the client allows that the provider is told the name
     * @throws Refusal when the offer is over, or the training overlaps with a service that has begun meanwhile
     */
    public OfferState accept(long offerId, boolean nameToProvider) {
        cases.hold(offer(offerId).caseId());
        Place place = places.lock(offer(offerId).placeId());
        Offer offer = answerable(offerId);
        if (place.free() > 0) {
            services.begin(Matching.asService(offer.caseId(), place));
            places.changeTaken(place.id(), 1);
            places.accepted(offerId, OfferState.TAKEN, nameToProvider);
            if (place.free() == 1) {
                tell(places.offers(place.id(), OfferState.OPEN));
            }
        } else if (offer.state() == OfferState.OPEN) {
            places.accepted(offerId, OfferState.WAITING, nameToProvider);
        }
        tell(offer);
        return offer(offerId).state();
    }

    /** @throws Refusal when the offer is over */
    public void decline(long offerId) {
        cases.hold(offer(offerId).caseId());
        places.lock(offer(offerId).placeId());
        Offer offer = answerable(offerId);
        places.set(offerId, OfferState.DECLINED);
        tell(offer);
    }

    /** The client has answered in another way: the links in the mails end. */
    public void endLinks(long offerId) {
        links.withdraw(OfferPurpose.CODE, String.valueOf(offerId));
    }

    /** The time to answer is over. An offer that was answered stays as it is. */
    public void expire(long offerId) {
        places.lock(offer(offerId).placeId());
        Offer offer = offer(offerId);
        if (offer.state() == OfferState.OPEN || offer.state() == OfferState.ASK) {
            places.set(offerId, OfferState.EXPIRED);
        } else if (offer.state() == OfferState.WAITING) {
            places.set(offerId, OfferState.GONE);
        }
        endLinks(offerId);
    }

    @Transactional(readOnly = true)
    public Offer offer(long offerId) {
        return places.offer(offerId).orElseThrow(() -> new Refusal("shortnotice.noOffer"));
    }

    /** The latest offer of a place to a case. */
    @Transactional(readOnly = true)
    public Offer offerOf(String placeId, String caseId) {
        return places.ofCase(caseId).stream().filter(offer -> offer.placeId().equals(placeId))
                .reduce((first, last) -> last).orElseThrow(() -> new Refusal("shortnotice.noOffer"));
    }

    /** Whether the training has to be bought. */
    @Transactional(readOnly = true)
    public boolean hasPrice(String placeId) {
        return terms.of(placeId).priceCents() > 0;
    }

    @Transactional(readOnly = true)
    public Place place(String placeId) {
        return places.find(placeId).orElseThrow(() -> new Refusal("shortnotice.noPlace"));
    }

    /** Who has a place, the first to accept first. */
    @Transactional(readOnly = true)
    public List<Offer> participants(String placeId) {
        return places.offers(placeId, OfferState.TAKEN);
    }

    @EventListener
    void on(CaseClosed closed) {
        release(closed.caseId());
    }

    @EventListener
    void on(CaseInterrupted interrupted) {
        release(interrupted.caseId());
    }

    /** The case gives back its place, and withdraws from what it was offered. A place that comes back is offered on. */
    void release(String caseId) {
        cases.hold(caseId);
        for (Offer known : places.ofCase(caseId)) {
            Place place = places.lock(known.placeId());
            Offer offer = offer(known.id());
            switch (offer.state()) {
                case TAKEN -> giveBack(offer, place);
                case FOUND, ASK, OPEN, WAITING -> {
                    places.set(offer.id(), OfferState.WITHDRAWN);
                    tell(offer);
                }
                default -> { }
            }
            endLinks(offer.id());
        }
    }

    private void giveBack(Offer offer, Place place) {
        LocalDate today = LocalDate.now(clock);
        if (today.isAfter(place.endsOn())) {
            return;
        }
        places.set(offer.id(), OfferState.GIVEN_BACK);
        places.changeTaken(place.id(), -1);
        tell(offer);
        if (!today.isAfter(place.answerBy())) {
            places.firstWaiting(place.id()).ifPresent(next -> {
                places.set(next.id(), OfferState.ASK);
                tell(next);
            });
        }
    }

    private Offer answerable(long offerId) {
        Offer offer = offer(offerId);
        if (offer.state() != OfferState.OPEN && offer.state() != OfferState.WAITING) {
            throw new Refusal("shortnotice.offerOver");
        }
        return offer;
    }

    private void tell(Collection<Offer> offers) {
        offers.forEach(this::tell);
    }

    private void tell(Offer offer) {
        events.publishEvent(new OfferChanged(offer.placeId(), offer.caseId()));
    }
}
