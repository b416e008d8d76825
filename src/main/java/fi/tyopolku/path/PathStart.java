package fi.tyopolku.path;

import java.util.Map;

/** Starts a path as the start form in Tasklist would, with the same checks. Implemented with the engine. */
public interface PathStart {

    /**
     * @param referral the fields of the referral document
     * @return the new case id
     * @throws fi.tyopolku.messages.Refusal when anything is wrong; nothing is stored then
     * @throws org.springframework.security.access.AccessDeniedException when the caller's group may not start paths
     */
    String start(Map<String, Object> referral);
}
