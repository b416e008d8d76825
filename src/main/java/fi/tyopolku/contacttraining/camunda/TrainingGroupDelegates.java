package fi.tyopolku.contacttraining.camunda;

import fi.tyopolku.contacttraining.AttendanceCorrections;
import fi.tyopolku.contacttraining.GroupAttendance;
import fi.tyopolku.contacttraining.TrainingGroupOpening;
import fi.tyopolku.network.TrainingGroup;
import fi.tyopolku.trainingdays.Mark;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code trainingGroup} and {@code attendanceCorrection}; the bean names are API for modellers. */
@Configuration
class TrainingGroupDelegates {

    /** Needs starter; sets trainer and groupName. */
    @Bean
    JavaDelegate openTrainingGroup(TrainingGroupOpening opening) {
        return execution -> {
            TrainingGroup group = opening.open(execution.getProcessBusinessKey(), execution.getTenantId(),
                    (String) execution.getVariable("starter"));
            execution.setVariable("trainer", group.trainer());
            execution.setVariable("groupName", group.name());
        };
    }

    /** Goes on from weekStarts, if set; sets weekStarts and recordFrom of the next week, and weekLeft. */
    @Bean
    JavaDelegate findNextWeek(GroupAttendance attendance) {
        return execution -> {
            Optional<GroupAttendance.Week> week =
                    attendance.weekAfter(execution.getProcessBusinessKey(), weekStarts(execution));
            execution.setVariable("weekLeft", week.isPresent());
            if (week.isPresent()) {
                execution.setVariable("weekStarts", week.get().starts().toString());
                execution.setVariable("recordFrom", week.get().recordFrom().toString());
            }
        };
    }

    /** Sets hasParticipants for the week weekStarts. */
    @Bean
    JavaDelegate countParticipants(GroupAttendance attendance) {
        return execution -> execution.setVariable("hasParticipants",
                attendance.hasParticipants(execution.getProcessBusinessKey(), weekStarts(execution)));
    }

    @Bean
    JavaDelegate recordAttendance(GroupAttendance attendance) {
        return execution -> attendance.record(execution.getProcessBusinessKey(), weekStarts(execution));
    }

    /** Tells every participant's path that the ledger has news; who does not wait reads it on coming back to wait. */
    @Bean
    JavaDelegate announceAttendance(GroupAttendance attendance, PathMessages messages) {
        return execution -> messages.weekRecorded(attendance.toBeTold(execution.getProcessBusinessKey()));
    }

    /** Releases all places and turns and tells the paths, so that their coaches can choose another group. */
    @Bean
    JavaDelegate closeTrainingGroup(GroupAttendance attendance, PathMessages messages) {
        return execution -> messages.groupEnded(attendance.close(execution.getProcessBusinessKey()));
    }

    /** Needs day and newMark. */
    @Bean
    JavaDelegate correctAttendance(AttendanceCorrections corrections) {
        return execution -> corrections.correct(execution.getProcessBusinessKey(),
                LocalDate.parse((String) execution.getVariable("day")),
                Mark.valueOf((String) execution.getVariable("newMark")));
    }

    @Bean
    JavaDelegate announceCorrection(AttendanceCorrections corrections, PathMessages messages) {
        return execution -> messages.weekRecorded(corrections.toBeTold(execution.getProcessBusinessKey()));
    }

    private static LocalDate weekStarts(DelegateExecution execution) {
        return execution.hasVariable("weekStarts") ? LocalDate.parse((String) execution.getVariable("weekStarts")) : null;
    }
}
