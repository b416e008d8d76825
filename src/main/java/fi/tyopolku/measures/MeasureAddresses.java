package fi.tyopolku.measures;

import fi.tyopolku.notifications.Address;
import fi.tyopolku.notifications.AddressBook;
import fi.tyopolku.notifications.Recipient;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where mail about a measure goes: to the employer of a joint purchase, and to the chosen provider. */
@Component
class MeasureAddresses implements AddressBook {

    private final TrainingPlans plans;
    private final TrainingPurchases purchases;

    MeasureAddresses(TrainingPlans plans, TrainingPurchases purchases) {
        this.plans = plans;
        this.purchases = purchases;
    }

    @Override
    public Optional<Address> addressOf(String id, Recipient recipient) {
        return switch (recipient) {
            case EMPLOYER -> plans.find(id).flatMap(plan -> TrainingPlans.text(plan, "employerEmail"))
                    .map(email -> new Address(email, null));
            case PROVIDER -> purchases.chosenOffer(id).map(offer -> new Address(offer.email(), null));
            default -> Optional.empty();
        };
    }
}
