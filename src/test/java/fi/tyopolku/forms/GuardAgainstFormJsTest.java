package fi.tyopolku.forms;

import static fi.tyopolku.forms.FormJs.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.forms.FormJs.Outcome;
import fi.tyopolku.forms.FormJs.Sample;
import fi.tyopolku.forms.FormRefused.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.impl.JavaValueMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The guard beside form-js 1.8.7 itself, the copy that Tasklist ships, over random forms and our own, with random answers.
 * Where they differ the difference is one of {@link Disagreement}, counted and printed at the end; any other fails with
 * the smallest sample found.
 *
 * <p>{@code -Dtyopolku.guard.samples=20000} for more, {@code -Dtyopolku.guard.seed=...} for others.
 */
class GuardAgainstFormJsTest {

    private static final int SAMPLES = Integer.getInteger("tyopolku.guard.samples", 240);
    private static final long SEED = Long.getLong("tyopolku.guard.seed", 20261122L);
    private static final Duration SHRINKING = Duration.ofSeconds(20);
    private static final int BATCH = 240;
    private static final Pattern NAME = Pattern.compile("\"([^\"]*)\"|([A-Za-z_]\\w*)((?:\\.\\w+)*)");
    private static final Set<String> FEEL_WORDS = Set.of("null", "true", "false", "and", "or", "not", "list", "contains",
            "count", "if", "then", "else", "in", "some", "every", "satisfies");

