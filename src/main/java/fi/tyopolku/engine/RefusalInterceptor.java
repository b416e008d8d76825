package fi.tyopolku.engine;

import fi.tyopolku.messages.Refusal;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Turns a refusal from anywhere in the transaction into an answer with a sentence in the person's language (HTTP 400).
 * It stands outside the transaction, so everything is rolled back before it speaks.
 */
class RefusalInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        boolean isForm = command instanceof SubmitTaskFormCmd || command instanceof SubmitStartFormCmd;
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            if (e instanceof TaskAlreadyClaimedException) {
                throw refused(new Refusal("engine.alreadyClaimed"));
            }
            Refusal refusal = isForm && lostToSomebodyElse(command, e) ? new Refusal("engine.somebodyWasFaster")
                    : Refusal.behind(e);
            if (refusal == null) {
                throw e;
            }
            String sentence = refusal.in(LocaleContextHolder.getLocale());
            if (isForm) {
                RefusalOfRequest.note(refusal);
                throw new FormFieldValidationException(refusal.key(), sentence, refusal);
            }
            throw refusal == e ? refused(refusal) : e;
        } finally {
            if (isForm) {
                GatedForms.submissionEnds();
            }
        }
    }

    /** Two people completed one task at the same moment, or the task was completed before this form came in. */
    private static boolean lostToSomebodyElse(Command<?> command, RuntimeException e) {
        return e instanceof OptimisticLockingException
                || e instanceof NullValueException && command instanceof SubmitTaskFormCmd
                        && String.valueOf(e.getMessage()).contains("Cannot find task");
    }

    private static RefusedCommand refused(Refusal refusal) {
        return new RefusedCommand(refusal.in(LocaleContextHolder.getLocale()), refusal);
    }

    /** A refusal outside a form: still HTTP 400, and still recognisable as a refusal by a caller in between. */
    private static final class RefusedCommand extends BadUserRequestException {

        private RefusedCommand(String sentence, Refusal refusal) {
            super(sentence, refusal);
        }
    }
}
