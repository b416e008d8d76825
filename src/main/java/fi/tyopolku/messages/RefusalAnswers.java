package fi.tyopolku.messages;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a refusal to a caller of our own API: a problem document in the caller's language that names each field. */
@RestControllerAdvice(basePackages = "fi.tyopolku")
class RefusalAnswers {

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable, Locale locale) {
        return refused(new Refusal("api.notJson"), locale);
    }

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refusal.in(locale));
        problem.setProperty("code", refusal.key());
        if (!refusal.fieldsIn(locale).isEmpty()) {
            problem.setProperty("fields", refusal.fieldsIn(locale));
        }
        return problem;
    }
}
