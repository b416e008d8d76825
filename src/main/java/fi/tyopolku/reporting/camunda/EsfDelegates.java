package fi.tyopolku.reporting.camunda;

import fi.tyopolku.reporting.esf.EsfRecords;
import fi.tyopolku.reporting.esf.EsfRecords.Begun;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of an ESF+ participant's records; the bean names are API for modellers. */
@Configuration
class EsfDelegates {

    /** Needs the routing fact esfEndsOn and the document esfStart; sets coach and clientLabel. */
    @Bean
    JavaDelegate beginEsfParticipation(EsfRecords records) {
        return execution -> {
            Begun begun = records.begin(execution.getProcessBusinessKey(), execution.getTenantId(),
                    LocalDate.parse(execution.getVariable("esfEndsOn").toString()));
            execution.setVariable("coach", begun.coach());
            execution.setVariable("clientLabel", begun.clientLabel());
        };
    }
}
