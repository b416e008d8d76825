package fi.tyopolku.employers;

import java.time.LocalDate;

/**
 * What an employer needs of one skill.
 *
 * @param skill code of a {@link Skill}
 * @param level educational level: SHORT_TRAINING, PART_OF_QUALIFICATION, VOCATIONAL, FURTHER or HIGHER
 * @param people how many
 * @param neededBy null when the employer named no day
 */
public record SkillNeed(String skill, String level, int people, LocalDate neededBy) {
}
