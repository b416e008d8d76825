package fi.tyopolku.supports;

import java.time.LocalDate;

/**
 * Something that was agreed in a support. Codes only: the words stay in documents.
 *
 * @param service the service that found it, a code such as {@code SOCIAL_GUIDANCE}
 * @param topic what stands in the way, such as {@code HOUSING}; never shown to the coach
 * @param action what is done, such as {@code APPLY_BENEFIT}
 * @param doer who does it, such as {@code CLIENT}
 * @param shared whether the client agrees that the plan shows it
 */
public record NewSupportAction(String caseId, String service, String topic, String action, String doer, LocalDate dueOn,
        boolean shared) {
}
