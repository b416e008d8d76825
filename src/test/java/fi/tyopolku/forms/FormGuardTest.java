package fi.tyopolku.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.impl.JavaValueMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormGuardTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FeelEngine FEEL = new FeelEngine.Builder().customValueMapper(new JavaValueMapper()).build();
    private static final Locale FINNISH = Locale.forLanguageTag("fi");

    private final FormGuard guard = new FormGuard(
            (expression, context) -> {
                var result = FEEL.evalExpression(expression.substring(1), context);
                return result.isRight() ? result.right().get() : null;
            },
            List.of(new FieldFormat() {
                @Override
                public String name() {
                    return "caseId";
                }

                @Override
                public boolean accepts(String value) {
                    return value.startsWith("TP-");
                }
            }),
            Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneId.of("Europe/Helsinki")), JSON);

    private static final String FORM = """
            {"id": "trial", "components": [
              {"type": "textfield", "key": "host", "label": "Host", "validate": {"required": true, "minLength": 2, "maxLength": 20}},
              {"type": "number", "key": "hours", "label": "Hours a day", "decimalDigits": 1, "validate": {"min": 4, "max": 8}},
              {"type": "number", "key": "days", "label": "Days", "decimalDigits": 0, "validate": {"max": "=limit"}},
              {"type": "datetime", "subtype": "date", "key": "start", "dateLabel": "Start", "disallowPassedDates": true},
              {"type": "radio", "key": "form", "label": "Legal form", "values": [{"label": "Trial", "value": "TRIAL"}, {"label": "Other", "value": "OTHER"}]},
              {"type": "textfield", "key": "which", "label": "Which", "validate": {"required": true}, "conditional": {"hide": "=form != \\"OTHER\\""}},
              {"type": "checkbox", "key": "agreed", "label": "Agreed"},
              {"type": "textfield", "key": "mail", "label": "E-mail", "validate": {"validationType": "email"}},
              {"type": "textfield", "key": "case", "label": "Case", "properties": {"format": "caseId"}},
              {"type": "textfield", "key": "name", "label": "Name", "readonly": true},
              {"type": "select", "key": "group", "label": "Group", "valuesExpression": "=groups"},
              {"type": "expression", "key": "sum", "expression": "=1"},
              {"type": "group", "label": "Plan", "path": "plan", "components": [
                {"type": "textarea", "key": "goal", "label": "Goal"},
                {"type": "checklist", "key": "topics", "label": "Topics", "values": [{"label": "A", "value": "A"}, {"label": "B", "value": "B"}]}]}
            ]}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}                                             | host  | forms.required",
        "{'host': '  '}                                 | host  | forms.required",
        "{'host': 'a'}                                  | host  | forms.tooShort",
        "{'host': 'aaaaaaaaaaaaaaaaaaaaa'}              | host  | forms.tooLong",
        "{'host': 5}                                    | host  | forms.type",
        "{'host': {'a': 1}}                             | host  | forms.type",
        "{'host': 'Ho', 'hours': 9}                     | hours | forms.tooLarge",
        "{'host': 'Ho', 'hours': 3.5}                   | hours | forms.tooSmall",
        "{'host': 'Ho', 'hours': 4.25}                  | hours | forms.decimals",
        "{'host': 'Ho', 'hours': '5'}                   | hours | forms.number",
        "{'host': 'Ho', 'hours': 1e400}                 | hours | forms.number",
        "{'host': 'H\\nBcc'}                            | host  | forms.controlCharacters",
        "{'host': 'Ho', 'days': 8}                      | days  | forms.tooLarge",
        "{'host': 'Ho', 'days': 1.5}                    | days  | forms.wholeNumber",
        "{'host': 'Ho', 'start': '2026-11-21'}          | start | forms.pastDate",
        "{'host': 'Ho', 'start': '2026-02-30'}          | start | forms.date",
        "{'host': 'Ho', 'start': '22.11.2026'}          | start | forms.date",
        "{'host': 'Ho', 'form': 'NONE'}                 | form  | forms.option",
        "{'host': 'Ho', 'form': 'OTHER'}                | which | forms.required",
        "{'host': 'Ho', 'agreed': 'yes'}                | agreed | forms.type",
        "{'host': 'Ho', 'mail': 'a b@c.fi'}             | mail  | forms.email",
        "{'host': 'Ho', 'case': 'X'}                    | case  | forms.format.caseId",
        "{'host': 'Ho', 'name': 'Somebody else'}        | name  | forms.readOnly",
        "{'host': 'Ho', 'group': 'g3'}                  | group | forms.option",
        "{'host': 'Ho', 'extra': 1}                     | extra | forms.unknown",
        "{'host': 'Ho', 'plan': {'extra': 1}}           | extra | forms.unknown",
        "{'host': 'Ho', 'plan': 'text'}                 | plan  | forms.type",
        "{'host': 'Ho', 'plan': {'topics': ['A', 'C']}} | topics | forms.option",
        "{'host': 'Ho', 'plan': {'topics': ['A', 'A']}} | topics | forms.option",
        "{'host': 'Ho', 'plan': {'topics': 'A'}}        | topics | forms.type",
    })
    void aWrongValueIsRefusedByTheNameOfItsField(String submitted, String field, String key) throws Exception {
        FormRefused refused = catchThrowableOfType(FormRefused.class, () -> check(submitted));

        assertThat(refused.faults()).extracting(FormRefused.Fault::field, FormRefused.Fault::key)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(field, key));
        assertThat(refused.in(FINNISH)).doesNotContain("forms.");
    }

    @Test
    void aRightSubmissionKeepsWhatThePersonMayFillInAndNothingElse() throws Exception {
        ObjectNode clean = check("""
                {'host': ' Sahi Oy ', 'hours': 6.0, 'days': 5, 'start': '2026-11-22', 'form': 'TRIAL', 'which': 'hidden',
                 'agreed': true, 'mail': 'a@b.fi', 'case': 'TP-1', 'name': 'Aino', 'group': 'g1', 'sum': 99,
                 'plan': {'goal': 'Work', 'topics': ['B']}}""");

        assertThat(clean).hasToString(json("""
                {'host': 'Sahi Oy', 'hours': 6, 'days': 5, 'start': '2026-11-22', 'form': 'TRIAL', 'agreed': true,
                 'mail': 'a@b.fi', 'case': 'TP-1', 'group': 'g1', 'plan': {'goal': 'Work', 'topics': ['B']}}""").toString());
    }

    @Test
    void twoMegabytesOfTextAreRefused() throws Exception {
        ObjectNode submitted = json("{'host': 'Ho', 'plan': {}}");
        ((ObjectNode) submitted.get("plan")).put("goal", "x".repeat(2_000_000));

        FormRefused refused = catchThrowableOfType(FormRefused.class,
                () -> guard.check(FormSchema.parse(FORM), submitted, SHOWN));

        assertThat(refused.in(FINNISH)).isEqualTo("Goal: tähän mahtuu enintään 10\u00a0000 merkkiä. Lyhennä tekstiä.");
    }

    @Test
    void allFaultsAreToldAtOnceInThePersonsLanguage() {
        FormRefused refused = catchThrowableOfType(FormRefused.class, () -> check("{'hours': 9, 'form': 'NONE'}"));

        assertThat(refused.in(Locale.forLanguageTag("sv"))).isEqualTo("Host: fyll i det här fältet. "
                + "Hours a day: värdet får vara högst 8. Legal form: välj något av alternativen.");
        assertThat(refused.in(Locale.forLanguageTag("de"))).startsWith("Host: please fill this in.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "'type': 'number', 'increment': '0.5'                                                    | 1.25        | forms.step",
        "'type': 'number', 'increment': 0.5                                                      | 1.5         |",
        "'type': 'number', 'serializeToString': true, 'validate': {'max': 9}                     | '8.50'      |",
        "'type': 'number', 'serializeToString': true, 'validate': {'max': 9}                     | '10'        | forms.tooLarge",
        "'type': 'number', 'serializeToString': true                                             | '0x10'      | forms.number",
        "'type': 'number', 'validate': {'min': '=limit'}                                         | 6           | forms.tooSmall",
        "'type': 'number', 'validate': {'min': '=nobodyKnows'}                                   | 6           |",
        "'type': 'textfield', 'validate': {'maxLength': '=limit - 5'}                            | 'abc'       | forms.tooLong",
        "'type': 'textfield', 'validate': {'maxLength': 2}                                       | ' ab\u00a0' |",
        "'type': 'textfield', 'validate': {'maxLength': 3}                                       | '\ud83d\ude00\ud83d\ude00' | forms.tooLong",
        "'type': 'textfield', 'validate': {'minLength': 2}                                       | ' '         | forms.tooShort",
        "'type': 'textfield', 'validate': {'pattern': '^[0-9]{5}$'}                            | '99600'     |",
        "'type': 'textfield', 'validate': {'pattern': '^[0-9]{5}$'}                            | '99600 '    | forms.pattern",
        "'type': 'textfield', 'validate': {'validationType': 'email'}                            | ' a@b.fi'   | forms.email",
        "'type': 'textfield', 'validate': {'validationType': 'email'}                            | 'a@b'       | forms.email",
        "'type': 'textfield', 'validate': {'validationType': 'phone'}                            | '+358401234567' |",
        "'type': 'textfield', 'validate': {'validationType': 'phone'}                            | '040 1234567' | forms.phone",
        "'type': 'datetime', 'subtype': 'time', 'timeInterval': 15                               | '09:30'     |",
        "'type': 'datetime', 'subtype': 'time', 'timeInterval': 15                               | '09:31'     | forms.timeInterval",
        "'type': 'datetime', 'subtype': 'time'                                                   | '25:00'     | forms.time",
        "'type': 'datetime', 'subtype': 'time', 'timeSerializingFormat': 'utc_offset'            | '09:30+02:00' |",
        "'type': 'datetime', 'subtype': 'time', 'timeSerializingFormat': 'utc_normalized'        | '09:30+02:00' | forms.time",
        "'type': 'datetime', 'subtype': 'datetime', 'timeSerializingFormat': 'utc_normalized'    | '2026-12-01T07:30Z' |",
        "'type': 'datetime', 'subtype': 'datetime'                                               | '2026-12-01' | forms.dateTime",
        "'type': 'datetime', 'subtype': 'datetime', 'disallowPassedDates': true                  | '2026-11-21T10:00' | forms.pastDate",
        "'type': 'select', 'valuesKey': 'groups'                                                 | 'g2'        |",
        "'type': 'select', 'values': [{'label': 'Five', 'value': 5}]                             | 5.0         |",
        "'type': 'select', 'values': [{'label': 'Five', 'value': 5}]                             | '5'         | forms.option",
        "'type': 'select', 'valuesExpression': '=groups'                                         | ['g1']      | forms.option",
        "'type': 'taglist', 'valuesExpression': '=groups', 'validate': {'required': true}        | []          | forms.required",
        "'type': 'checkbox', 'validate': {'required': true}                                      | false       | forms.mustBeTicked",
        "'type': 'textfield', 'readonly': '=limit > 5'                                           | 'changed'   | forms.readOnly",
        "'type': 'textfield', 'disabled': true, 'validate': {'required': true}                   | 'ignored'   |",
        "'type': 'textfield', 'conditional': {'hide': '=limit > 5'}, 'validate': {'maxLength': 1} | 'dropped'  |",
        "'type': 'filepicker'                                                                    | 'file'      | forms.unknown",
    })
    void aFieldIsJudgedAsFormJsJudgesItAndWhereItDoesNot(String field, String value, String key) throws Exception {
        FormSchema schema = FormSchema.parse(json("{'components': [{'key': 'a', 'label': 'A', " + field + "}]}").toString());
        ObjectNode submitted = json("{'a': " + value + "}");

        FormRefused refused = catchThrowableOfType(FormRefused.class, () -> guard.check(schema, submitted, SHOWN));

        assertThat(refused == null ? null : refused.faults().get(0).key()).isEqualTo(key);
        if (refused != null) {
            assertThat(refused.in(FINNISH)).startsWith("A: ").doesNotContain("forms.");
        }
    }

    @Test
    void whatIsComputedOrReadOnlyCannotSteerACondition() throws Exception {
        FormSchema schema = FormSchema.parse(json("""
                {'components': [
                  {'type': 'expression', 'key': 'sum', 'expression': '=limit + 1'},
                  {'type': 'textfield', 'key': 'name', 'readonly': true},
                  {'type': 'textfield', 'key': 'reason', 'label': 'Reason', 'conditional': {'hide': '=sum < 8 or name = \\"Other\\"'},
                   'properties': {'required': 'true'}}]}""").toString());

        FormRefused refused = catchThrowableOfType(FormRefused.class,
                () -> guard.check(schema, json("{'sum': 1, 'name': 'Aino', 'reason': ''}"), SHOWN));

        assertThat(refused.faults()).extracting(FormRefused.Fault::key).containsExactly("forms.required");
    }

    @Test
    void aGroupInAGroupIsJudgedWhereItStands() throws Exception {
        FormSchema schema = FormSchema.parse(json("""
                {'components': [{'type': 'group', 'path': 'plan', 'components': [{'type': 'group', 'path': 'first.goal', 'components': [
                  {'type': 'textfield', 'key': 'name', 'label': 'Name', 'validate': {'maxLength': 3}}]}]}]}""").toString());

        assertThat(guard.check(schema, json("{'plan': {'first': {'goal': {'name': 'abc'}}}}"), SHOWN))
                .hasToString("{\"plan\":{\"first\":{\"goal\":{\"name\":\"abc\"}}}}");
        assertThat(catchThrowableOfType(FormRefused.class,
                () -> guard.check(schema, json("{'plan': {'first': {'other': 1}}}"), SHOWN)).faults())
                .extracting(FormRefused.Fault::field, FormRefused.Fault::key)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("other", "forms.unknown"));
    }

    private static final Map<String, Object> SHOWN = Map.of("limit", 7, "name", "Aino",
            "groups", List.of(Map.of("label", "Group 1", "value", "g1"), Map.of("label", "Group 2", "value", "g2")));

    private ObjectNode check(String submitted) throws Exception {
        return guard.check(FormSchema.parse(FORM), json(submitted), SHOWN);
    }

    private static ObjectNode json(String text) throws Exception {
        return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    }
}
