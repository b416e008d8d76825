package fi.tyopolku.clientservices;

import fi.tyopolku.messages.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The client is in a service that does not go together with the one asked for. */
public class OverlapRefused extends Refusal {

    private final transient List<Overlap> overlaps;

    OverlapRefused(List<Overlap> overlaps) {
        super("clientservices.overlap");
        this.overlaps = List.copyOf(overlaps);
    }

    @Override
    public String in(Locale locale) {
        return overlaps.stream().map(overlap -> overlap.in(locale)).collect(Collectors.joining(" "));
    }
}
