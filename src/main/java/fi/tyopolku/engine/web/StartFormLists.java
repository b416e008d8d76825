package fi.tyopolku.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.engine.FormGate;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.engine.access.ActingPerson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Writes the lists that a start form offers into the form itself on its way to Tasklist, which shows start forms no
 * values. The guard judges the submission by the same lists.
 */
class StartFormLists extends RewrittenAnswers {

    private static final Pattern START_FORM =
            Pattern.compile(".*/process-definition/([^/]+)/deployed-start-form/?");
    private static final Pattern LIST = Pattern.compile("=\\s*([A-Za-z]\\w*)");
    private static final String EXPRESSION = "valuesExpression";

    private final WebappLogin login;
    private final RepositoryService repository;
    private final ObjectProvider<FormGate> gate;
    private final ActingPerson acting;
    private final ObjectMapper json;

    StartFormLists(WebappLogin login, RepositoryService repository, ObjectProvider<FormGate> gate, ActingPerson acting, ObjectMapper json) {
        this.login = login;
        this.repository = repository;
        this.gate = gate;
        this.acting = acting;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !START_FORM.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected Optional<byte[]> rewritten(HttpServletRequest request, ContentCachingResponseWrapper answer)
            throws IOException {
        String form = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        WebappLogin.Person person = login.of(request).orElse(null);
        if (answer.getStatus() != HttpServletResponse.SC_OK || person == null || !form.contains(EXPRESSION)) {
            return Optional.empty();
        }
        return Optional.of(withLists(form, definitionId(request), person, request).getBytes(StandardCharsets.UTF_8));
    }

    private static String definitionId(HttpServletRequest request) {
        Matcher path = START_FORM.matcher(request.getRequestURI());
        return path.matches() ? path.group(1) : "";
    }

    private String withLists(String form, String definitionId, WebappLogin.Person person, HttpServletRequest request)
            throws IOException {
        LocaleContextHolder.setLocale(request.getLocale());
        try {
            Map<String, Object> shown = acting.as(person.userId(), person.groups(), person.municipalities(), () ->
                    gate.getObject().shown(new OpenForm(processKey(definitionId), null, null, null, form, person.userId(),
                            List.copyOf(person.groups()), person.municipalities().stream().findFirst().orElse(null), Map.of())));
            JsonNode schema = json.readTree(form);
            write(schema.path("components"), shown);
            return json.writeValueAsString(schema);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private String processKey(String definitionId) {
        return acting.asSystem(() -> repository.getProcessDefinition(definitionId).getKey());
    }

    private void write(JsonNode components, Map<String, Object> shown) {
        for (JsonNode component : components) {
            write(component.path("components"), shown);
            Matcher list = LIST.matcher(component.path(EXPRESSION).asText());
            if (list.matches() && shown.containsKey(list.group(1))) {
                ((ObjectNode) component).remove(EXPRESSION);
                ((ObjectNode) component).set("values", json.valueToTree(shown.get(list.group(1))));
            }
        }
    }
}
