package fi.tyopolku.funding.estimates;

import fi.tyopolku.messages.Refusal;
import fi.tyopolku.messages.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request for an estimate that cannot be answered, with everything that is wrong in it. */
class EstimateRefused extends Refusal {

    private final transient List<Fault> faults;

    EstimateRefused(List<Fault> faults) {
        super("funding.estimate.refused");
        this.faults = List.copyOf(faults);
    }

    @Override
    public Map<String, String> fieldsIn(Locale locale) {
        Map<String, String> fields = new LinkedHashMap<>();
        faults.forEach(fault -> fields.putIfAbsent(fault.field(), Texts.in(locale, fault.key(), fault.arguments())));
        return fields;
    }

    /** @param field such as {@code subsidies[0].percent} */
    record Fault(String field, String key, Object... arguments) {
    }
}
