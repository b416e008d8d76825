package fi.tyopolku.employers;

import java.time.LocalDate;
import java.util.List;

/**
 * A theme day, a visit or a training of the region's actors.
 *
 * @param kind THEME_DAY, INSTITUTION_VISIT, COACH_TRAINING, ACTOR_TRAINING, ACTOR_INTERVIEWS, SERVICE_MARKETING,
 *     JOINT_EVENT
 * @param topics codes, such as SORA or TYOMARKKINATORI
 * @param audiences codes, such as JOBSEEKERS, EMPLOYERS, KELA
 * @param industries whose employers are invited
 * @param participants null until it was held, as is what follows
 */
public record NetworkEvent(String id, String municipality, String kind, String title, List<String> topics,
        List<String> audiences, List<String> industries, LocalDate heldOn, String place, String state,
        Integer participants, Integer employersPresent) {
}
