package fi.tyopolku.shortnotice;

import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.notifications.Address;
import fi.tyopolku.notifications.AddressBook;
import fi.tyopolku.notifications.Recipient;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The provider of a reported place, and for a client that of the training last taken. */
@Component
class ProviderAddress implements AddressBook {

    private final PlaceTerms terms;
    private final Places places;
    private final DocumentStore documents;

    ProviderAddress(PlaceTerms terms, Places places, DocumentStore documents) {
        this.terms = terms;
        this.places = places;
        this.documents = documents;
    }

    @Override
    public Optional<Address> addressOf(String caseId, Recipient recipient) {
        if (recipient != Recipient.PROVIDER) {
            return Optional.empty();
        }
        Optional<String> placeId = documents.latest(caseId, PlaceTerms.DOCUMENT).isPresent() ? Optional.of(caseId)
                : places.ofCase(caseId).stream().filter(offer -> offer.state() == OfferState.TAKEN)
                        .reduce((first, last) -> last).map(Offer::placeId);
        return placeId.map(terms::of).map(now -> new Address(now.providerEmail(), now.providerLanguage()));
    }
}
