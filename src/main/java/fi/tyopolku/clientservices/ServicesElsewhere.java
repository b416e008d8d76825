package fi.tyopolku.clientservices;

import java.util.List;

/**
 * A module that keeps its own record of who is in its service, such as the places of training groups. Declared as a
 * bean, its services count among those that must not overlap.
 */
public interface ServicesElsewhere {

    List<RunningService> runningFor(String caseId);
}
