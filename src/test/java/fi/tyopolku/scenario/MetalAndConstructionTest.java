package fi.tyopolku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.measures.Measure;
import fi.tyopolku.measures.Measures;
import fi.tyopolku.measures.TargetFigure;
import fi.tyopolku.measures.TargetGroup;
import fi.tyopolku.measures.TradeComponent;
import fi.tyopolku.measures.TradeTrainings;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.MeasureClients;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.SampleForms;
import fi.tyopolku.testing.TestMail;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Metal and construction training as Työn Tiet tells it: with companies of the area, a training begins for 36 people in
 * which on-the-job training, guidance, teamwork and vocational studies make one module. The 37th waits until one leaves.
 */
@DatabaseTest
class MetalAndConstructionTest {

    private static final int PLACES = 36;
    private static final LocalDate STARTS = LocalDate.of(2026, 8, 31);
    private static final LocalDate ENDS = LocalDate.of(2026, 10, 9);

    @Autowired
    private PathDriver path;
    @Autowired
    private MeasureClients clients;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private TrainingGroups groups;
    @Autowired
    private Measures measures;
    @Autowired
    private TradeTrainings trainings;
    @Autowired
    private ClientServices services;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private GreenMail mail;
    @Autowired
    private ObjectMapper json;

    @AfterEach
    void theClockRunsAgain() {
        clock.reset();
    }

    @Test
    void thirtySixPeopleBeginAndTheThirtySeventhGetsThePlaceOfOneWhoLeaves() {
        itIs(STARTS.minusWeeks(2));
        String training = path.start("trainer", "tradeTraining", Map.of("tradeTraining", training()));
        List<String> people = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            people.add(begins(training, i));
        }
        String last = clients.client("Viimeinen");
        path.start("coach", "measurePlace", Map.of("caseId", last, "measure", training));

        assertThat(groups.find(training).orElseThrow().free()).isZero();
        assertThat(measures.participation(training).began()).isEqualTo(PLACES);
        assertThat(path.openTasks(last)).containsExactly("userTask_waitForMeasure");
        assertThat(path.shown("coach", last, "userTask_waitForMeasure").get("measureTurn").toString()).isEqualTo("1");

        String leaves = people.get(7);
        record(training, STARTS.plusWeeks(2), leaves);
        path.runJobs(leaves);
        path.runJobs(last);
        assertThat(path.openTasks(leaves)).containsExactly("userTask_closeMeasure");
        assertThat(path.openTasks(last)).containsExactly("userTask_followTraining");
        assertThat(services.running(last)).extracting(each -> each.service()).containsExactly("TRADE_TRAINING");
        assertThat(TestMail.subjectsTo(mail, last.toLowerCase() + "@example.fi"))
                .containsExactly("Olet jonossa koulutukseen", "Sinulla on paikka koulutuksessa");

        record(training, STARTS.plusWeeks(4), null);
        record(training, ENDS, null);
        path.runJobs(training);

        String first = people.get(0);
        assertThat(trainings.progressOf(training, first)).hasSize(4)
                .allSatisfy(each -> assertThat(each.state()).isEqualTo(TradeTrainings.State.DONE));
        assertThat(trainings.open(training, last)).containsExactly(TradeComponent.ON_THE_JOB, TradeComponent.STUDIES);
        assertThat(trainings.doneBy(training)).containsEntry(TradeComponent.ON_THE_JOB, PLACES - 1)
                .containsEntry(TradeComponent.GUIDANCE, PLACES);

        assertThat(path.openTasks(first)).containsExactly("userTask_closeMeasure");
        close(first, "COMPLETED", Map.of("learned", "Welds and reads drawings.", "smallProgress", List.of("RHYTHM", "TEAM"),
                "smallProgressEvidence", "Came on time for six weeks."), "JOB");
        assertThatThrownBy(() -> close(last, "COMPLETED", Map.of("learned", "Much."), "PATH_CONTINUES"))
                .hasMessageContaining("on-the-job training");
        close(last, "COMPLETED", Map.of("learned", "Much.", "onTheJobNotDone", "Began two weeks later.",
                "studiesNotDone", "Earlier studies recognised."), "PATH_CONTINUES");
        assertThatThrownBy(() -> close(leaves, "LEFT", missing(), "NONE")).hasMessageContaining("nothing come next");
        Map<String, Object> closing = missing();
        closing.put("noNextStepReason", "Moves to another country.");
        close(leaves, "LEFT", closing, "NONE");

