package fi.tyopolku.contacttraining.camunda;

import fi.tyopolku.contacttraining.ContactTraining;
import fi.tyopolku.contacttraining.Standing;
import fi.tyopolku.contacttraining.TakenPlace;
import fi.tyopolku.trainingdays.TrainingDay;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code contactTraining}; the bean names are API for modellers. */
@Configuration
class ContactTrainingDelegates {

    /** Needs trainingGroup and clientLabel; sets placeTaken, trainer and startsOn. */
    @Bean
    JavaDelegate takeTrainingPlace(ContactTraining training) {
        return execution -> {
            TakenPlace place = training.takePlace((String) execution.getVariable("trainingGroup"),
                    execution.getProcessBusinessKey(), (String) execution.getVariable("clientLabel"));
            execution.setVariable("placeTaken", place.taken());
            execution.setVariable("trainer", place.trainer());
            execution.setVariable("startsOn", place.startsOn().toString());
        };
    }

    /** Sets contactStanding, a {@link Standing}, and for ABSENCES absencesUntil, the last day to be decided on. */
    @Bean
    JavaDelegate checkContactDays(ContactTraining training) {
        return execution -> {
            Standing standing = training.standing(execution.getProcessBusinessKey());
            execution.setVariable("contactStanding", standing.name());
            if (standing == Standing.ABSENCES) {
                List<TrainingDay> absences = training.undecidedAbsences(execution.getProcessBusinessKey());
                execution.setVariable("absencesUntil", absences.get(absences.size() - 1).day().toString());
            }
        };
    }

    /** Needs absenceDecision and absencesUntil. */
    @Bean
    JavaDelegate recordAbsenceDecision(ContactTraining training) {
        return execution -> training.recordAbsenceDecision(execution.getProcessBusinessKey(),
                LocalDate.parse((String) execution.getVariable("absencesUntil")),
                (String) execution.getVariable("absenceDecision"));
    }

    /** Needs the input parameter result, COMPLETED or INTERRUPTED; sets contactTrainingResult and closedBefore. */
    @Bean
    JavaDelegate endContactDays(ContactTraining training) {
        return execution -> {
            training.leave(execution.getProcessBusinessKey());
            execution.setVariable("contactTrainingResult", execution.getVariable("result"));
            execution.setVariable("closedBefore", training.isClosed(execution.getProcessBusinessKey()));
        };
    }
}
