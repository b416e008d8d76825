package fi.tyopolku.engine.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.stereotype.Component;

/** Who is logged in to the web applications (Tasklist, Cockpit, Admin) in the session of a request. */
@Component
public class WebappLogin {

    private final String engineName;

    WebappLogin(ProcessEngine engine) {
        this.engineName = engine.getName();
    }

    /** The person of this request's session; empty before log-in. Groups may be as old as the log-in cache (a minute). */
    public Optional<Person> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        Authentications logins = AuthenticationUtil.getAuthsFromSession(session);
        return logins.getAuthenticationForProcessEngine(engineName) instanceof UserAuthentication login
                ? Optional.of(new Person(login.getIdentityId(), Set.copyOf(orNone(login.getGroupIds())),
                        Set.copyOf(orNone(login.getTenantIds()))))
                : Optional.empty();
    }

    private static List<String> orNone(List<String> ids) {
        return ids == null ? List.of() : ids;
    }

    /** A logged-in person, the groups the person is in, and the ids of the person's municipalities. */
    public record Person(String userId, Set<String> groups, Set<String> municipalities) {
    }
}
