package fi.tyopolku.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.HandOvers;
import fi.tyopolku.handover.Coaches.Reason;
import fi.tyopolku.handover.Coaches.WithoutCoach;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.TestMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class CasesWithoutCoachTest {

    private static final String NOTICE = "Asioita on ilman valmentajaa";

    @Autowired
    private PathDriver path;
    @Autowired
    private Coaches coaches;
    @Autowired
    private HandOvers handOvers;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private IdentityService identity;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private FormService forms;
    @Autowired
    private ManagementService management;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private GreenMail mails;

    private HandOverSetUp setUp;
    private List<String> caseIds;
    private String gone;
    private String locked;

    @BeforeEach
    void casesOfCoachesWhoAreNotThere() {
        setUp = new HandOverSetUp(path, clock, identity, repository, forms);
        caseIds = setUp.clients(4);
        gone = setUp.newCoach("coach-gone-" + System.nanoTime());
        locked = setUp.newCoach("coach-locked-" + System.nanoTime());
        String away = setUp.newCoach("coach-away-" + System.nanoTime());
        hand(gone, 0);
        hand(locked, 1);
        hand(away, 2);
        hand(away, 3);
        String absence = setUp.handOver("manager", setUp.away(away, "coach3", 0, 3, List.of(caseIds.get(3))), List.of(caseIds.get(3)));
        setUp.fire(absence, "catchEvent_firstDay", List.of(caseIds.get(3)));
        identity.deleteMembership(gone, "coach");
        jdbc.sql("update act_id_user set attempts_ = 10 where id_ = ?").param(locked).update();
    }

    @AfterEach
    void thingsAsTheyWere() {
        clock.reset();
        setUp.endAbsences(handOvers);
        setUp.handOver("manager", setUp.forGood(gone, "coach3", List.of()), caseIds);
        jdbc.sql("update act_id_user set attempts_ = 0 where id_ = ?").param(locked).update();
    }

    @Test
    void aCaseWhoseCoachIsGoneLockedOrAwayWithoutADeputyCountsAsWithoutACoach() {
        Map<String, Reason> found = coaches.casesWithoutCoach(PathDriver.KEMIJARVI).stream()
                .collect(Collectors.toMap(each -> each.found().caseId(), WithoutCoach::reason));

        assertThat(found).containsEntry(caseIds.get(0), Reason.NOT_A_COACH_HERE).containsEntry(caseIds.get(1), Reason.LOCKED)
                .containsEntry(caseIds.get(2), Reason.AWAY).doesNotContainKey(caseIds.get(3));
        assertThat(coaches.casesWithoutCoach(PathDriver.SODANKYLA)).extracting(each -> each.found().caseId())
                .doesNotContainAnyElementsOf(caseIds);
    }

    @Test
    void managersAreToldOnTheMorningOfAWorkingDayAndNotOnASunday() throws Exception {
        clock.setTo(Instant.parse("2026-11-29T06:00:00Z"));
        morning();
        assertThat(notices()).isEmpty();

        clock.setTo(LocalDate.now(clock).plusDays(1).atTime(7, 0).atZone(BusinessClock.HELSINKI).toInstant());
        int before = TestMail.subjectsTo(mails, "manager@example.org").size();
        morning();
        List<ProcessInstance> notices = notices();
        assertThat(notices).extracting(ProcessInstance::getTenantId).contains(PathDriver.KEMIJARVI);
        notices.forEach(notice -> path.runJobs(notice.getBusinessKey()));

        assertThat(TestMail.subjectsTo(mails, "manager@example.org").subList(before, before + 1)).containsExactly(NOTICE);
        List<String> texts = Arrays.stream(mails.getReceivedMessages()).filter(mail -> subject(mail).equals(NOTICE))
                .map(CasesWithoutCoachTest::content).toList();
        assertThat(texts).anySatisfy(text -> assertThat(text).contains(caseIds.get(0), "/app/hand-over"));
        assertThat(texts).noneMatch(text -> text.contains("Aino") || text.contains("Koskela"));
        assertThat(notices()).isEmpty();
    }

    private void hand(String coach, int number) {
        List<String> one = List.of(caseIds.get(number));
        setUp.handOver("manager", setUp.forGood("coach", coach, one), one);
    }

    private void morning() {
        management.executeJob(management.createJobQuery().activityId("startEvent_everyMorning").timers().list().stream()
                .reduce((first, last) -> last).orElseThrow().getId());
    }

    private List<ProcessInstance> notices() {
        return runtime.createProcessInstanceQuery().processDefinitionKey("casesWithoutCoach").list();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String content(MimeMessage mail) {
        try {
            return mail.getContent().toString();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
