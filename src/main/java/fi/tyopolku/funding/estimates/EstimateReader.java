package fi.tyopolku.funding.estimates;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import fi.tyopolku.funding.estimates.EstimateRefused.Fault;
import fi.tyopolku.funding.estimates.EstimateRequest.Compensation;
import fi.tyopolku.funding.estimates.EstimateRequest.Subsidy;
import fi.tyopolku.messages.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Reads a request for an estimate and names all that is wrong in it at once. Left out may be {@code rulesAsOf}, the lists
 * (then empty), {@code sideCosts} and {@code holidayPay} (then 0); a field that is null counts as left out.
 */
final class EstimateReader {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();
    private static final List<String> EMPLOYER_KINDS = List.of("COMPANY", "ASSOCIATION", "FOUNDATION",
            "RELIGIOUS_COMMUNITY", "MUNICIPALITY", "JOINT_MUNICIPAL_AUTHORITY", "WELLBEING_COUNTY", "STATE",
            "NATURAL_PERSON");
    private static final List<Integer> PERCENTS = List.of(50, 70, 100);
    private static final BigDecimal LARGEST_SUM = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal SMALLEST_SHARE = new BigDecimal("0.01");
    private static final int DECIMALS = 2;
    private static final int LONGEST_LIST = 60;

    private final List<Fault> faults = new ArrayList<>();

    private EstimateReader() {
    }

