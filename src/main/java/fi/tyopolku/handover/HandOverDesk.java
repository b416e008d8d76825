package fi.tyopolku.handover;

import java.util.Map;

/** Where somebody asks for a hand-over: the start forms, with the caller's rights. */
public interface HandOverDesk {

    /**
     * Submits the start form of a process of hand-overs as the caller.
     *
     * @throws fi.tyopolku.messages.Refusal when something in the form is wrong
     */
    void submit(String processKey, Map<String, Object> form);
}
