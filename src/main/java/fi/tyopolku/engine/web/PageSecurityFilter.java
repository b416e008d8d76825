package fi.tyopolku.engine.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.Base64;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Security headers on every answer, and for the web applications' pages a script nonce of their own.
 *
 * <p>The stock filter keeps the nonce in one attribute of the whole server: under parallel load the header's nonce is not
 * the page's, and the browser shows a blank page. Here the page filter, which reads that attribute, meets a view of the
 * server context that answers with the nonce of its own request.
 */
class PageSecurityFilter extends OncePerRequestFilter {

    private static final String PAGES = "/camunda/app/";
    private static final int NONCE_BYTES = 20;
    private static final String POLICY = "default-src 'self'; %s; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private final SecureRandom random = new SecureRandom();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (path.startsWith("/api/") || path.startsWith("/camunda/api/")) {
            response.setHeader("Cache-Control", "no-store");
        }
        if (path.startsWith("/app/")) {
            response.setHeader("Cache-Control", "no-store");
        } else if (path.startsWith("/camunda/app/") || path.startsWith("/camunda/assets/") || path.startsWith("/tyopolku/")) {
            // Asked again each time, answered "not modified": a new version of ours is seen at once.
            response.setHeader("Cache-Control", "no-cache");
        }
        if (path.startsWith(PAGES)) {
            String nonce = nonce();
            response.setHeader("Content-Security-Policy",
                    POLICY.formatted("script-src 'self' 'nonce-" + nonce + "' 'strict-dynamic'"));
            chain.doFilter(new WithNonce(request, nonce), response);
        } else {
            response.setHeader("Content-Security-Policy", POLICY.formatted("script-src 'self'"));
            chain.doFilter(request, response);
        }
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static final class WithNonce extends HttpServletRequestWrapper {

        private final ServletContext view;

        private WithNonce(HttpServletRequest request, String nonce) {
            super(request);
            ServletContext whole = request.getServletContext();
            view = (ServletContext) Proxy.newProxyInstance(ServletContext.class.getClassLoader(),
                    new Class<?>[] {ServletContext.class}, (proxy, method, arguments) -> {
                        boolean asksForNonce = method.getName().equals("getAttribute")
                                && ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE.equals(arguments[0]);
                        if (asksForNonce) {
                            return nonce;
                        }
                        try {
                            return method.invoke(whole, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        @Override
        public ServletContext getServletContext() {
            return view;
        }
    }
}
