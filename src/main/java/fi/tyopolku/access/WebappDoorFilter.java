package fi.tyopolku.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.engine.web.WebappLogin;
import fi.tyopolku.engine.web.WebappLogin.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the web applications' API, which is the whole engine API, and lets through only what
 * {@link WebappRules} names. The stock path filter behind it lets through what no rule names.
 */
class WebappDoorFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(WebappDoorFilter.class);
    private static final String API = "/camunda/api";
    private static final Pattern SETUP_PAGE = Pattern.compile("/camunda/app/[^/]*/[^/]*/setup(/.*)?");

    private static final String LIMIT = "maxResults";

    private final WebappRules rules;
    private final WebappLogin login;
    private final Answers answers;
    private final TaskSight tasks;
    private final ObjectMapper json;
    private final int longestList;

    WebappDoorFilter(WebappRules rules, WebappLogin login, Answers answers, TaskSight tasks,
            ObjectMapper json, int longestList) {
        this.tasks = tasks;
        this.json = json;
        this.longestList = longestList;
        this.rules = rules;
        this.login = login;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = pathAsServed(request);
        if (SETUP_PAGE.matcher(path).matches()) {
            answers.refuse(request, response, HttpServletResponse.SC_FORBIDDEN, "access.setupClosed");
        } else if (!path.equals(API) && !path.startsWith(API + "/")) {
            chain.doFilter(request, response);
        } else {
            guard(request, response, chain, rawPathBehindApi(request));
        }
    }

    /** Decoded and without dots, as the server picks the servlet by it. */
    private static String pathAsServed(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    /** As the caller wrote it; empty, which no rule allows, where the caller disguised the beginning. */
    private static String rawPathBehindApi(HttpServletRequest request) {
        String raw = request.getRequestURI().substring(request.getContextPath().length());
        return raw.startsWith(API + "/") ? raw.substring(API.length()) : "";
    }

    private void guard(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String path)
            throws ServletException, IOException {
        Optional<Person> person = login.of(request);
        if (rules.allows(person, request.getMethod(), path)) {
            if (hidden(person, path)) {
                answers.refuse(request, response, HttpServletResponse.SC_NOT_FOUND, "access.taskNotFound");
            } else {
                letThrough(request, response, chain, path, person);
            }
        } else if (person.isEmpty()) {
            answers.refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED, "access.logInFirst");
        } else {
            LOG.debug("Refused by {}: {} {}", "access/webapp-api.yml", request.getMethod(), path);
            answers.refuse(request, response, HttpServletResponse.SC_FORBIDDEN, "access.notAllowed");
        }
    }

    /** A task of another municipality is as unknown as one that never was. */
    private boolean hidden(Optional<Person> person, String path) {
        return rules.task(path)
                .filter(task -> person.isEmpty() || !tasks.sees(person.get().municipalities(), task)).isPresent();
    }

    private void letThrough(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String path,
            Optional<Person> person) throws ServletException, IOException {
        boolean forEngine = !rules.isOpen(request.getMethod(), path);
        boolean sends = request.getMethod().equals("POST");
        if (forEngine && sends) {
            byte[] body = request.getInputStream().readAllBytes();
            if (accepts(request, response, path, person, body)) {
                chain.doFilter(new ReadBody(request, body), response);
            }
        } else if (forEngine && SentQuery.holdsExpression(request.getParameterMap().keySet())) {
            answers.refuse(request, response, HttpServletResponse.SC_BAD_REQUEST, "access.noExpressions");
        } else {
            boolean unlimited = rules.wantsLimit(request.getMethod(), path) && request.getParameter(LIMIT) == null;
            chain.doFilter(unlimited ? new Limited(request, longestList) : request, response);
        }
    }

    /** False after having refused. */
    private boolean accepts(HttpServletRequest request, HttpServletResponse response, String path,
            Optional<Person> person, byte[] body) throws IOException {
        SentQuery sent = new SentQuery(json, body);
        try {
            if (sent.holdsExpression()) {
                answers.refuse(request, response, HttpServletResponse.SC_BAD_REQUEST, "access.noExpressions");
                return false;
            }
            boolean forSomebodyElse = rules.isClaim(path)
                    && !(person.isPresent() && sent.names(person.get().userId()));
            if (forSomebodyElse) {
                answers.refuse(request, response, HttpServletResponse.SC_FORBIDDEN, "access.claimForYourself");
                return false;
            }
            return !SentForm.isSentTo(path) || acceptsForm(request, response, new SentForm(json, body));
        } catch (JsonProcessingException e) {
            answers.refuse(request, response, HttpServletResponse.SC_BAD_REQUEST, "access.unreadable");
            return false;
        }
    }

    /** False after having refused. */
    private boolean acceptsForm(HttpServletRequest request, HttpServletResponse response, SentForm form) throws IOException {
        if (!form.isForm()) {
            answers.refuse(request, response, HttpServletResponse.SC_BAD_REQUEST, "access.unreadable");
            return false;
        }
        Optional<String> odd = form.oddVariable();
        if (odd.isPresent()) {
            answers.refuse(request, response, HttpServletResponse.SC_BAD_REQUEST, "engine.valueKind", odd.get());
        }
        return odd.isEmpty();
    }

    /** Asks for a list of a certain length where the page forgot to. */
    private static final class Limited extends HttpServletRequestWrapper {

        private final int longestList;

        private Limited(HttpServletRequest request, int longestList) {
            super(request);
            this.longestList = longestList;
        }

        @Override
        public String getQueryString() {
            String asked = super.getQueryString();
            return (asked == null || asked.isEmpty() ? "" : asked + "&") + LIMIT + "=" + longestList;
        }
    }
}
