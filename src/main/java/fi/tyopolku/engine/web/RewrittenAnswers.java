package fi.tyopolku.engine.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Lets calls go through and may write their answers anew before they leave. */
abstract class RewrittenAnswers extends OncePerRequestFilter {

    @Override
    protected final void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        Optional<byte[]> rewritten = rewritten(request, answer);
        if (rewritten.isPresent()) {
            answer.resetBuffer();
            answer.getOutputStream().write(rewritten.get());
        }
        answer.copyBodyToResponse();
    }

    /** @return empty when the answer stays as it is */
    protected abstract Optional<byte[]> rewritten(HttpServletRequest request, ContentCachingResponseWrapper answer)
            throws IOException;
}
