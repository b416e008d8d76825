package fi.tyopolku.access;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.testing.DatabaseTest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every call the engine's API knows and every mapping of our own, tried without log-in. */
@DatabaseTest
class AnonymousSurfaceTest {

    private static final Set<String> OPEN = Set.of(
            "GET /camunda/api/engine/engine/",
            "POST /camunda/api/admin/auth/user/default/login/tasklist",
            "GET /camunda/api/admin/auth/user/default",
            "POST /camunda/api/admin/auth/user/default/logout",
            "GET /actuator/health",
            "GET /accessibility",
            "GET /answer/x");

    private static final String LOG_IN = "/camunda/app/tasklist/default/";

    @LocalServerPort
    private int port;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping ourOwn;

    @Test
    void withoutLogInNearlyNothingAnswers() {
        Set<String> calls = new TreeSet<>(OPEN);
        collect(NamedProcessEngineRestServiceImpl.class, "/camunda/api/engine", calls, 0);
        assertThat(calls).as("calls of the engine's API").hasSizeGreaterThan(300);
        calls.addAll(List.of("POST /camunda/api/admin/setup/default/user/create",
                "GET /camunda/api/engine/application.wadl", "GET /camunda/api/admin/application.wadl",
                "POST /camunda/api/engine/engine/default/identity/verify",
                "GET /camunda/api/tasklist/plugin/x/default/y", "GET /camunda/api/welcome/auth", "GET /camunda/api/nothing",
                "GET /camunda/app/admin/default/setup/", "GET /engine-rest/user", "GET /actuator/env", "GET /h2-console"));
        for (RequestMappingInfo mapping : ourOwn.getHandlerMethods().keySet()) {
            mapping.getPatternValues().stream()
                    .filter(path -> !path.startsWith("/error") && !path.startsWith("/demo"))
                    .forEach(path -> calls.add("GET " + path.replaceAll("\\{[^}]+}", "x")));
        }

        WebappClient nobody = new WebappClient(port);
        nobody.get("/camunda/app/tasklist/default/");
        nobody.get("/camunda/api/admin/auth/user/default");
        Set<String> answering = new TreeSet<>();
        for (String call : calls) {
            String[] parts = call.split(" ");
            var answer = nobody.call(parts[0], parts[1], parts[0].equals("GET") ? null : "{}");
            boolean leadsToLogIn = answer.headers().firstValue("Location").filter(to -> to.endsWith(LOG_IN)).isPresent();
            if (!leadsToLogIn && answer.statusCode() != 401 && answer.statusCode() != 403) {
                answering.add(call);
            }
        }
        assertThat(OPEN).containsAll(answering);
    }

    private static void collect(Class<?> resource, String path, Set<String> calls, int depth) {
        for (Class<?> type : withInterfaces(resource)) {
            for (Method method : type.getMethods()) {
                Path own = method.getAnnotation(Path.class);
                String verb = verb(method);
                String full = (path + "/" + (own == null ? "" : own.value().replaceAll("\\{[^}]+}", "x")))
                        .replaceAll("/+", "/").replace("/engine/x/", "/engine/default/");
                if (verb != null) {
                    calls.add(verb + " " + full);
                } else if (own != null && depth < 6) {
                    collect(method.getReturnType(), full, calls, depth + 1);
                }
            }
        }
    }

    private static Set<Class<?>> withInterfaces(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            all.add(c);
            all.addAll(List.of(c.getInterfaces()));
        }
        return all;
    }

    private static String verb(Method method) {
        for (Class<? extends Annotation> verb : List.of(GET.class, POST.class, PUT.class, DELETE.class, OPTIONS.class)) {
            if (method.isAnnotationPresent(verb)) {
                return verb.getSimpleName();
            }
        }
        return null;
    }
}
