package fi.tyopolku.documents;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.engine.TaskForms;
import fi.tyopolku.messages.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Drafts of task forms, as Tasklist saves them. Their values are shown by the form itself; here is said only that there is
 * one. Open to whoever may work on the task, each to the own draft.
 */
@RestController
@RequestMapping("/api/drafts/{taskId}")
class DraftController {

    private final TaskForms tasks;
    private final FormDrafts drafts;
    private final DraftedForms drafted;

    DraftController(TaskForms tasks, FormDrafts drafts, DraftedForms drafted) {
        this.tasks = tasks;
        this.drafts = drafts;
        this.drafted = drafted;
    }

    /**
     * @param formRevised the form has changed since the draft was saved
     * @param changed the labels of what somebody else has changed since, in the reader's language
     */
    record Draft(Instant savedAt, boolean formRevised, List<String> changed) {
    }

    @GetMapping
    ResponseEntity<?> draft(@PathVariable String taskId, Locale locale) {
        return onTask(taskId, locale, form -> drafts.find(taskId, form.userId())
                .<ResponseEntity<?>>map(draft -> ResponseEntity.ok(new Draft(draft.savedAt(),
                        !draft.formHash().equals(FormDrafts.hash(form.schema())), drafted.changedSince(form, draft, locale))))
                .orElseGet(() -> ResponseEntity.noContent().build()));
    }

    @PutMapping
    ResponseEntity<?> save(@PathVariable String taskId, @RequestBody JsonNode typed, Locale locale) {
        return onTask(taskId, locale, form -> ResponseEntity.ok(Map.of("savedAt", saved(form, typed))));
    }

    /** Goes on with a draft although the documents have changed since; the writer has seen what. */
    @PostMapping("/continuation")
    ResponseEntity<?> goOn(@PathVariable String taskId, Locale locale) {
        return onTask(taskId, locale, form -> {
            Optional<FormDraft> draft = drafts.find(taskId, form.userId());
            draft.ifPresent(found -> drafts.goOn(form, found, drafted.versionsNow(form)));
            return ResponseEntity.noContent().build();
        });
    }

    @DeleteMapping
    ResponseEntity<?> discard(@PathVariable String taskId, Locale locale) {
        return onTask(taskId, locale, form -> {
            drafts.discard(taskId, form.userId());
            return ResponseEntity.noContent().build();
        });
    }

    private ResponseEntity<?> onTask(String taskId, Locale locale, Function<OpenForm, ResponseEntity<?>> answer) {
        TaskForms.Opened opened = tasks.opened(taskId).orElse(null);
        if (opened == null) {
            return problem(HttpStatus.NOT_FOUND, Texts.in(locale, "documents.taskNotFound"));
        }
        return opened.mayWork() ? answer.apply(opened.form())
                : problem(HttpStatus.FORBIDDEN, Texts.in(locale, "engine.taskIsNotYours"));
    }

    /** Two windows of one person may save for the first time at once. */
    private Instant saved(OpenForm form, JsonNode typed) {
        try {
            return drafts.save(form, typed);
        } catch (DuplicateKeyException e) {
            return drafts.save(form, typed);
        }
    }

    private static ResponseEntity<?> problem(HttpStatus status, String sentence) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, sentence)).build();
    }
}
