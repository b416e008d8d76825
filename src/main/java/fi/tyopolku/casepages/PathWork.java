package fi.tyopolku.casepages;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What runs for cases in the engine. Answers the same whoever asks: who may see it is {@link CaseSight}'s matter. */
public interface PathWork {

    /** The path that calls the stages; not a stage itself. */
    String PATH = "clientPath";
    /** What runs the supports beside the stages; not a support itself. */
    String SUPPORTS = "supports";
    /** In place of a group: only what the person has taken counts. */
    String NO_GROUP = "";

    /**
     * A running process of a case.
     *
     * @param caller id of the instance that called it; null for none
     * @param name in English, as are all names here
     */
    record Running(String id, String caseId, String process, String name, String caller, Instant since) {
    }

    /** An open task of a case. Due date and follow-up may be null, as may the assignee. */
    record OpenTask(String id, String caseId, String instance, String process, String element, String name, String assignee,
            Set<String> groups, Instant created, Instant due, Instant followUp) {

        /** Comes up on a later day. */
        boolean isHidden(Instant now) {
            return followUp != null && followUp.isAfter(now);
        }
    }

    /**
     * What a process waits for that is no task.
     *
     * @param until null for news from outside, and for what has failed
     */
    record Wait(String caseId, String instance, String process, String element, String name, Kind kind, Instant until) {
    }

    /** What ends a wait: a day, news from outside, or somebody who repairs a step that has failed. */
    enum Kind {
        DAY,
        /** a reminder or the like beside a task or a wait */
        BESIDE,
        NEWS,
        FAILED
    }

    /** All that runs for a case. */
    record Work(List<Running> running, List<OpenTask> tasks, List<Wait> waits) {

        public static final Work NONE = new Work(List.of(), List.of(), List.of());
    }

    /**
     * The path as a diagram.
     *
     * @param xml the model as deployed
     * @param current ids of the elements where the case is now
     * @param visits when stages began and ended, the earliest first
     */
    record Place(String xml, Set<String> current, List<Visit> visits) {
    }

    /** @param ended null while it goes on */
    record Visit(String element, Instant began, Instant ended, boolean cutShort) {
    }

    /** By case id; a case for which nothing runs is missing. The number of queries does not depend on that of cases. */
    Map<String, Work> of(Collection<String> caseIds);

    /** Where the latest path of the case is or ended. */
    Optional<Place> place(String caseId);

    /**
     * The processes of each case in which the person has a task, or in which a task waits for somebody of the group; for
     * a support also between its tasks, while the person is its advisor.
     */
    Map<String, Set<String>> inReach(String userId, String group, Collection<String> municipalities);
}