    private static final FeelEngine FEEL = new FeelEngine.Builder().customValueMapper(new JavaValueMapper()).build();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneId.of("Europe/Helsinki"));
    private static final List<FieldFormat> FORMATS = Stream.of("caseId", "businessId", "personalIdentityCode", "httpsAddress")
            .map(GuardAgainstFormJsTest::ofEvenLength).toList();
    private static final FormGuard GUARD = new FormGuard(GuardAgainstFormJsTest::feel, FORMATS, CLOCK, JSON);

    private static final Map<Disagreement, Integer> DISAGREEMENTS = new EnumMap<>(Disagreement.class);
    private static final Map<String, Integer> VERDICTS = new LinkedHashMap<>();
    private static FormJs formJs;

    @BeforeAll
    static void startFormJs() {
        formJs = new FormJs(CLOCK);
    }

    @AfterAll
    static void tell() {
        if (formJs != null) {
            formJs.close();
        }
        StringBuilder counts = new StringBuilder("Guard beside form-js 1.8.7, seed " + SEED + ", samples " + SAMPLES + "\n");
        VERDICTS.forEach((what, count) -> counts.append("%9d  %s%n".formatted(count, what)));
        DISAGREEMENTS.forEach((kind, count) -> counts.append("%9d  %s: %s%n".formatted(count, kind, kind.explanation())));
        System.out.println(counts);
    }

    @Test
    void itIsTheFormJsOfTasklist() {
        assertThat(formJs.schemaVersion()).isEqualTo(16);
    }

    @Test
    void anyAnswerToAFieldIsJudgedAlike() {
        Random random = new Random(SEED);
        int answersEach = 25;
        for (int done = 0; done < SAMPLES; done += BATCH) {
            List<Sample> forms = new ArrayList<>();
            List<List<JsonNode>> answers = new ArrayList<>();
            List<ObjectNode> asked = new ArrayList<>();
            for (int i = 0; i < Math.min(BATCH, SAMPLES - done); i++) {
                Sample form = new Sample(visibleAndOpen(new RandomForms(random).formOfOne()), RandomForms.shown(), JSON.createObjectNode());
                RandomAnswers some = answersTo(random, form, form.schema().fields().get(0));
                List<JsonNode> values = IntStream.range(0, answersEach)
                        .mapToObj(n -> n % 5 == 4 ? some.odd() : some.next()).toList();
                forms.add(form);
                answers.add(values);
                ObjectNode question = JSON.createObjectNode();
                question.set("schema", form.form());
                question.set("shown", form.shown());
                question.putArray("values").addAll(values);
                asked.add(question);
            }
            List<JsonNode> verdicts = formJs.validate(asked);
            for (int i = 0; i < forms.size(); i++) {
                for (int n = 0; n < answersEach; n++) {
                    compareField(forms.get(i), answers.get(i).get(n), verdicts.get(i).get(n));
                }
            }
        }
    }

    @Test
    void anyFormIsJudgedAlike() {
        Random random = new Random(SEED + 1);
        compareForms("random forms", SAMPLES, () -> {
            RandomForms forms = new RandomForms(random);
            return filledIn(random, forms.form(), RandomForms.shown());
        });
    }

    @Test
    void ourOwnFormsAreJudgedAlike() {
        Random random = new Random(SEED + 2);
        List<JsonNode> own = ownForms();
        assertThat(own.size()).isGreaterThan(100);
        int[] next = {0};
        compareForms("our own forms", Math.max(SAMPLES, own.size()), () -> {
            JsonNode form = own.get(next[0]++ % own.size());
            return filledIn(random, form, variables(random, form));
        });
    }

    @Test
    void ourConditionsMeanTheSameInBothLanguages() {
        Random random = new Random(SEED + 3);
        Set<String> expressions = new TreeSet<>();
        ownForms().forEach(form -> expressions.addAll(expressions(form)));
        List<ObjectNode> asked = expressions.stream().map(expression -> {
            ObjectNode question = JSON.createObjectNode().put("expression", expression);
            ArrayNode contexts = question.putArray("contexts");
            IntStream.range(0, Math.max(10, SAMPLES / 10)).forEach(n -> contexts.add(variables(random, List.of(expression), Set.of())));
            return question;
        }).toList();
        List<JsonNode> verdicts = formJs.evaluate(asked);
        for (int i = 0; i < asked.size(); i++) {
            for (int n = 0; n < verdicts.get(i).size(); n++) {
                String expression = asked.get(i).path("expression").asText();
                JsonNode context = asked.get(i).path("contexts").get(n);
                JsonNode value = plain(feel(expression, JSON.convertValue(context, Map.class)));
                JsonNode theirs = JsonValues.withPlainNumbers(verdicts.get(i).get(n).path("value"));
                boolean hides = verdicts.get(i).get(n).path("hides").asBoolean();
                assertThat(value.isBoolean() && value.asBoolean()).as("%s hides with %s", expression, context).isEqualTo(hides);
                if (!theirs.isBoolean()) {
                    assertThat(value).as("%s with %s", expression, context).isEqualTo(theirs.isMissingNode() ? plain(null) : theirs);
                }
                count(VERDICTS, "verdicts on conditions and lists of our forms");
            }
        }
    }

    @Test
    void patternsFindTheSame() {
        Random random = new Random(SEED + 4);
        List<String> patterns = new ArrayList<>(RandomForms.PATTERNS);
        IntStream.range(0, SAMPLES).forEach(n -> patterns.add(RandomPatterns.next(random)));
        List<ObjectNode> asked = patterns.stream().map(pattern -> {
            ObjectNode question = JSON.createObjectNode().put("pattern", pattern);
            ArrayNode texts = question.putArray("texts");
            IntStream.range(0, 30).forEach(n -> texts.add(RandomPatterns.text(random)));
            return question;
        }).toList();
        List<JsonNode> verdicts = formJs.find(asked);
        for (int i = 0; i < asked.size(); i++) {
            String pattern = patterns.get(i);
            if (verdicts.get(i).isNull() || !isTakenOver(pattern)) {
                count(VERDICTS, "patterns that JavaScript does not know, or the guard does not take over");
                continue;
            }
            for (int n = 0; n < 30; n++) {
                String text = asked.get(i).path("texts").get(n).asText();
                assertThat(JsPattern.of(pattern).isFoundIn(text)).as("/%s/ in %s", pattern, JSON.valueToTree(text))
                        .isEqualTo(verdicts.get(i).get(n).asBoolean());
                count(VERDICTS, "verdicts on patterns");
            }
        }
    }

    private static boolean isTakenOver(String pattern) {
        try {
            return JsPattern.of(pattern) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void compareForms(String what, int number, java.util.function.Supplier<Sample> samples) {
        for (int done = 0; done < number; done += BATCH) {
            List<Sample> some = Stream.generate(samples).limit(Math.min(BATCH, number - done)).toList();
            List<Outcome> outcomes = formJs.submit(some);
            for (int i = 0; i < some.size(); i++) {
                if (!outcomes.get(i).rested()) {
                    count(VERDICTS, what + " that form-js never comes to rest with; left out");
                    continue;
                }
                Optional<String> difference = difference(some.get(i), outcomes.get(i), true);
                if (difference.isPresent()) {
                    Sample smallest = smallest(some.get(i));
                    fail("%s (seed %d)%nsmallest sample: %s%n%s", what, SEED, smallest,
                            difference(smallest, formJs.submit(List.of(smallest)).get(0), false).orElse(difference.get()));
                }
                count(VERDICTS, what + " submitted");
            }
        }
    }

    /** Verdict on one answer to a form of one field. */
    private void compareField(Sample form, JsonNode value, JsonNode sentences) {
        FormFieldSchema field = form.schema().fields().get(0);
        ObjectNode submitted = JSON.createObjectNode();
        JsonValues.put(submitted, field.path(), value);
        Map<String, String> faults = faults(form.schema(), submitted, form.shown());
        String fault = faults.get(field.key());
        boolean formJsRefuses = sentences.isNull() || !sentences.isEmpty();
        count(VERDICTS, sentences.isNull() ? "answers that form-js breaks down on; the guard refuses them" : "verdicts on single answers");
        if (formJsRefuses && fault == null) {
            Disagreement reason = Disagreement.letterByLetter(field, value);
            if (reason == null) {
                fail("form-js refuses, the guard does not (seed %d)%nfield %s%nvalue %s%nform-js says %s", SEED, field.component(), value, sentences);
                return;
            }
            count(DISAGREEMENTS, reason);
        } else if (!formJsRefuses && fault != null) {
            FormState state = state(form.schema(), submitted, form.shown());
            count(DISAGREEMENTS, Disagreement.stricter(field, value, fault, state, LocalDate.now(CLOCK)).orElseGet(() ->
                    fail("the guard refuses (%s), form-js does not (seed %d)%nfield %s%nvalue %s", fault, SEED, field.component(), value)));
        }
    }

    /** What the guard makes of the sample otherwise than form-js, unless a named disagreement explains it. */
    private Optional<String> difference(Sample sample, Outcome outcome, boolean isCounted) {
        Set<Disagreement> explained = new LinkedHashSet<>();
        Optional<String> ofAll = difference("all that form-js holds", sample, answers(sample.schema(), outcome.held()), outcome, explained);
        Optional<String> ofSent = difference("what form-js sends", sample, outcome.data(), outcome, explained);
        boolean isChain = ofAll.isEmpty() && ofSent.isPresent() && (conditions(sample.schema()) > 2 || hidesItsGroup(sample.schema()));
        if (isChain) {
            explained.add(Disagreement.HIDDEN_CHAIN);
        }
        Optional<String> ofFilled = letThroughThoughChanged(sample, outcome, explained);
        if (isCounted) {
            explained.forEach(kind -> count(DISAGREEMENTS, kind));
        }
        return ofAll.or(() -> isChain ? Optional.empty() : ofSent).or(() -> ofFilled);
    }

    private static ObjectNode answers(FormSchema schema, ObjectNode held) {
        ObjectNode answers = JSON.createObjectNode();
        schema.fields().stream().filter(field -> !JsonValues.at(held, field.path()).isMissingNode())
                .forEach(field -> JsonValues.put(answers, field.path(), JsonValues.at(held, field.path())));
        return answers;
    }

    /** Where form-js itself put another value for the one that was filled in, the guard must refuse that one. */
    private Optional<String> letThroughThoughChanged(Sample sample, Outcome outcome, Set<Disagreement> explained) {
        FormState state = state(sample.schema(), sample.filled(), sample.shown());
        Map<String, String> faults = faults(sample.schema(), sample.filled(), sample.shown());
        for (FormFieldSchema field : sample.schema().fields()) {
            JsonNode filled = JsonValues.at(sample.filled(), field.path());
            JsonNode held = JsonValues.at(outcome.held(), field.path());
            boolean isChanged = !filled.isMissingNode() && !same(filled, held) && !state.isHidden(field);
            boolean isZero = isChanged && held.isNull() && field.type().equals("number") && filled.asDouble() == 0;
            boolean isSameMoment = isChanged && field.type().equals("datetime") && Disagreement.isSameMoment(filled, held);
            if (isZero || isSameMoment) {
                explained.add(isZero ? Disagreement.ZERO_LOST : Disagreement.OTHER_ZONE);
                continue;
            }
            if (isChanged && !faults.containsKey(field.key())) {
                return Optional.of("form-js made " + held + " of " + filled + " in " + field.path() + ", the guard lets it through");
            }
            if (isChanged) {
                explained.add(Disagreement.EMPTIED);
            }
        }
        return Optional.empty();
    }

    /** A field that can be hidden itself and steers whether the group around it is hidden. */
    private static boolean hidesItsGroup(FormSchema schema) {
        return schema.fields().stream().anyMatch(field -> field.hiddenBy().size() > 1
                && field.hiddenBy().stream().anyMatch(condition -> condition.contains(String.join(".", field.path()))));
    }

    private static long conditions(FormSchema schema) {
        return schema.fields().stream().flatMap(field -> field.hiddenBy().stream()).distinct().count();
    }

    private Optional<String> difference(String what, Sample sample, ObjectNode submitted, Outcome outcome, Set<Disagreement> explained) {
        FormSchema schema = sample.schema();
        FormState state = state(schema, submitted, sample.shown());
        Map<String, String> faults = faults(schema, submitted, sample.shown());
        for (FormFieldSchema field : schema.fields()) {
            String name = String.join(".", field.path());
            JsonNode value = JsonValues.at(submitted, field.path());
            if (state.isHidden(field) == outcome.visible().contains(name)) {
                return Optional.of(what + ": " + name + " is visible in one only; form-js shows " + outcome.visible());
            }
            boolean isTold = schema.fields().stream().filter(other -> other.key().equals(field.key())).count() == 1;
            if (!isTold) {
                continue;
            }
            boolean isReadOnly = field.isReadOnly() || state.isReadOnlyNow(field);
            boolean formJsRefuses = outcome.refused().containsKey(name);
            String fault = faults.get(field.key());
            if (formJsRefuses && fault == null) {
                Disagreement reason = isReadOnly ? Disagreement.READ_ONLY_NOT_JUDGED : Disagreement.letterByLetter(field, value);
                if (reason == null) {
                    return Optional.of(what + ": form-js refuses " + name + " " + outcome.refused().get(name) + ", the guard does not");
                }
                explained.add(reason);
            } else if (!formJsRefuses && fault != null) {
                Optional<Disagreement> reason = Disagreement.stricter(field, value, fault, state, LocalDate.now(CLOCK));
                if (reason.isEmpty()) {
                    return Optional.of(what + ": the guard refuses " + name + " (" + fault + "), form-js does not");
                }
                explained.add(reason.get());
            }
        }
        return faults.isEmpty() ? differentData(what, schema, submitted, sample.shown(), outcome) : Optional.empty();
    }

    private Optional<String> differentData(String what, FormSchema schema, ObjectNode submitted, ObjectNode shown, Outcome outcome) {
        ObjectNode clean = GUARD.check(schema, submitted, map(shown));
        for (FormFieldSchema field : schema.fields()) {
            JsonNode kept = JsonValues.at(clean, field.path());
            JsonNode sent = JsonValues.at(outcome.data(), field.path());
            boolean isOurs = field.isComputed() || field.isReadOnly() || field.component().path("readonly").asText().startsWith("=");
            boolean isAlike = isOurs || (kept.isMissingNode() ? sent.isMissingNode() : alike(field, kept, sent));
            if (!isAlike) {
                return Optional.of(what + ": " + field.path() + " is " + kept + " by the guard, " + sent + " by form-js");
            }
        }
        return Optional.empty();
    }

    /** Kept without blanks around it; empty answers as null. */
    private static boolean alike(FormFieldSchema field, JsonNode kept, JsonNode sent) {
        if (kept.isNull()) {
            return sent.isNull() || sent.isMissingNode() || sent.isTextual() && sent.asText().replaceAll("[\\p{Z}\\p{Cf}\\s]", "").isEmpty();
        }
        if (kept.isTextual() && field.type().startsWith("text")) {
            String around = sent.asText().replaceFirst(Pattern.quote(kept.asText()), "");
            return sent.asText().contains(kept.asText()) && around.replaceAll("[\\p{Z}\\s\\uFEFF]", "").isEmpty();
        }
        return same(kept, sent);
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return JsonValues.withPlainNumbers(one).equals(JsonValues.withPlainNumbers(other));
    }

    /** Leaves out components, conditions, validations and answers as long as guard and form-js still differ, for a while. */
    private Sample smallest(Sample failing) {
        Instant end = Instant.now().plus(SHRINKING);
        Sample smallest = failing;
        boolean isSmaller = true;
        while (isSmaller && Instant.now().isBefore(end)) {
            List<Sample> candidates = Smaller.than(smallest);
            List<Outcome> outcomes = formJs.submit(candidates);
            int smaller = IntStream.range(0, candidates.size()).filter(i -> outcomes.get(i).rested()
                    && difference(candidates.get(i), outcomes.get(i), false).isPresent()).findFirst().orElse(-1);
            isSmaller = smaller >= 0;
            smallest = isSmaller ? candidates.get(smaller) : smallest;
        }
        return smallest;
    }

    private static Sample filledIn(Random random, JsonNode form, ObjectNode shown) {
        FormSchema schema = FormSchema.parse(form.toString());
        FormState empty = state(schema, JSON.createObjectNode(), shown);
        ObjectNode filled = JSON.createObjectNode();
        for (FormFieldSchema field : schema.fields()) {
            boolean isOpen = !field.isReadOnly() && !field.isDisabled() && !field.isComputed()
                    && (!empty.isReadOnlyNow(field) || random.nextInt(5) == 0);
            if (isOpen) {
                JsonValues.put(filled, field.path(), new RandomAnswers(random, field.component(), empty.options(field)).next());
            }
        }
        return new Sample(form, shown, filled);
    }

    private static RandomAnswers answersTo(Random random, Sample form, FormFieldSchema field) {
        return new RandomAnswers(random, field.component(), state(form.schema(), form.filled(), form.shown()).options(field));
    }

    private static ObjectNode visibleAndOpen(ObjectNode form) {
        ObjectNode field = (ObjectNode) form.path("components").get(0);
        field.remove(List.of("conditional", "readonly", "disabled"));
        return form;
    }

    private static ObjectNode variables(Random random, JsonNode form) {
        Set<String> keys = FormSchema.parse(form.toString()).fields().stream().map(field -> String.join(".", field.path())).collect(Collectors.toSet());
        return variables(random, expressions(form), keys);
    }

    /**
     * Something for each name in the expressions that is no field of the form, of the kind that they compare it with, often
     * the very value. (Between kinds feelin says unequal where feel-scala says null; no form of ours compares kinds.)
     */
    private static ObjectNode variables(Random random, Iterable<String> expressions, Set<String> fields) {
        ObjectNode variables = JSON.createObjectNode();
        for (String expression : expressions) {
            Matcher token = NAME.matcher(expression);
            while (token.find()) {
                List<String> name = token.group(1) != null ? List.of() : List.of(token.group().split("\\."));
                boolean isVariable = !name.isEmpty() && !FEEL_WORDS.contains(name.get(0)) && !fields.contains(token.group());
                if (isVariable && random.nextInt(6) > 0 && JsonValues.at(variables, name).isMissingNode()) {
                    JsonValues.put(variables, name, random.nextInt(8) == 0 ? JSON.nullNode() : variable(random, token.group(), expression));
                }
            }
        }
        return variables;
    }

    private static JsonNode variable(Random random, String name, String expression) {
        List<String> words = new ArrayList<>(List.of("B"));
        Pattern.compile("\"([^\"]*)\"").matcher(expression).results().forEach(word -> words.add(word.group(1)));
        String word = words.get(random.nextInt(words.size()));
        String escaped = "(?<![\\w.])" + Pattern.quote(name);
        if (Pattern.compile(escaped + " *!?= *\"|\\], *" + escaped).matcher(expression).find()) {
            return JSON.getNodeFactory().textNode(word);
        }
        if (Pattern.compile(escaped + " *!?= *(true|false)").matcher(expression).find()) {
            return JSON.getNodeFactory().booleanNode(random.nextBoolean());
        }
        if (Pattern.compile(escaped + " *[<>]").matcher(expression).find()) {
            return JSON.getNodeFactory().numberNode(random.nextInt(8));
        }
        if (expression.contains("(" + name)) {
            return random.nextInt(3) == 0 ? JSON.createArrayNode() : JSON.createArrayNode().add(word).add("other");
        }
        ArrayNode options = JSON.createArrayNode();
        IntStream.range(0, random.nextInt(4)).forEach(n -> options.addObject().put("label", "Option " + n).put("value", "option" + n));
        return options;
    }

    private static Set<String> expressions(JsonNode form) {
        Set<String> expressions = new TreeSet<>();
        for (JsonNode component : form.path("components")) {
            Stream.of("/conditional/hide", "/valuesExpression", "/expression", "/readonly", "/validate/min", "/validate/max",
                    "/validate/minLength", "/validate/maxLength", "/dataSource").map(component::at)
                    .filter(value -> value.isTextual() && value.asText().startsWith("=")).forEach(value -> expressions.add(value.asText()));
            expressions.addAll(expressions(component));
        }
        return expressions;
    }

    private static List<JsonNode> ownForms() {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().map(GuardAgainstFormJsTest::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> faults(FormSchema schema, ObjectNode submitted, ObjectNode shown) {
        try {
            GUARD.check(schema, submitted, map(shown));
            return Map.of();
        } catch (FormRefused refused) {
            return refused.faults().stream().collect(Collectors.toMap(Fault::field, Fault::key, (first, second) -> first));
        }
    }

    private static FormState state(FormSchema schema, ObjectNode submitted, ObjectNode shown) {
        FieldRules rules = new FieldRules(FORMATS.stream().collect(Collectors.toMap(FieldFormat::name, format -> format)), CLOCK);
        return new FormState(schema, submitted, map(shown), rules, GuardAgainstFormJsTest::feel, JSON);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(ObjectNode shown) {
        return JSON.convertValue(shown, Map.class);
    }

    private static JsonNode plain(Object value) {
        return value == null ? JSON.nullNode() : JsonValues.withPlainNumbers(JSON.valueToTree(value));
    }

    private static Object feel(String expression, Map<String, Object> context) {
        var result = FEEL.evalExpression(expression.substring(1), context);
        return result.isRight() ? result.right().get() : null;
    }

    private static FieldFormat ofEvenLength(String name) {
        return new FieldFormat() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean accepts(String value) {
                return value.length() % 2 == 0;
            }
        };
    }

    private static <K> void count(Map<K, Integer> counts, K what) {
        counts.merge(what, 1, Integer::sum);
    }
}
