package fi.tyopolku.access;

import java.util.Set;

/** Which tasks there are for a person. */
public interface TaskSight {

    /** False for an unknown or completed task and for one of another municipality, which must look alike. */
    boolean sees(Set<String> municipalities, String taskId);
}
