package fi.tyopolku.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clients.NewReferral;
import fi.tyopolku.clients.PersonalIdentityCode;
import fi.tyopolku.clients.ReferralSource;
import fi.tyopolku.notifications.MailRecord.Reason;
import fi.tyopolku.testing.DatabaseTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@Import(NotificationTestSetup.class)
class NotificationsTest {

    @Autowired
    private Notifications notifications;
    @Autowired
    private ClientRegister clients;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private MailServer server;
    @Autowired
    private JavaMailSenderImpl sender;
    @Autowired
    private PlatformTransactionManager transactions;
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startServer() {
        for (String table : List.of("open_case", "coach_change", "client_case", "client", "mail_sent")) {
            jdbc.sql("delete from tyopolku." + table).update();
        }
        server.up();
    }

    @Test
    void theClientReadsMailInTheirOwnLanguage() throws Exception {
        String caseId = caseOf("aino.asa@example.org", "sv");
        cases.assignCoach(caseId, "coach");

        send(caseId, "referral-accepted", Recipient.CLIENT, Map.of("interviewDue", "2026-12-04"));

        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("Din väg mot arbete börjar");
        assertThat(mail.getContent().toString())
                .contains("Hej Åsa!", "Kaisa Koutsi, kaisa@example.org", "senast den 4.12.2026", "Kemijärvi", caseId);
        assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).containsExactly("sv");
        assertThat(mail.getMessageID()).matches("<[0-9a-f]{32}@tyopolku>");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("aino.asa@example.org");
        assertThat(notifications.sentFor(caseId)).singleElement()
                .returns(true, MailRecord::sent)
                .returns(mail.getMessageID(), MailRecord::messageId);
    }

    @Test
    void theSameMessageTwiceIsSentOnceAndAnotherKeyIsAnotherMessage() {
        String caseId = caseOf("aino@example.org", "fi");

        send(caseId, "plan-approved", Recipient.CLIENT, Map.of());
        send(caseId, "plan-approved", Recipient.CLIENT, Map.of());
        assertThat(server.messages()).hasSize(1);
        notifications.send(new Notification(caseId, "plan-approved", Recipient.CLIENT, "second", Map.of()));
        assertThat(server.messages()).hasSize(2);
    }

    @Test
    void aCallerThatFailsAfterwardsAndRepeatsSendsOnce() {
        String caseId = caseOf("aino@example.org", "fi");
        TransactionTemplate transaction = new TransactionTemplate(transactions);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            send(caseId, "plan-approved", Recipient.CLIENT, Map.of());
            throw new IllegalStateException("later step failed");
        })).hasMessage("later step failed");
        transaction.executeWithoutResult(status -> send(caseId, "plan-approved", Recipient.CLIENT, Map.of()));

        assertThat(server.messages()).hasSize(1);
    }

    @Test
    void aMailServerThatIsDownLeavesNothingAndALaterRepetitionEndsWell() throws Exception {
        String caseId = caseOf("aino@example.org", "fi");
        server.down();

        Throwable failure = catchThrowable(() -> send(caseId, "plan-approved", Recipient.CLIENT, Map.of()));

        assertThat(failure).isInstanceOf(MailNotSentException.class).hasNoCause().hasNoSuppressedExceptions();
        StringWriter stackTrace = new StringWriter();
        failure.printStackTrace(new PrintWriter(stackTrace));
        assertThat(stackTrace.toString()).doesNotContain("aino@example.org", "Åsa", "Korhonen");
        assertThat(notifications.sentFor(caseId)).isEmpty();

        server.up();
        send(caseId, "plan-approved", Recipient.CLIENT, Map.of());
        assertThat(onlyMail().getMessageID()).isEqualTo(notifications.sentFor(caseId).get(0).messageId());
    }

    @Test
    void sendersAtTheSameMomentSendOnce() throws Exception {
        String caseId = caseOf("aino@example.org", "fi");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> sends = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sends.add(threads.submit(() -> {
                start.await();
                new TransactionTemplate(transactions).executeWithoutResult(
                        status -> send(caseId, "plan-approved", Recipient.CLIENT, Map.of()));
                return null;
            }));
        }
        start.countDown();
        for (Future<?> send : sends) {
            send.get();
        }
        threads.shutdown();

        assertThat(server.messages()).hasSize(1);
        assertThat(notifications.sentFor(caseId)).hasSize(1);
    }

    @Test
    void aMailThatWasTakenButNotRecordedGoesAgainUnderTheSameMessageId() throws Exception {
        String caseId = caseOf("aino@example.org", "fi");
        send(caseId, "plan-approved", Recipient.CLIENT, Map.of());
        jdbc.sql("delete from tyopolku.mail_sent").update();
        send(caseId, "plan-approved", Recipient.CLIENT, Map.of());

        assertThat(server.messages()).hasSize(2);
        assertThat(server.messages().get(0).getMessageID()).isEqualTo(server.messages().get(1).getMessageID());
    }

    @Test
    void aClientWithoutAddressDoesNotStopThePath() {
        String caseId = caseOf(null, "fi");

        send(caseId, "plan-approved", Recipient.CLIENT, Map.of());
        send(caseId, "funding-decision-employer", Recipient.EMPLOYER, Map.of("outcome", "GRANTED"));
        send(caseId, "escalation", Recipient.TRAINERS, Map.of());

        assertThat(server.messages()).isEmpty();
        assertThat(notifications.sentFor(caseId)).hasSize(3)
                .allSatisfy(mail -> assertThat(mail.sent()).isFalse())
                .extracting(MailRecord::reason).containsOnly(Reason.NO_ADDRESS);
    }

    @Test
    void anAddressThatIsNoneDoesNotStopThePath() {
        String caseId = caseOf("aino@example.org", "fi");
        jdbc.sql("update tyopolku.client set email = 'aino at example'").update();

        send(caseId, "plan-approved", Recipient.CLIENT, Map.of());

        assertThat(notifications.sentFor(caseId)).extracting(MailRecord::reason).containsExactly(Reason.ADDRESS_UNUSABLE);
    }

    @Test
    void anAddressTheServerDoesNotKnowIsRecordedAndARefusalByPolicyIsRepeated() throws Exception {
        String caseId = caseOf("aino@example.org", "fi");
        try (RefusingMailServer refusing = new RefusingMailServer("550 5.7.1 Relaying denied")) {
            sender.setPort(refusing.port());
            assertThatThrownBy(() -> send(caseId, "plan-approved", Recipient.CLIENT, Map.of()))
                    .isInstanceOf(MailNotSentException.class);
            assertThat(notifications.sentFor(caseId)).isEmpty();
        }
        try (RefusingMailServer refusing = new RefusingMailServer("550 5.1.1 User unknown")) {
            sender.setPort(refusing.port());
            send(caseId, "plan-approved", Recipient.CLIENT, Map.of());
            assertThat(notifications.sentFor(caseId)).extracting(MailRecord::reason)
                    .containsExactly(Reason.ADDRESS_REFUSED);
        }
    }

    @Test
    void oneRefusedColleagueDoesNotKeepTheMailFromTheOthers() throws Exception {
        String caseId = caseOf("aino@example.org", "fi");
        try (RefusingMailServer refusing = new RefusingMailServer("450 4.2.1 Mailbox busy")) {
            sender.setPort(refusing.port());
            assertThatThrownBy(() -> send(caseId, "reminder-referral", Recipient.COACHES, Map.of()))
                    .isInstanceOf(MailNotSentException.class);
            assertThat(refusing.refused()).isEqualTo(2);
        }
    }

    @Test
    void remindersOfAClosedCaseAreNotSent() {
        String caseId = caseOf("aino@example.org", "fi");
        cases.assignCoach(caseId, "coach");
        send(caseId, "reminder-plan", Recipient.COACH, Map.of());
        assertThat(server.messages()).hasSize(1);

        cases.closeCase(caseId, "WITHDRAWN");
        notifications.cancelReminders(caseId);
        notifications.send(new Notification(caseId, "reminder-plan", Recipient.COACH, "second", Map.of()));
        send(caseId, "path-withdrawn", Recipient.CLIENT, Map.of());

        assertThat(server.messages()).hasSize(2);
        assertThat(notifications.sentFor(caseId)).filteredOn(mail -> !mail.sent()).singleElement()
                .returns(Reason.CASE_CLOSED, MailRecord::reason);
    }

    @Test
    void oldAndNewCoachAreTold() {
        String caseId = caseOf("aino@example.org", "fi");
        cases.assignCoach(caseId, "coach");
        cases.changeCoach(caseId, "coach3", "manager", null);

        send(caseId, "coach-changed-staff", Recipient.COACH, Map.of());
        send(caseId, "coach-changed-staff", Recipient.PREVIOUS_COACH, Map.of());

        assertThat(recipients()).containsExactly("kalle@example.org", "kaisa@example.org");
    }

    @Test
    void aGroupIsToldPersonByPersonEachInTheirLanguage() throws Exception {
        String caseId = caseOf("aino@example.org", "fi");

        send(caseId, "reminder-referral", Recipient.COACHES, Map.of());
        send(caseId, "reminder-referral", Recipient.COACHES, Map.of());

        assertThat(recipients()).containsExactly("kaisa@example.org", "kalle@example.org");
        assertThat(server.messages().get(0).getSubject()).startsWith("Muistutus");
        assertThat(server.messages().get(1).getSubject()).startsWith("Påminnelse");
    }

    @Test
    void mailAboutATrainingGroupNeedsNoCase() throws Exception {
        notifications.send(new Notification("group-7", "reminder-attendance", Recipient.STAFF_MEMBER, "week-48",
                Map.of("userId", "manager", "municipality", "kemijarvi")));
        notifications.send(new Notification("group-7", "escalation", Recipient.MANAGERS, "week-48",
                Map.of("municipality", "kemijarvi")));

        assertThat(recipients()).containsExactly("maija@example.org", "maija@example.org");
    }

    @Test
    void partnersAndReferrersAreTold() throws Exception {
        String caseId = caseOf("aino@example.org", "fi");

        send(caseId, "work-trial-agreed-host", Recipient.HOST, Map.of("startsOn", LocalDate.of(2026, 12, 1)));
        send(caseId, "referral-outcome", Recipient.REFERRER, Map.of("outcome", "ACCEPTED"));

        assertThat(recipients()).containsExactly("host@example.org", "riitta@example.org");
        assertThat(server.messages().get(0).getContent().toString()).contains("1 December 2026");
        assertThat(server.messages().get(1).getContent().toString()).contains("Lähete on hyväksytty")
                .doesNotContain("Åsa", "Korhonen", "aino@example.org");
    }

    @Test
    void aMissingDetailIsAnErrorOfTheModelAndLeavesNothing() {
        String caseId = caseOf("aino@example.org", "fi");

        assertThatThrownBy(() -> send(caseId, "referral-outcome", Recipient.REFERRER, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(notifications.sentFor(caseId)).isEmpty();
    }

    private void send(String caseId, String template, Recipient recipient, Map<String, Object> details) {
        notifications.send(new Notification(caseId, template, recipient, "key", details));
    }

    private String caseOf(String email, String language) {
        return clients.register(new NewReferral("kemijarvi", new PersonalIdentityCode("131052-308T"), "Åsa",
                "Korhonen", email, null, language, null, ReferralSource.ASSOCIATION, "Riitta", "riitta@example.org",
                LocalDate.of(2026, 11, 1))).caseId();
    }

    private MimeMessage onlyMail() {
        assertThat(server.messages()).hasSize(1);
        return server.messages().get(0);
    }

    private List<String> recipients() {
        return server.messages().stream().map(mail -> {
            try {
                return mail.getAllRecipients()[0].toString();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }).toList();
    }
}
