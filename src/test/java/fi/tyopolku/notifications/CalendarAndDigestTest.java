package fi.tyopolku.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.access.DemoPassword;
import fi.tyopolku.access.WebappClient;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseIds;
import fi.tyopolku.testing.DatabaseTest;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Meetings come into the calendar and leave it again; who wants it gets one mail in the morning. */
@DatabaseTest
class CalendarAndDigestTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate INDEPENDENCE_DAY_EVE_FRIDAY = LocalDate.of(2026, 12, 4);
    private static final LocalDate SECOND_CHRISTMAS_DAY = LocalDate.of(2026, 12, 25);
    private static final LocalDate MEETING = LocalDate.of(2026, 12, 9);

    @LocalServerPort
    private int port;
    @Autowired
    private Notifications notifications;
    @Autowired
    private DigestItems digest;
    @Autowired
    private ManagementService management;
    @Autowired
    private TaskService tasks;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private GreenMail mail;

    private final String subject = CaseIds.next();

    @BeforeEach
    void onAMondayMorning() {
        clock.setTo(MONDAY.atTime(7, 0).atZone(BusinessClock.HELSINKI).toInstant());
        mail.reset();
    }

    @AfterEach
    void reset() {
        digest.wish("coach3", false);
        digest.take("coach3");
        clock.reset();
    }

    @Test
    void anEntryIsMovedAndCancelledInTheReadersCalendar() throws Exception {
        send("invited", new CalendarEntry("EVENT", MEETING, LocalTime.of(9, 30), null, "Kemijärvi, Kulttuurikeskus"));
        send("moved", new CalendarEntry("EVENT", MEETING.plusDays(1), null, MEETING.plusDays(2), null));
        send("off", CalendarEntry.cancelling("EVENT"));
        send("off again", CalendarEntry.cancelling(CalendarEntry.ALL));

        List<MimeMessage> sent = received();
        assertThat(sent).hasSize(4);
        String invitation = calendar(sent.get(0));
        assertThat(invitation).contains("METHOD:REQUEST", "SEQUENCE:0", "SUMMARY:Tilaisuus sinulle tai asiakkaillesi",
                "DTSTART:20261209T073000Z", "DTEND:20261209T083000Z", "LOCATION:Kemijärvi\\, Kulttuurikeskus");
        assertThat(calendar(sent.get(1))).contains("METHOD:REQUEST", "SEQUENCE:1", "DTSTART;VALUE=DATE:20261210",
                "DTEND;VALUE=DATE:20261212", line(invitation, "UID:"));
        assertThat(calendar(sent.get(2))).contains("METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED",
                line(invitation, "UID:"));
        assertThat(sent.get(3).getContentType()).as("nothing is left to be cancelled").startsWith("text/plain");
    }

    @Test
    void whatWasNeverInvitedToIsNotCancelled() throws Exception {
        send("off", CalendarEntry.cancelling("EVENT"));
        assertThat(received()).singleElement().satisfies(plain ->
                assertThat(plain.getContentType()).startsWith("text/plain"));
    }

    @Test
    void aCoachWhoWantsItGetsOneMailInTheMorning() throws Exception {
        digest.wish("coach3", true);
        Task task = task("coach3", "Kysy kuulumiset", MONDAY.minusDays(3));
        try {
            notifyCoach3("coach-changed-staff", "one");
            notifyCoach3("reminder-plan", "two");
            send("meeting", new CalendarEntry("EVENT", MEETING, null, null, null));
            assertThat(subjects()).as("an invitation does not wait").containsExactly("Tilaisuus sinulle tai asiakkaillesi");

            mail.reset();
            morning();
            assertThat(received()).singleElement().satisfies(sent -> {
                assertThat(sent.getSubject()).isEqualTo("Aamukooste");
                assertThat(sent.getContent().toString()).contains("Kysy kuulumiset", "20.11.2026 (myöhässä)", subject)
                        .doesNotContain("Muistutus");
            });
        } finally {
            tasks.deleteTask(task.getId(), true);
        }
    }

    @Test
    void aReminderToAGroupDoesNotWaitForTheMorning() {
        digest.wish("coach3", true);
        notifications.send(new Notification(subject, "reminder-referral", Recipient.COACHES, "group",
                Map.of("municipality", "kemijarvi")));
        assertThat(received()).anySatisfy(sent -> assertThat(sent.getAllRecipients()[0].toString()).isEqualTo("coach3@example.org"));
    }

    @Test
    void aHolidayWaitsForTheNextWorkingDayAndWhoHasNothingNewGetsNoMail() {
        digest.wish("coach3", true);
        notifyCoach3("coach-changed-staff", "holiday");
        clock.setTo(SECOND_CHRISTMAS_DAY.atTime(7, 0).atZone(BusinessClock.HELSINKI).toInstant());
        morning();
        assertThat(subjects()).isEmpty();
        clock.setTo(INDEPENDENCE_DAY_EVE_FRIDAY.atTime(7, 0).atZone(BusinessClock.HELSINKI).toInstant());
        morning();
        morning();
        assertThat(subjects()).containsExactly("Aamukooste");
    }

    @Test
    void thePersonChoosesOnThePageOfSettings() throws Exception {
        assertThat(new WebappClient(port).get("/app/settings").statusCode()).as("logged out: to the log-in").isEqualTo(302);
        WebappClient coach = new WebappClient(port);
        coach.logIn("coach3", DemoPassword.VALUE, "tasklist");
        assertThat(coach.get("/app/settings").body()).contains("Yksi aamukooste").containsPattern("value=\"EACH\" checked");
        assertThat(coach.send(coach.request("/app/settings").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("mail=DIGEST"))).statusCode()).isEqualTo(303);
        assertThat(digest.isWantedBy("coach3")).isTrue();
        WebappClient administrator = new WebappClient(port);
        administrator.logIn("admin", DemoPassword.VALUE, "admin");
        assertThat(administrator.get("/app/settings").statusCode()).isEqualTo(403);
    }

    private void send(String key, CalendarEntry entry) {
        notifications.send(new Notification(subject, "event-for-coaches", Recipient.STAFF_MEMBER, key,
                Map.of("userId", "coach3", "municipality", "kemijarvi", "heldOn", MEETING), entry));
    }

    private void notifyCoach3(String template, String key) {
        notifications.send(new Notification(subject, template, Recipient.STAFF_MEMBER, key,
                Map.of("userId", "coach3", "municipality", "kemijarvi")));
    }

    private void morning() {
        Job timer = management.createJobQuery().processDefinitionKey("morningDigest").timers().singleResult();
        management.executeJob(timer.getId());
        management.createJobQuery().processDefinitionKey("morningDigest").messages().list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private Task task(String assignee, String name, LocalDate due) {
        Task task = tasks.newTask();
        task.setName(name);
        task.setAssignee(assignee);
        task.setDueDate(Date.from(due.atTime(9, 0).atZone(BusinessClock.HELSINKI).toInstant()));
        tasks.saveTask(task);
        return task;
    }

    private List<MimeMessage> received() {
        return Arrays.asList(mail.getReceivedMessages());
    }

    private List<String> subjects() {
        return received().stream().map(message -> {
            try {
                return message.getSubject();
            } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        }).toList();
    }

    private static String calendar(Message message) throws Exception {
        BodyPart part = ((Multipart) message.getContent()).getBodyPart(1);
        assertThat(part.getContentType()).startsWith("text/calendar");
        String text = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return text.replace("\r\n ", "");
    }

    private static String line(String calendar, String start) {
        return calendar.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }
}