        assertThat(services.running(first)).isEmpty();
        assertThat(services.ended(first)).extracting(each -> each.nextStep()).containsExactly("JOB");
        assertThat(services.ended(leaves)).extracting(each -> each.result()).containsExactly("LEFT");
        assertThat(documents.latest(first, "measureClosing").orElseThrow().content().get("smallProgress").toString())
                .contains("RHYTHM");
        assertThat(path.isRunning(first)).isFalse();

        path.submit("trainer", training, "userTask_sumUp", Map.of("tradeTrainingClosing", Map.of(
                "together", "Studies in the morning, work in the afternoon.", "companyFeedback", "Three were hired.",
                "smallProgress", "A team that helps each other.")));
        assertThat(path.isRunning(training)).isFalse();
        assertThat(measures.find(training).orElseThrow().state()).isEqualTo(Measure.State.COMPLETED);
        assertThat(measures.participation(training).began()).isEqualTo(PLACES + 1);
        assertThat(figure(training, TargetGroup.MIGRANTS)).satisfies(each -> {
            assertThat(each.count()).isEqualTo(12);
            assertThat(each.of()).isEqualTo(PLACES);
        });
        assertThat(figure(training, TargetGroup.DISABILITY).isShown()).as("three people would be told apart").isFalse();
    }

    private Map<String, Object> training() {
        Map<String, Object> training = new HashMap<>(Map.of("name", "Metal and construction, autumn", "industry", "METAL",
                "provider", "Edukai", "companies", "Konepaja Oy, Rakennus Oy", "starts", STARTS.toString(),
                "ends", ENDS.toString(), "places", PLACES, "teachingWeekdays",
                List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")));
        training.putAll(Map.of("hoursOnTheJob", 60, "hoursGuidance", 8, "hoursTeamwork", 8, "hoursStudies", 36));
        return training;
    }

    private String begins(String training, int number) {
        String caseId = clients.client("Osallistuja" + (char) ('a' + number % 26));
        documents.save(caseId, "capabilitySurvey", SampleForms.json(Map.of("integrationPlan", number < 12,
                "workAbilityReduced", number < 3)), 0, "coach");
        path.start("coach", "measurePlace", Map.of("caseId", caseId, "measure", training));
        return caseId;
    }

    private void record(String training, LocalDate periodEnds, String left) {
        itIs(periodEnds.plusDays(1));
        path.fireTimer(training, "catchEvent_periodOver");
        assertThat(path.openTasks(training)).as("one task for everybody").containsExactly("userTask_recordProgress");
        Map<String, Object> progress = new HashMap<>(
                parsed(path.shown("trainer", training, "userTask_recordProgress").get("tradeProgress")));
        assertThat(progress).containsEntry("periodEnds", periodEnds.toString());
        assertThat((List<?>) progress.get("studiesTook")).hasSize(PLACES);
        progress.putAll(Map.of("onTheJobHours", 20, "guidanceHours", 4, "teamworkHours", 4, "studiesHours", 12));
        if (left != null) {
            progress.put("left", List.of(left));
        }
        path.submit("trainer", training, "userTask_recordProgress", Map.of("tradeProgress", progress));
    }

    private void close(String caseId, String result, Map<String, Object> closing, String nextStep) {
        path.submit("coach", caseId, "userTask_closeMeasure",
                Map.of("measureResult", result, "serviceNextStep", nextStep, "measureClosing", closing));
    }

    private static Map<String, Object> missing() {
        return new HashMap<>(Map.of("learned", "A little.", "onTheJobNotDone", "Left.", "guidanceNotDone", "Left.",
                "teamworkNotDone", "Left.", "studiesNotDone", "Left."));
    }

    private TargetFigure figure(String training, TargetGroup group) {
        return measures.targetFigures(training).stream().filter(each -> each.group() == group).findFirst().orElseThrow();
    }

    private void itIs(LocalDate day) {
        clock.setTo(day.atTime(9, 0).atZone(BusinessClock.HELSINKI).toInstant());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> parsed(Object shown) {
        try {
            return json.readValue(shown.toString(), Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
