package fi.tyopolku.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.forms.FormJs.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Samples with one thing less, the larger things first. */
final class Smaller {

    private Smaller() {
    }

    static List<Sample> than(Sample sample) {
        List<Sample> smaller = new ArrayList<>();
        int components = all(sample.form()).size();
        for (int i = components - 1; i >= 0; i--) {
            JsonNode form = sample.form().deepCopy();
            Place place = all(form).get(i);
            place.components().remove(place.index());
            smaller.add(with(sample, form));
        }
        for (int i = 0; i < components; i++) {
            for (String property : List.of("conditional", "validate", "properties", "readonly", "disabled", "description", "layout")) {
                JsonNode form = sample.form().deepCopy();
                Place place = all(form).get(i);
                if (((ObjectNode) place.components().get(place.index())).remove(property) != null) {
                    smaller.add(with(sample, form));
                }
            }
        }
        for (String name : names(sample.filled())) {
            ObjectNode filled = sample.filled().deepCopy();
            filled.remove(name);
            smaller.add(new Sample(sample.form(), sample.shown(), filled));
        }
        for (String name : names(sample.shown())) {
            ObjectNode shown = sample.shown().deepCopy();
            shown.remove(name);
            smaller.add(new Sample(sample.form(), shown, sample.filled()));
        }
        return smaller;
    }

    /** Answers to fields that have gone go with them. */
    private static Sample with(Sample sample, JsonNode form) {
        Sample before = new Sample(form, sample.shown(), sample.filled());
        ObjectNode filled = FormJs.JSON.createObjectNode();
        before.schema().fields().stream().filter(field -> !JsonValues.at(sample.filled(), field.path()).isMissingNode())
                .forEach(field -> JsonValues.put(filled, field.path(), JsonValues.at(sample.filled(), field.path())));
        return new Sample(form, sample.shown(), filled);
    }

    private record Place(ArrayNode components, int index) {
    }

    private static List<Place> all(JsonNode parent) {
        List<Place> places = new ArrayList<>();
        if (parent.path("components") instanceof ArrayNode components) {
            for (int i = 0; i < components.size(); i++) {
                places.add(new Place(components, i));
                places.addAll(all(components.get(i)));
            }
        }
        return places;
    }

    private static List<String> names(ObjectNode object) {
        return Stream.iterate(object.fieldNames(), java.util.Iterator::hasNext, names -> names)
                .map(java.util.Iterator::next).toList();
    }
}