    /** @throws Refusal when the text is no JSON object or a field is wrong */
    static EstimateRequest read(String text) {
        JsonNode body = parsed(text);
        if (body == null || !body.isObject()) {
            throw new Refusal("api.notJson");
        }
        EstimateReader reader = new EstimateReader();
        EstimateRequest request = reader.request(body);
        if (!reader.faults.isEmpty()) {
            throw new EstimateRefused(reader.faults);
        }
        return request;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException | ArithmeticException | NumberFormatException e) {
            // A number with an exponent beyond what can be counted with comes as the latter two.
            throw new Refusal("api.notJson");
        }
    }

    private EstimateRequest request(JsonNode body) {
        Place root = new Place("", body);
        knows(root, Set.of("employer", "start", "end", "rulesAsOf", "monthlyPay", "sideCosts", "holidayPay",
                "stateAidCeilingPercent", "supplementCeiling", "subsidies", "trainingCompensations"));
        Place employer = object(root.at("employer"), Set.of("kind", "businessActivity"));
        String kind = kind(employer.at("kind"));
        boolean economic = yesNo(employer.at("businessActivity"));
        LocalDate start = date(root.at("start"), true);
        LocalDate end = date(root.at("end"), true);
        inOrder(root, start, end);
        EstimateRequest request = new EstimateRequest(kind, economic, start, end, date(root.at("rulesAsOf"), false),
                sum(root.at("monthlyPay"), true), sum(root.at("sideCosts"), false), sum(root.at("holidayPay"), false),
                number(root.at("stateAidCeilingPercent"), true, BigDecimal.ZERO, HUNDRED),
                sum(root.at("supplementCeiling"), true),
                list(root.at("subsidies"), Set.of("percent", "workingTimePercent", "start", "end"), this::subsidy),
                list(root.at("trainingCompensations"), Set.of("monthlyAmount", "start", "end"), this::compensation));
        if (faults.isEmpty()) {
            inside(request);
            apart(request.subsidies());
        }
        return request;
    }

    private Subsidy subsidy(Place place, Integer index) {
        LocalDate start = date(place.at("start"), true);
        LocalDate end = date(place.at("end"), true);
        inOrder(place, start, end);
        return new Subsidy(percent(place.at("percent")),
                number(place.at("workingTimePercent"), true, SMALLEST_SHARE, HUNDRED), start, end);
    }

    private Compensation compensation(Place place, Integer index) {
        LocalDate start = date(place.at("start"), true);
        LocalDate end = date(place.at("end"), true);
        inOrder(place, start, end);
        return new Compensation(sum(place.at("monthlyAmount"), true), start, end);
    }

    private void inside(EstimateRequest request) {
        for (int i = 0; i < request.subsidies().size(); i++) {
            Subsidy subsidy = request.subsidies().get(i);
            if (subsidy.start().isBefore(request.start()) || subsidy.start().isAfter(request.end())) {
                wrong("subsidies[" + i + "].start", "funding.estimate.outside");
            }
            if (subsidy.end().isAfter(request.end()) || subsidy.end().isBefore(request.start())) {
                wrong("subsidies[" + i + "].end", "funding.estimate.outside");
            }
        }
        for (int i = 0; i < request.compensations().size(); i++) {
            Compensation compensation = request.compensations().get(i);
            if (compensation.start().isAfter(request.end())) {
                wrong("trainingCompensations[" + i + "].start", "funding.estimate.outside");
            }
            if (compensation.end().isBefore(request.start())) {
                wrong("trainingCompensations[" + i + "].end", "funding.estimate.outside");
            }
        }
    }

    private void apart(List<Subsidy> subsidies) {
        for (int i = 0; i < subsidies.size(); i++) {
            for (int earlier = 0; earlier < i; earlier++) {
                boolean overlap = !subsidies.get(i).start().isAfter(subsidies.get(earlier).end())
                        && !subsidies.get(earlier).start().isAfter(subsidies.get(i).end());
                if (overlap) {
                    wrong("subsidies[" + i + "].start", "funding.estimate.overlaps", "subsidies[" + earlier + "]");
                }
            }
        }
    }

    private void inOrder(Place place, LocalDate start, LocalDate end) {
        if (start != null && end != null && end.isBefore(start)) {
            wrong(place.at("end").name(), "funding.estimate.datesReversed");
        }
    }

    private record Place(String name, JsonNode value) {

        Place at(String field) {
            return new Place(name.isEmpty() ? field : name + "." + field, value.path(field));
        }

        boolean isThere() {
            return !value.isMissingNode() && !value.isNull();
        }
    }

    private void knows(Place place, Set<String> fields) {
        place.value().fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                wrong(new Place(place.name(), place.value()).at(field).name(), "funding.estimate.unknown");
            }
        });
    }

    private Place object(Place place, Set<String> fields) {
        if (!isThere(place, true)) {
            return new Place(place.name(), MissingNode.getInstance());
        }
        if (!place.value().isObject()) {
            wrong(place.name(), "funding.estimate.notObject");
            return new Place(place.name(), MissingNode.getInstance());
        }
        knows(place, fields);
        return place;
    }

    private <T> List<T> list(Place place, Set<String> fields, BiFunction<Place, Integer, T> read) {
        List<T> result = new ArrayList<>();
        if (!place.isThere()) {
            return result;
        }
        if (!place.value().isArray()) {
            wrong(place.name(), "funding.estimate.notList");
        } else if (place.value().size() > LONGEST_LIST) {
            wrong(place.name(), "funding.estimate.tooMany", LONGEST_LIST);
        } else {
            for (int i = 0; i < place.value().size(); i++) {
                Place item = new Place(place.name() + "[" + i + "]", place.value().get(i));
                if (!item.value().isObject()) {
                    wrong(item.name(), "funding.estimate.notObject");
                } else {
                    knows(item, fields);
                    result.add(read.apply(item, i));
                }
            }
        }
        return result;
    }

    private String kind(Place place) {
        if (!isThere(place, true)) {
            return null;
        }
        if (!place.value().isTextual() || !EMPLOYER_KINDS.contains(place.value().asText())) {
            wrong(place.name(), "funding.estimate.notOneOf", String.join(", ", EMPLOYER_KINDS));
        }
        return place.value().asText();
    }

    private boolean yesNo(Place place) {
        if (isThere(place, true) && !place.value().isBoolean()) {
            wrong(place.name(), "funding.estimate.notYesNo");
        }
        return place.value().asBoolean();
    }

    private LocalDate date(Place place, boolean required) {
        if (!isThere(place, required)) {
            return null;
        }
        try {
            if (place.value().isTextual() && place.value().asText().matches("[12]\\d{3}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(place.value().asText());
            }
        } catch (DateTimeParseException e) {
            // There is no such day; said below.
        }
        wrong(place.name(), "funding.estimate.notDate");
        return null;
    }

    private int percent(Place place) {
        if (isThere(place, true)) {
            for (int percent : PERCENTS) {
                if (place.value().isNumber() && place.value().decimalValue().compareTo(BigDecimal.valueOf(percent)) == 0) {
                    return percent;
                }
            }
            wrong(place.name(), "funding.estimate.notOneOf", "50, 70, 100");
        }
        return 0;
    }

    private BigDecimal sum(Place place, boolean required) {
        return number(place, required, BigDecimal.ZERO, LARGEST_SUM);
    }

    /** Compared before its decimals are counted: a number may be written with an exponent of any size. */
    private BigDecimal number(Place place, boolean required, BigDecimal smallest, BigDecimal largest) {
        if (!isThere(place, required)) {
            return BigDecimal.ZERO;
        }
        if (!place.value().isNumber()) {
            wrong(place.name(), "funding.estimate.notNumber");
            return BigDecimal.ZERO;
        }
        BigDecimal number = place.value().decimalValue();
        if (number.compareTo(smallest) < 0) {
            wrong(place.name(), "funding.estimate.tooSmall", smallest.toPlainString());
        } else if (number.compareTo(largest) > 0) {
            wrong(place.name(), "funding.estimate.tooLarge", largest.toPlainString());
        } else if (number.stripTrailingZeros().scale() > DECIMALS) {
            wrong(place.name(), "funding.estimate.decimals", DECIMALS);
        } else {
            return number;
        }
        return BigDecimal.ZERO;
    }

    private boolean isThere(Place place, boolean required) {
        if (required && !place.isThere()) {
            wrong(place.name(), "funding.estimate.missing");
        }
        return place.isThere();
    }

    private void wrong(String field, String key, Object... arguments) {
        faults.add(new Fault(field, key, arguments));
    }
}
