package fi.tyopolku.engine.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.messages.Catalogues;
import fi.tyopolku.messages.Texts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.rest.dto.repository.ProcessDefinitionDto;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers what Tasklist's "Start process" asks for: the processes that a person may start, by the names that the person
 * reads. The engine knows the English names only and could neither find nor sort by the others.
 */
class ProcessesToStart extends OncePerRequestFilter {

    private static final Pattern LIST = Pattern.compile(".*/process-definition(/count)?/?");
    /** The engine gives out no list without an end. */
    private static final int MOST = 2000;
    private static final Pattern COUNT = Pattern.compile(".*/count/?");

    private final WebappLogin login;
    private final RepositoryService repository;
    private final ActingPerson acting;
    private final ObjectMapper json;

    ProcessesToStart(WebappLogin login, RepositoryService repository, ActingPerson acting, ObjectMapper json) {
        this.login = login;
        this.repository = repository;
        this.acting = acting;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET") || !LIST.matcher(request.getRequestURI()).matches()
                || !"true".equals(request.getParameter("startableInTasklist")) || request.getParameter("key") != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        WebappLogin.Person person = login.of(request).orElse(null);
        if (person == null) {
            chain.doFilter(request, response);
            return;
        }
        List<Named> processes = startable(person, Texts.supported(request.getLocale()), searched(request));
        boolean isCount = COUNT.matcher(request.getRequestURI()).matches();
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        json.writeValue(response.getOutputStream(), isCount ? Map.of("count", processes.size())
                : processes.stream().skip(number(request, "firstResult", 0)).limit(number(request, "maxResults", processes.size()))
                        .map(process -> ProcessDefinitionDto.fromProcessDefinition(process.definition())).toList());
    }

    private List<Named> startable(WebappLogin.Person person, Locale locale, String searched) {
        Collator order = Collator.getInstance(locale);
        return acting.as(person.userId(), person.groups(), person.municipalities(), () ->
                repository.createProcessDefinitionQuery().latestVersion().active().startableInTasklist()
                        .startablePermissionCheck().listPage(0, MOST)).stream()
                .map(definition -> Named.in(locale, definition))
                .filter(process -> process.name().toLowerCase(locale).contains(searched.toLowerCase(locale)))
                .sorted(Comparator.comparing(Named::name, order)).toList();
    }

    /** Tasklist puts the typed word between signs that stand for anything. */
    private static String searched(HttpServletRequest request) {
        String like = request.getParameter("nameLike");
        return like == null ? "" : like.replaceAll("^%|%$", "").strip();
    }

    private static int number(HttpServletRequest request, String name, int otherwise) {
        String number = request.getParameter(name);
        return number != null && number.matches("\\d{1,6}") ? Integer.parseInt(number) : otherwise;
    }

    private record Named(ProcessDefinition definition, String name) {

        static Named in(Locale locale, ProcessDefinition definition) {
            String name = definition.getName() == null ? definition.getKey() : definition.getName();
            return new Named(definition, Catalogues.in(locale, definition.getKey(), name));
        }
    }
}
