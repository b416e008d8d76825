package fi.tyopolku.documents;

/**
 * What a module knows about a submission beyond the form itself, such as that the named case exists. Refuses by
 * throwing a {@link fi.tyopolku.messages.Refusal}.
 */
public interface SubmissionCheck {

    void check(Submission submission);
}
