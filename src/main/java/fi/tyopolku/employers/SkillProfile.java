package fi.tyopolku.employers;

import java.time.LocalDate;
import java.util.List;

/**
 * The skill profile of an employer from one interview.
 *
 * @param surveyId the instance of {@code employerNeedsSurvey} that keeps it
 * @param confirmedOn null until the employer has confirmed it; needs count from this day
 * @param reviewOn when the needs are asked again; null before the confirmation
 * @param recruits how many people the employer means to hire
 * @param wishes PAY_SUBSIDY, WORK_TRIAL, TRAINING, RECRUITMENT_HELP
 * @param accessible YES, PARTLY or NO: whether everybody can apply to the employer
 */
public record SkillProfile(long id, String surveyId, String municipality, String employerId, String industry, State state,
        LocalDate interviewedOn, LocalDate confirmedOn, LocalDate reviewOn, int recruits, int onTheJobPlaces,
        List<String> wishes, String accessible, List<SkillNeed> needs) {

    /** Only confirmed profiles count. */
    public enum State {
        DRAFT, CONFIRMED, REPLACED, CLOSED
    }
}
