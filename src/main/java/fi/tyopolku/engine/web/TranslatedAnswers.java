package fi.tyopolku.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.messages.Catalogues;
import fi.tyopolku.messages.FormTexts;
import fi.tyopolku.messages.ModelTexts;
import fi.tyopolku.messages.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Puts the names of processes, tasks, decisions and filters, forms and diagrams into the language of the browser on their
 * way to the web applications. In the engine and to everybody else they stay as authored.
 */
class TranslatedAnswers extends RewrittenAnswers {

    private static final Pattern WITH_NAMES = Pattern.compile(".*/(task|filter|group|process-definition|process-instance"
            + "|decision-definition|decision-requirements-definition|history|incident|job-definition|deployed-form)\\b.*");
    private static final Pattern FORM = Pattern.compile(".*/(deployed-form|deployed-start-form)/?");
    private static final Pattern NOT_OURS = Pattern.compile(".*/(form-variables|user-operation|stacktrace|comment)(/.*)?");
    /** The variable that says on a task's card where on the path the client is. */
    private static final String STAGE = "stage";
    private static final List<String> NAMES = List.of("name", "description", "label", "activityName",
            "processDefinitionName", "decisionDefinitionName", "rootDecisionDefinitionName");

    private final ObjectMapper json;

    TranslatedAnswers(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return Texts.supported(request.getLocale()).getLanguage().equals("en")
                || !WITH_NAMES.matcher(path).matches() || NOT_OURS.matcher(path).matches();
    }

    @Override
    protected Optional<byte[]> rewritten(HttpServletRequest request, ContentCachingResponseWrapper answer)
            throws IOException {
        answer.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        boolean isJson = answer.getContentType() != null && answer.getContentType().contains("json");
        if (answer.getStatus() != HttpServletResponse.SC_OK || !isJson || answer.getContentSize() == 0) {
            return Optional.empty();
        }
        JsonNode content = json.readTree(answer.getContentAsByteArray());
        if (FORM.matcher(request.getRequestURI()).matches()) {
            FormTexts.translate(request.getLocale(), content);
        } else {
            translate(request.getLocale(), null, content);
        }
        return Optional.of(json.writeValueAsBytes(content));
    }

    private static void translate(Locale locale, String id, JsonNode node) {
        if (node instanceof ObjectNode object) {
            String own = definitionKey(object, id);
            NAMES.stream().filter(name -> object.path(name).isTextual())
                    .forEach(name -> object.put(name, Catalogues.in(locale, own, object.get(name).asText())));
            if (object.path("name").asText().equals(STAGE) && object.path("value").isTextual()) {
                object.put("value", Catalogues.in(locale, null, object.get("value").asText()));
            }
            for (String xml : List.of("bpmn20Xml", "dmnXml")) {
                if (object.path(xml).isTextual()) {
                    object.put(xml, ModelTexts.in(locale, keyIn(object.path("id").asText()), object.get(xml).asText()));
                }
            }
            object.forEach(child -> translate(locale, own, child));
        } else {
            node.forEach(child -> translate(locale, id, child));
        }
    }

    private static String definitionKey(ObjectNode object, String id) {
        for (String name : List.of("processDefinitionKey", "decisionDefinitionKey", "key")) {
            if (object.path(name).isTextual()) {
                return object.get(name).asText();
            }
        }
        for (String name : List.of("processDefinitionId", "decisionDefinitionId")) {
            if (object.path(name).isTextual()) {
                return keyIn(object.get(name).asText());
            }
        }
        return id;
    }

    /** Ids of definitions begin with their key. */
    private static String keyIn(String definitionId) {
        int colon = definitionId.indexOf(':');
        return colon < 0 ? definitionId : definitionId.substring(0, colon);
    }
}
