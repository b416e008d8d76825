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
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The doors over HTTP: our own interface under {@code /api} by HTTP Basic, the web applications' API by allow-list,
 * few open paths, nothing else.
 */
@Configuration
class DoorConfiguration {

    private static final int BEFORE_SPRING_SECURITY = -110;
    private static final String PAGES = "/app/**";
    private static final String LOG_IN = "/camunda/app/tasklist/default/";
    /** Sent by scripts of our own pages, whose log-in is another: the browser is not to open its password window. */
    private static final String FROM_A_SCRIPT = "X-Requested-With";
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    @Bean
    RightsFile rightsFile() {
        return RightsFile.read();
    }

    /**
     * Our own interface: no session of its own. The cookie of the web applications counts where the file says so; a call
     * that changes something must then come from our own pages, so that no other page can forge it.
     */
    @Bean
    @Order(1)
    SecurityFilterChain apiDoor(HttpSecurity http, AuthenticationProvider people, Answers answers,
            EngineSession engineSession, WebappLogin login, Staff staff,
            @Value("${tyopolku.public-url}") String publicUrl) throws Exception {
        Collection<Yaml> calls = Yaml.read("access/webapp-api.yml").at("own-api").entries().values();
        List<RequestMatcher> bySession = calls.stream()
                .filter(call -> call.at("session").text().equals("true")).map(DoorConfiguration::matcher).toList();
        AuthenticationEntryPoint askForPassword = (request, response, refused) -> {
            boolean isForeignClient = request.getHeader(FROM_A_SCRIPT) == null;
            if (isForeignClient) {
                response.setHeader("WWW-Authenticate", "Basic realm=\"Tyopolku\", charset=\"UTF-8\"");
            }
            answers.refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED, "access.logInFirst");
        };
        return forLoggedIn(http, new LoggedInToPages(login, staff, bySession, true, publicUrl), engineSession)
                .securityMatcher("/api/**")
                .authenticationProvider(people)
                .httpBasic(basic -> basic.authenticationEntryPoint(askForPassword))
                .exceptionHandling(refusals -> refusals
                        .authenticationEntryPoint(askForPassword)
                        .accessDeniedHandler((request, response, refused) -> answers.refuse(
                                request, response, HttpServletResponse.SC_FORBIDDEN, "access.notAllowed")))
                .authorizeHttpRequests(requests -> {
                    calls.forEach(call -> requests.requestMatchers(matcher(call))
                            .hasAnyAuthority(call.at("groups").texts().toArray(String[]::new)));
                    requests.anyRequest().authenticated();
                })
                .build();
    }

    /**
     * Our own pages: only for who is logged in to the web applications. A password by HTTP Basic does not count: the
     * browser would keep it after the log-out and send it along with calls that other pages make.
     */
    @Bean
    @Order(2)
    SecurityFilterChain ownPagesDoor(HttpSecurity http, EngineSession engineSession, WebappLogin login,
            Staff staff, @Value("${tyopolku.public-url}") String publicUrl) throws Exception {
        Collection<Yaml> pages = Yaml.read("access/webapp-api.yml").at("own-pages").entries().values();
        RequestMatcher allPages = PathPatternRequestMatcher.withDefaults().matcher(PAGES);
        return forLoggedIn(http, new LoggedInToPages(login, staff, List.of(allPages), false, publicUrl), engineSession)
                .securityMatcher(allPages)
                .exceptionHandling(refusals -> refusals
                        .authenticationEntryPoint((request, response, refused) -> {
                            if (SAFE.contains(request.getMethod())) {
                                response.sendRedirect(LOG_IN);
                            } else {
                                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
                            }
                        })
                        .accessDeniedHandler((request, response, refused) ->
                                response.sendError(HttpServletResponse.SC_FORBIDDEN)))
                .authorizeHttpRequests(requests -> {
                    pages.forEach(page -> requests.requestMatchers(matcher(page))
                            .hasAnyAuthority(page.at("groups").texts().toArray(String[]::new)));
                    requests.anyRequest().denyAll();
                })
                .build();
    }

    /** Everything else: the web applications log people in themselves; only what is listed is open. */
    @Bean
    @Order(3)
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

    /**
     * Who is known by the session of the web applications keeps it: a new id with each call would log out whatever else
     * the page is asking for at the same moment.
     */
    private static HttpSecurity forLoggedIn(HttpSecurity http, LoggedInToPages session, EngineSession engineSession)
            throws Exception {
        return withoutSpringsOwnHeaders(http)
                .sessionManagement(kept -> kept.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(fixation -> fixation.none()))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(session, BasicAuthenticationFilter.class)
                .addFilterAfter(new ActAsCaller(engineSession), AuthorizationFilter.class);
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
        registration.addUrlPatterns("/api/*", "/app/*", "/camunda/*");
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

    private static RequestMatcher matcher(Yaml call) {
        return PathPatternRequestMatcher.withDefaults().matcher(call.at("path").text());
    }

    /** Takes whoever is logged in to the web applications. */
    private static final class LoggedInToPages extends OncePerRequestFilter {

        private final WebappLogin login;
        private final Staff staff;
        private final List<RequestMatcher> bySession;
        private final boolean passwordCounts;
        private final String publicUrl;

        /** @param passwordCounts whether a password sent with the call goes before the session */
        private LoggedInToPages(WebappLogin login, Staff staff, List<RequestMatcher> bySession, boolean passwordCounts,
                String publicUrl) {
            this.login = login;
            this.staff = staff;
            this.bySession = bySession;
            this.passwordCounts = passwordCounts;
            this.publicUrl = publicUrl;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean sessionCounts = (request.getHeader(HttpHeaders.AUTHORIZATION) == null || !passwordCounts)
                    && bySession.stream().anyMatch(call -> call.matches(request));
            if (sessionCounts && (SAFE.contains(request.getMethod()) || isFromOurPages(request))) {
                login.of(request).flatMap(person -> staff.member(person.userId())).ifPresent(person ->
                        SecurityContextHolder.getContext().setAuthentication(authenticated(person)));
            }
            chain.doFilter(request, response);
        }

        /** Browsers say where a call that changes something comes from; who does not say is not one of our pages. */
        private boolean isFromOurPages(HttpServletRequest request) {
            String origin = request.getHeader(HttpHeaders.ORIGIN);
            return origin != null && (publicUrl.equals(origin) || origin.equals(ownOrigin(request)));
        }

        private static String ownOrigin(HttpServletRequest request) {
            return ServletUriComponentsBuilder.fromContextPath(request).replacePath(null).build().toUriString();
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
