package fi.tyopolku.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.engine.web.WebappLogin;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The doors over HTTP: our own interface under {@code /api} by HTTP Basic, the web applications' API by allow-list,
 * few open paths, nothing else.
 */
@Configuration
class DoorConfiguration {

    private static final int BEFORE_SPRING_SECURITY = -110;

    @Bean
    RightsFile rightsFile() {
        return RightsFile.read();
    }

    /**
     * Our own interface: no session of its own. The cookie of the web applications counts only for calls that change
     * nothing, so that no other page can forge a request.
     */
    @Bean
    @Order(1)
    SecurityFilterChain apiDoor(HttpSecurity http, AuthenticationProvider people, Answers answers,
            EngineSession engineSession, WebappLogin login, Staff staff) throws Exception {
        Collection<Yaml> calls = Yaml.read("access/webapp-api.yml").at("own-api").entries().values();
        Set<String> bySession = calls.stream().filter(call -> call.at("session").text().equals("true"))
                .map(call -> call.at("path").text()).collect(Collectors.toSet());
        AuthenticationEntryPoint askForPassword = (request, response, refused) -> {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Tyopolku\", charset=\"UTF-8\"");
            answers.refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED, "access.logInFirst");
        };
        return withoutSpringsOwnHeaders(http)
                .securityMatcher("/api/**")
                .authenticationProvider(people)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(askForPassword))
                .exceptionHandling(refusals -> refusals
                        .authenticationEntryPoint(askForPassword)
                        .accessDeniedHandler((request, response, refused) -> answers.refuse(
                                request, response, HttpServletResponse.SC_FORBIDDEN, "access.notAllowed")))
                .authorizeHttpRequests(requests -> {
                    calls.forEach(call -> requests.requestMatchers(call.at("path").text())
                            .hasAnyAuthority(call.at("groups").texts().toArray(String[]::new)));
                    requests.anyRequest().authenticated();
                })
                .addFilterBefore(new LoggedInToPages(login, staff, bySession), BasicAuthenticationFilter.class)
                .addFilterAfter(new ActAsCaller(engineSession), AuthorizationFilter.class)
                .build();
    }

    /** Everything else: the web applications log people in themselves; only what is listed is open. */
    @Bean
    @Order(2)
    SecurityFilterChain pagesDoor(HttpSecurity http, Answers answers,
            @Value("${tyopolku.access.open-paths:}") List<String> furtherOpenPaths) throws Exception {
        List<String> open = new ArrayList<>(Yaml.read("access/webapp-api.yml").at("open-paths").texts());
        open.addAll(furtherOpenPaths);
        return withoutSpringsOwnHeaders(http)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(open.toArray(String[]::new)).permitAll()
                        .anyRequest().denyAll())
                .exceptionHandling(refusals -> refusals
                        .authenticationEntryPoint((request, response, refused) -> answers.refuse(
                                request, response, HttpServletResponse.SC_UNAUTHORIZED, "access.logInFirst")))
                .build();
    }

    /** The headers of all answers are set in one place, see {@code engine.web}. */
    private static HttpSecurity withoutSpringsOwnHeaders(HttpSecurity http) throws Exception {
        return http
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }

    @Bean
    AuthenticationProvider people(PasswordCheck passwords, Staff staff) {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication asked) throws AuthenticationException {
                String password = String.valueOf(asked.getCredentials());
                if (!passwords.passes(asked.getName(), password)) {
                    throw new BadCredentialsException("refused");
                }
                StaffMember person = staff.member(asked.getName())
                        .orElseThrow(() -> new BadCredentialsException("refused"));
                return authenticated(person);
            }

            @Override
            public boolean supports(Class<?> kind) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
            }
        };
    }

    private static Authentication authenticated(StaffMember person) {
        return UsernamePasswordAuthenticationToken.authenticated(person, null,
                person.groups().stream().map(SimpleGrantedAuthority::new).toList());
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(Answers answers,
            @Value("${tyopolku.access.largest-body:1MB}") DataSize largestBody) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(largestBody, answers));
        registration.addUrlPatterns("/api/*", "/camunda/*");
        registration.setOrder(BEFORE_SPRING_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<WebappDoorFilter> webappDoor(WebappLogin login, Answers answers, TaskSight tasks,
            ObjectMapper json,
            @Value("${camunda.bpm.generic-properties.properties.query-max-results-limit:2000}") int longestList) {
        var registration = new FilterRegistrationBean<>(
                new WebappDoorFilter(WebappRules.read(), login, answers, tasks, json, longestList));
        registration.addUrlPatterns("/camunda/*");
        registration.setOrder(BEFORE_SPRING_SECURITY + 1);
        return registration;
    }

    /** Takes whoever is logged in to the web applications, where no password is sent and the call changes nothing. */
    private static final class LoggedInToPages extends OncePerRequestFilter {

        private final WebappLogin login;
        private final Staff staff;
        private final Set<String> paths;

        private LoggedInToPages(WebappLogin login, Staff staff, Set<String> paths) {
            this.login = login;
            this.staff = staff;
            this.paths = paths;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getHeader(HttpHeaders.AUTHORIZATION) == null && paths.contains(request.getServletPath())) {
                login.of(request).flatMap(person -> staff.member(person.userId())).ifPresent(person ->
                        SecurityContextHolder.getContext().setAuthentication(authenticated(person)));
            }
            chain.doFilter(request, response);
        }
    }

    /** After the password: the rest of the request works with the caller's rights in the engine. */
    private static final class ActAsCaller extends OncePerRequestFilter {

        private final EngineSession engineSession;

        private ActAsCaller(EngineSession engineSession) {
            this.engineSession = engineSession;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Authentication caller = SecurityContextHolder.getContext().getAuthentication();
            if (caller != null && caller.getPrincipal() instanceof StaffMember person) {
                engineSession.actAs(person, () -> chain.doFilter(request, response));
            } else {
                chain.doFilter(request, response);
            }
        }
    }
}
