package fi.tyopolku.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.NewClientService;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.testing.ApplicationTest;
import fi.tyopolku.testing.MeasureClients;
import fi.tyopolku.testing.PathDriver;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Places in trade trainings, beside the story of MetalAndConstructionTest. */
@ApplicationTest
class MeasurePlaceTest {

    private static final String FOLLOW = "userTask_followTraining";
    private static final String WAIT = "userTask_waitForMeasure";
    private static final String CLOSE = "userTask_closeMeasure";
    private static final LocalDate STARTS = LocalDate.of(2026, 8, 31);

    @Autowired
    private PathDriver path;
    @Autowired
    private MeasureClients clients;
    @Autowired
    private ClientServices services;
    @Autowired
    private TrainingGroups groups;
    @Autowired
    private Measures measures;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private ObjectMapper json;
    @Autowired
    private FormService forms;
    @Autowired
    private RepositoryService repository;

    @BeforeEach
    void aWeekBeforeTheTraining() {
        itIs(STARTS.minusWeeks(1));
    }

    @AfterEach
    void theClockRunsAgain() {
        clock.reset();
    }

    @Test
    void whoLeavesEarlyMakesRoomAndWhoStopsWaitingLosesTheTurn() {
        String training = training(1);
        String in = place(training, "Aino");
        String second = place(training, "Eino");
        String third = place(training, "Irma");
        path.submit("coach", second, WAIT, Map.of("stopWaiting", true));
        assertThat(path.isRunning(second)).isFalse();

        path.submit("coach", in, FOLLOW, Map.of("leavesEarly", true));
        path.runJobs(third);

        assertThat(path.openTasks(in)).containsExactly(CLOSE);
        assertThat(path.openTasks(third)).containsExactly(FOLLOW);
        assertThat(groups.participants(training)).hasSize(1);
    }

    @Test
    void aPlaceThatComesFreeBeforeTheWaitBeginsIsNotMissed() {
        String training = training(1);
        String in = place(training, "Aino");
        String caseId = clients.client("Eino");
        String definition = repository.createProcessDefinitionQuery().processDefinitionKey("measurePlace").latestVersion()
                .singleResult().getId();
        path.as("coach", () -> forms.submitStartForm(definition, Map.of("caseId", caseId, "measure", training)));
        path.submit("coach", in, FOLLOW, Map.of("leavesEarly", true));

        path.runJobs(caseId);

        assertThat(path.openTasks(caseId)).containsExactly(FOLLOW);
    }

    @Test
    void anOverlappingServiceIsRefusedAtOnceOrGivesThePlaceToTheNext() {
        String training = training(1);
        String busy = clients.client("Kiire");
        contactTraining(busy);
        assertThatThrownBy(() -> path.start("coach", "measurePlace", Map.of("caseId", busy, "measure", training)))
                .hasMessageContaining("cannot be taken");
        assertThat(groups.placeOf(busy)).isEmpty();

        String in = place(training, "Aino");
        String second = place(training, "Eino");
        String third = place(training, "Irma");
        contactTraining(second);
        path.submit("coach", in, FOLLOW, Map.of("leavesEarly", true));
        path.runJobs(second);
        path.runJobs(third);

        assertThat(path.hasPassed(second, "endEvent_overlap")).isTrue();
        assertThat(path.isRunning(second)).isFalse();
        assertThat(path.openTasks(third)).containsExactly(FOLLOW);
    }

    @Test
    void onlyTheCoachOfAnOpenCaseSeeksAPlaceInAPublishedMeasure() {
        String training = training(1);
        String caseId = clients.client("Aino");
        assertThatThrownBy(() -> path.start("coach3", "measurePlace", Map.of("caseId", caseId, "measure", training)))
                .hasMessageContaining("personal coach");
        clients.close(caseId);
        assertThatThrownBy(() -> path.start("coach", "measurePlace", Map.of("caseId", caseId, "measure", training)))
                .hasMessageContaining("path is open");
    }

    @Test
    void aCaseThatEndsGivesItsPlaceToTheNextAndIsCountedAsEnded() {
        String training = training(1);
        String in = place(training, "Aino");
        String second = place(training, "Eino");

        clients.close(in);
        path.runJobs(second);

        assertThat(path.isRunning(in)).isFalse();
        assertThat(path.openTasks(second)).containsExactly(FOLLOW);
        assertThat(measures.takingPart(training)).containsExactly(second);
    }

    @Test
    void theEndOfATrainingEndsTheWaitAndAPeriodWithoutPeopleIsSkipped() {
        String training = training(1);
        itIs(STARTS.plusWeeks(2).plusDays(1));
        path.fireTimer(training, "catchEvent_periodOver");
        assertThat(path.openTasks(training)).isEmpty();
        String in = place(training, "Aino");
        String waits = place(training, "Eino");

        itIs(STARTS.plusWeeks(4).plusDays(1));
        path.fireTimer(training, "catchEvent_periodOver");
        path.fireTimer(training, "boundaryEvent_recordProgress_reminder");
        path.fireTimer(training, "boundaryEvent_recordProgress_escalation");
        assertThat(path.hasPassed(training, "endEvent_recordProgress_escalated")).isTrue();
        Map<String, Object> progress = progress(training);
        progress.put("periodEnds", STARTS.toString());
        assertThatThrownBy(() -> record(training, progress)).hasMessageContaining("2026-09-28");
        record(training, progress(training));

        assertThat(path.openTasks(in)).containsExactly(CLOSE);
        assertThat(path.isRunning(waits)).isFalse();
        assertThat(path.hasPassed(waits, "boundaryEvent_measureOver")).isTrue();
        assertThatThrownBy(() -> place(training, "Irma")).isNotNull();
    }

    private String training(int places) {
        Map<String, Object> training = new HashMap<>(Map.of("name", "Metal", "industry", "METAL", "provider", "Edukai",
                "companies", "Konepaja Oy", "starts", STARTS.toString(), "ends", STARTS.plusWeeks(4).toString(),
                "places", places, "teachingWeekdays", List.of("MONDAY", "TUESDAY")));
        training.putAll(Map.of("hoursOnTheJob", 60, "hoursGuidance", 8, "hoursTeamwork", 8, "hoursStudies", 36));
        return path.start("trainer", "tradeTraining", Map.of("tradeTraining", training));
    }

    private String place(String training, String name) {
        String caseId = clients.client(name);
        path.start("coach", "measurePlace", Map.of("caseId", caseId, "measure", training));
        return caseId;
    }

    private void contactTraining(String caseId) {
        services.begin(new NewClientService(caseId, "kemijarvi", "CONTACT_TRAINING", null, STARTS, STARTS.plusWeeks(5),
                Set.of(DayOfWeek.MONDAY)));
    }

    private Map<String, Object> progress(String training) {
        try {
            @SuppressWarnings("unchecked")
            Map<String, Object> shown = json.readValue(path.shown("trainer", training, "userTask_recordProgress")
                    .get("tradeProgress").toString(), Map.class);
            return new HashMap<>(shown);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void record(String training, Map<String, Object> progress) {
        path.submit("trainer", training, "userTask_recordProgress", Map.of("tradeProgress", progress));
    }

    private void itIs(LocalDate day) {
        clock.setTo(day.atTime(9, 0).atZone(BusinessClock.HELSINKI).toInstant());
    }
}
