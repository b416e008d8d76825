package fi.tyopolku.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentFormTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'variables':null}", "{'variables':{}}", "{'variables':{'a':{}}}", "{'variables':{'a':{'value':null}}}",
        "{'variables':{'a':{'value':'x','type':'String'},'b':{'value':true,'type':'Boolean','valueInfo':{}}}}",
        "{'variables':{'a':{'value':5,'type':'Integer'},'b':{'value':5.5,'type':'Double'},'c':{'value':null,'type':'Long'}}}",
        "{'variables':{'a':{'value':'[1]','type':'Json'},'b':{'value':[1]}},'businessKey':'TP-1'}"})
    void whatAFormSendsGoesThrough(String body) throws IOException {
        SentForm form = sent(body);
        assertThat(form.isForm()).isTrue();
        assertThat(form.oddVariable()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "[]", "5", "'x'", "{'variables':[]}", "{'variables':'x'}", "{'variables':{},'businessKey':{}}"})
    void aBodyWithoutVariablesByNameIsNoForm(String body) throws IOException {
        assertThat(sent(body).isForm()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "[]", "{'value':1,'type':'Strange'}", "{'value':1,'type':5}", "{'value':'x','type':'Object'}",
        "{'value':'x','type':'Bytes'}", "{'value':'x','type':'File'}", "{'value':'x','type':'Integer'}", "{'value':99999999999,'type':'Integer'}",
        "{'value':{},'type':'String'}", "{'value':{},'type':'Json'}", "{'value':'x','valueInfo':5}", "{'value':'x','type':'Xml'}", "{'value':70000,'type':'Short'}"})
    void aVariableOfAnotherKindIsNamed(String variable) throws IOException {
        assertThat(sent("{'variables':{'good':{'value':1},'odd':" + variable + "}}").oddVariable()).contains("odd");
    }

    private static SentForm sent(String body) throws IOException {
        return new SentForm(new ObjectMapper(), body.replace('\'', '"').getBytes());
    }
}
