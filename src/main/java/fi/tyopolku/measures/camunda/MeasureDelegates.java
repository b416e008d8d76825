package fi.tyopolku.measures.camunda;

import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.measures.CompletedMeasures;
import fi.tyopolku.measures.Measure;
import fi.tyopolku.measures.MeasurePlaces;
import fi.tyopolku.measures.Measures;
import fi.tyopolku.measures.TradeTrainings;
import fi.tyopolku.measures.TrainingPlans;
import fi.tyopolku.measures.TrainingPurchases;
import fi.tyopolku.network.TrainingGroup;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of procurement and trade training; the bean names are API for modellers. */
@Configuration
class MeasureDelegates {

    private static final String MEASURE_ENDS = "measureEnds";
    private static final String PERIOD_ENDS = "periodEnds";

    private final ActingPerson acting;

    MeasureDelegates(ActingPerson acting) {
        this.acting = acting;
    }

    /** May read gapId. Sets measureKind and jointPurchaseWanted. */
    @Bean
    JavaDelegate registerMeasure(TrainingPlans plans) {
        return execution -> {
            Measure measure = plans.enter(execution.getProcessBusinessKey(), execution.getTenantId(),
                    (String) execution.getVariable("gapId"));
            execution.setVariable("measureKind", measure.kind().name());
            execution.setVariable("jointPurchaseWanted", measure.kind().name().equals("JOINT_PURCHASE_TRAINING"));
        };
    }

    /** After the table jointPurchaseShares was asked. Sets employerSharePercent. */
    @Bean
    JavaDelegate dividePrice(TrainingPurchases purchases) {
        return execution -> execution.setVariable("employerSharePercent",
                String.valueOf(purchases.dividePrice(execution.getProcessBusinessKey()).employerPercent()));
    }

    /** Sets trainingMoneyReserved. */
    @Bean
    JavaDelegate reserveTrainingMoney(TrainingPurchases purchases) {
        return execution -> execution.setVariable("trainingMoneyReserved",
                purchases.reserve(execution.getProcessBusinessKey(), user()));
    }

    @Bean
    JavaDelegate releaseTrainingMoney(TrainingPurchases purchases) {
        return execution -> purchases.release(execution.getProcessBusinessKey(), user());
    }

    @Bean
    JavaDelegate dropMeasure(TrainingPurchases purchases, Measures measures) {
        return execution -> {
            purchases.release(execution.getProcessBusinessKey(), user());
            measures.drop(execution.getProcessBusinessKey());
        };
    }

    /** Sets startsOn, measureName and measureOver, the day after the last. */
    @Bean
    JavaDelegate publishMeasure(TrainingPurchases purchases) {
        return execution -> {
            Measure measure = purchases.publish(execution.getProcessBusinessKey(), user());
            execution.setVariable("startsOn", measure.starts().toString());
            execution.setVariable("measureName", measure.name());
            execution.setVariable("measureOver", measure.ends().plusDays(1).toString());
        };
    }

    /** Frees places and turns, and tells the paths of whoever had one. */
    @Bean
    JavaDelegate endMeasure(MeasurePlaces places, MeasureMessages messages) {
        return execution -> messages.ended(places.close(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate completeMeasure(CompletedMeasures completed) {
        return execution -> completed.complete(execution.getProcessBusinessKey());
    }

    /** May read starter. Sets trainer and measureName. */
    @Bean
    JavaDelegate openTradeTraining(TradeTrainings trainings) {
        return execution -> {
            TrainingGroup group = trainings.open(execution.getProcessBusinessKey(), execution.getTenantId(),
                    (String) execution.getVariable("starter"));
            execution.setVariable("trainer", group.trainer());
            execution.setVariable("measureName", group.name());
        };
    }

    /** Goes on from periodEnds, if set; sets periodEnds and periodLeft. */
    @Bean
    JavaDelegate findNextPeriod(TradeTrainings trainings) {
        return execution -> {
            Optional<LocalDate> next = trainings.periodAfter(execution.getProcessBusinessKey(), periodEnds(execution));
            execution.setVariable("periodLeft", next.isPresent());
            next.ifPresent(day -> execution.setVariable(PERIOD_ENDS, day.toString()));
        };
    }

    /** Sets hasParticipants. */
    @Bean
    JavaDelegate countMeasureParticipants(TradeTrainings trainings) {
        return execution -> execution.setVariable("hasParticipants",
                trainings.hasParticipants(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate recordTradeProgress(TradeTrainings trainings) {
        return execution -> trainings.record(execution.getProcessBusinessKey(), periodEnds(execution));
    }

    /** Tells the paths of those who have left, which then give up their places. */
    @Bean
    JavaDelegate tellWhoLeft(TradeTrainings trainings, MeasureMessages messages) {
        return execution -> messages.ended(trainings.left(execution.getProcessBusinessKey()));
    }

    /** Completes a training that was not bought; a bought one is completed where its purchase is recorded. */
    @Bean
    JavaDelegate completeTradeTraining(CompletedMeasures completed, DocumentStore documents) {
        return execution -> {
            if (documents.latest(execution.getProcessBusinessKey(), "tradeTraining").isPresent()) {
                completed.complete(execution.getProcessBusinessKey());
            }
        };
    }

    private static LocalDate periodEnds(DelegateExecution execution) {
        return execution.hasVariable(PERIOD_ENDS) ? LocalDate.parse((String) execution.getVariable(PERIOD_ENDS)) : null;
    }

    private String user() {
        return acting.userId().orElse("system");
    }

    /** Reads measure and coach; sets placeTaken, clientLabel, measureService, measureEnds and startsOn. */
    @Bean
    JavaDelegate takeMeasurePlace(MeasurePlaces places, Measures measures) {
        return execution -> {
            String id = (String) execution.getVariable("measure");
            execution.setVariable("placeTaken", places.take(id, execution.getProcessBusinessKey(),
                    (String) execution.getVariable("coach")));
            Measure measure = measures.find(id).orElseThrow();
            execution.setVariable("clientLabel", places.clientLabel(execution.getProcessBusinessKey()));
            execution.setVariable("measureService", measure.kind().service());
            execution.setVariable(MEASURE_ENDS, measure.ends().toString());
            execution.setVariable("startsOn", measure.starts().toString());
        };
    }

    /** Sets placeTaken. */
    @Bean
    JavaDelegate lookAtMeasurePlace(MeasurePlaces places) {
        return execution -> execution.setVariable("placeTaken",
                places.hasPlace((String) execution.getVariable("measure"), execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate leaveMeasure(MeasurePlaces places) {
        return execution -> places.leave((String) execution.getVariable("measure"), execution.getProcessBusinessKey());
    }

    /** Throws the BPMN error overlappingService when another service has begun meanwhile. */
    @Bean
    JavaDelegate beginMeasureService(MeasurePlaces places) {
        return execution -> {
            if (!places.beginService((String) execution.getVariable("measure"), execution.getProcessBusinessKey())) {
                throw new BpmnError("overlappingService");
            }
        };
    }

    @Bean
    JavaDelegate beginMeasure(Measures measures) {
        return execution -> measures.begin((String) execution.getVariable("measure"), execution.getProcessBusinessKey());
    }

    /** Reads measureResult. */
    @Bean
    JavaDelegate closeMeasure(Measures measures, TradeTrainings trainings) {
        return execution -> {
            String id = (String) execution.getVariable("measure");
            trainings.exempt(id, execution.getProcessBusinessKey());
            measures.end(id, execution.getProcessBusinessKey(), (String) execution.getVariable("measureResult"));
        };
    }
}
