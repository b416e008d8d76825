package fi.tyopolku.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fi.tyopolku.decisions.DecisionTest;
import fi.tyopolku.messages.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DecisionTest
class DeadlinesTest {

    @Autowired
    private Deadlines deadlines;
    @Autowired
    private BusinessClock clock;

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
            "INITIAL_INTERVIEW, 2025-12-31, 2026-01-09",
            "INITIAL_INTERVIEW, 2026-01-01, 2026-01-16",
            "SUPPLEMENTARY_DISCUSSION, 2025-12-01, 2025-12-15",
            "JOB_SEARCH_DISCUSSION, 2026-11-30, 2027-02-28",
            "WORK_TRIAL_DISCUSSION, 2027-03-31, 2027-02-28",
            "MULTI_SECTOR_PLAN, 2026-11-22, 2027-02-22",
            "MULTI_SECTOR_REVIEW, 2026-11-22, 2027-02-22",
            "ACTIVATION_REVIEW, 2026-11-22, 2027-02-22",
            "INTEGRATION_REVIEW, 2026-11-22, 2027-05-22",
            "INTEGRATION_GUIDANCE, 2026-11-22, 2026-12-22",
            "PAY_SUBSIDY_PAYMENT, 2026-11-22, 2027-02-28",
            "RECTIFICATION, 2026-11-22, 2026-12-22",
            "DATA_REMOVAL, 2024-02-29, 2028-02-29",
            "ACCESSIBILITY_FEEDBACK, 2026-11-22, 2026-12-06",
            "REFERRAL_HANDLING, 2026-11-23, 2026-11-30",
            "REFERRAL_REMINDER, 2026-11-23, 2026-11-26",
            "CAPABILITY_SURVEY, 2026-11-23, 2026-12-07",
            "SURVEY_REMINDER, 2026-11-23, 2026-12-07",
            "PATH_PLAN, 2026-11-23, 2026-12-07",
            "PLAN_APPROVAL_REMINDER, 2026-11-23, 2026-11-30",
            "ESCALATION, 2026-11-23, 2026-11-30",
            "PLACE_WAIT_REMINDER, 2026-11-23, 2026-12-07",
            "ATTENDANCE_WEEK, 2026-11-27, 2026-12-02",
            "TRIAL_CONTACT, 2026-11-23, 2026-12-07",
            "HOST_ASSESSMENT, 2026-11-23, 2026-11-30",
            "ABSENCE_DECISION, 2026-11-23, 2026-11-30",
            "NEXT_STEP, 2026-11-23, 2026-12-07",
            "FUNDING_DECISION, 2026-11-23, 2026-12-07",
            "FUNDING_QUEUE_REMINDER, 2026-11-23, 2026-12-07",
            "FOLLOW_UP, 2026-11-22, 2027-05-22",
            "FOLLOW_UP_REMINDER, 2026-11-23, 2026-12-07",
            "SURVEY_ESCALATION, 2026-11-23, 2026-12-14",
            "PLAN_REMINDER, 2026-11-23, 2026-12-03",
            "PLAN_ESCALATION, 2026-11-23, 2026-12-14",
            "FOLLOW_UP_ESCALATION, 2026-11-23, 2026-12-21",
            "SUPPORT_NOT_STARTED, 2026-11-23, 2026-11-30",
            "CASE_MOVE, 2026-11-23, 2026-11-30",
            "CASE_MOVE_REMINDER, 2026-11-23, 2026-11-26",
            "COACHING_MEETING, 2026-11-23, 2026-12-23",
            "JOB_END_RECORD, 2026-11-23, 2026-11-30",
            "ESF_EXIT, 2026-11-22, 2026-12-20",
            "LICENCE_RENEWAL, 2031-11-23, 2031-08-25",
            "SUPPORT_TASK, 2026-11-23, 2026-12-07",
            "SUPPORT_REMINDER, 2026-11-23, 2026-12-07",
            "SUPPORT_ESCALATION, 2026-11-23, 2026-12-21",
            "RESOURCE_MAPPING, 2026-11-23, 2026-12-07",
            "RESOURCE_MAPPING_AGAIN, 2026-11-22, 2027-02-22",
            "INTEGRATION_FOLLOW_UP, 2026-11-22, 2026-12-22",
            "TUTOR_REVIEW, 2026-11-22, 2027-11-22",
            "SHORT_NOTICE_FUNDING, 2026-11-23, 2026-11-24",
            "SHORT_NOTICE_CHECK, 2026-11-23, 2026-11-24",
            "SHORT_NOTICE_ANSWER, 2026-11-23, 2026-11-25",
            "SHORT_NOTICE_CLOSING, 2026-11-23, 2026-11-30",
            "FEEDBACK, 2026-11-23, 2026-12-07",
            "FEEDBACK_REMINDER, 2026-11-23, 2026-11-30",
            "FEEDBACK_READING, 2026-11-23, 2026-11-30"})
    void eachEventHasItsLength(String event, LocalDate from, LocalDate due) {
        assertThat(deadlines.dueOn(event, from)).isEqualTo(due);
        assertThat(deadlines.basisOf(event, from)).isNotBlank();
    }

    @Test
    void supplementaryDiscussionsAreByNeedFrom2026() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> deadlines.dueOn("SUPPLEMENTARY_DISCUSSION", LocalDate.of(2026, 1, 1)))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("calendar.noFixedDeadline"));
    }

    @Test
    void ourOwnLengthsAreCalledPolicyAndTheLawsByTheirSection() {
        LocalDate today = LocalDate.of(2026, 11, 22);
        assertThat(deadlines.basisOf("ESCALATION", today)).isEqualTo("policy");
        assertThat(deadlines.basisOf("MULTI_SECTOR_PLAN", today)).isEqualTo("Act 381/2023 4.3 §");
    }

    @Test
    void anEventThatTheTableDoesNotKnowIsAnError() {
        assertThatIllegalArgumentException().isThrownBy(() -> deadlines.dueOn("TEA_BREAK"));
    }

    @Test
    void timersFireAtEightAndTasksAreDueAtFourInHelsinki() {
        clock.setTo(Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(deadlines.timer("ESCALATION")).isEqualTo("2026-11-30T08:00:00+02:00");
        assertThat(deadlines.taskDue("ESCALATION")).isEqualTo(Instant.parse("2026-11-30T14:00:00Z"));
        assertThat(deadlines.timer("FOLLOW_UP", "2026-11-23")).isEqualTo("2027-05-23T08:00:00+03:00");
        assertThat(deadlines.taskDue("FOLLOW_UP", LocalDate.of(2026, 11, 23)))
                .isEqualTo(Instant.parse("2027-05-23T13:00:00Z"));
        assertThat(deadlines.timerAt("2027-02-01")).isEqualTo("2027-02-01T08:00:00+02:00");
        assertThat(deadlines.timerAt(LocalDate.of(2027, 7, 1))).isEqualTo("2027-07-01T08:00:00+03:00");
    }
}
