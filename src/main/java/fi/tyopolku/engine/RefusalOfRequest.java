package fi.tyopolku.engine;

import fi.tyopolku.messages.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Why a form was refused in this request: the engine's interface passes on only a text. */
public final class RefusalOfRequest {

    private static final String NAME = "tyopolku.refusal";

    private RefusalOfRequest() {
    }

    static void note(Refusal refusal) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(NAME, refusal, RequestAttributes.SCOPE_REQUEST);
        }
    }

    public static Optional<Refusal> of(HttpServletRequest request) {
        return Optional.ofNullable((Refusal) request.getAttribute(NAME));
    }
}
