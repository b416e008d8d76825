package fi.tyopolku.coaching;

import static fi.tyopolku.coaching.CoachingForms.licence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.coaching.Licence.State;
import fi.tyopolku.decisions.DecisionRecords;
import fi.tyopolku.notifications.MailRecord;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.path.subsidisedjob.SubsidyCases;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.PathDriver;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class LicenceTest {

    private static final String RECORD = "userTask_recordLicence";
    private static final String CONFIRM = "userTask_confirmValidity";
    private static final String RENEWAL = "userTask_recordRenewal";

    @Autowired
    private PathDriver path;
    @Autowired
    private SubsidyCases clientCases;
    @Autowired
    private Licences licences;
    @Autowired
    private DecisionRecords decisions;
    @Autowired
    private Notifications notifications;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private BusinessClock clock;

    private String caseId;
    private LocalDate today;

    @BeforeEach
    void aClient() {
        caseId = clientCases.open(40, Map.of());
        today = clock.today();
    }

    @Test
    void anOccupationalSafetyCardIsRenewedAfterFiveYearsWithAReminderNinetyDaysBefore() {
        order(licence("OCCUPATIONAL_SAFETY_CARD", 120.50, "MUNICIPALITY", today.plusDays(7)));
        Licence planned = only();
        assertThat(planned.costCents()).isEqualTo(12_050);
        assertThat(planned.payer()).isEqualTo("MUNICIPALITY");
        assertThat(path.shown("coach", caseId, RECORD).get("licenceShown").toString())
                .contains("Occupational Safety Card", "OSAO", "120.50", "municipality");
        path.fireTimer(caseId, "boundaryEvent_recordLicence_reminder");
        path.fireTimer(caseId, "boundaryEvent_recordLicence_escalation");

        path.submit("coach", caseId, RECORD, done(today.minusDays(2)));
        assertThat(only().renewBy()).isEqualTo(today.minusDays(2).plusYears(5));
        assertThat(decisions.latest(caseId, "licenceRenewal").orElseThrow().outcome().single().get("basis"))
                .isEqualTo("No act; tyoturvallisuuskortti.fi");
        path.fireTimer(caseId, "catchEvent_renewalNear");
        assertThat(sent()).contains("reminder-licence", "escalation", "licence-recorded", "reminder-licence-client");

        assertThatThrownBy(() -> path.submit("coach", caseId, RENEWAL, renewed(today.minusDays(3))))
                .hasMessageContaining("cannot have been renewed");
        path.submit("coach", caseId, RENEWAL, renewed(today));
        assertThat(only().renewBy()).isEqualTo(today.plusYears(5));
        path.fireTimer(caseId, "catchEvent_renewalNear");
        path.submit("coach", caseId, RENEWAL, Map.of("renewalOutcome", "LAPSED",
                "licenceRenewalResult", Map.of("lapseReason", "Työ ei enää vaadi korttia.")));

        assertThat(only().state()).isEqualTo(State.LAPSED);
        assertThat(path.isRunning(caseId)).isFalse();
    }

    @Test
    void aHygienePassportIsValidUntilFurtherNotice() {
        order(licence("HYGIENE_PASSPORT", 0, "NONE", today));
        path.submit("coach", caseId, RECORD, done(today));

        assertThat(path.hasPassed(caseId, "endEvent_validForGood")).isTrue();
        assertThat(only().state()).isEqualTo(State.DONE);
        assertThat(only().renewBy()).isNull();
    }

    @Test
    void whatWasOnlyRecalledAPersonConfirmsOnTheCard() {
        order(licence("FIRST_AID_EA1", 80, "PROJECT", today));
        path.submit("coach", caseId, RECORD, done(today));

        assertThat(path.shown("coach", caseId, CONFIRM).get("licenceShown").toString()).contains("confirmed on the card");
        assertThatThrownBy(() -> path.submit("coach", caseId, CONFIRM, validUntil(today)))
                .hasMessageContaining("must be after");
        path.submit("coach", caseId, CONFIRM, validUntil(today.plusYears(3)));

        assertThat(only().renewBy()).isEqualTo(today.plusYears(3));
        assertThat(path.waitsForTimer(caseId, "catchEvent_renewalNear")).isTrue();
    }

    @Test
    void anUnknownLicenceIsLookedUpByHand() {
        Map<String, Object> forklift = licence("OTHER_LICENCE", 300, "EMPLOYER", today);
        assertThatThrownBy(() -> order(forklift)).hasMessageContaining("Which one?");
        forklift.put("kindOther", "Trukkikortti");
        order(forklift);
        path.submit("coach", caseId, RECORD, done(today));
        path.submit("coach", caseId, CONFIRM, Map.of("validity", "FOR_GOOD",
                "licenceValidity", Map.of("source", "Työnantajan ohje")));

        assertThat(path.hasPassed(caseId, "endEvent_validForGood")).isTrue();
    }

    @Test
    void aTrainingMovesOrIsNotTaken() {
        order(licence("HOT_WORK", 150, "EMPLOYMENT_AUTHORITY", today));
        path.submit("coach", caseId, RECORD, Map.of("licenceOutcome", "MOVED",
                "licenceResult", Map.of("movedTo", today.plusDays(20).toString())));
        assertThat(only().plannedOn()).isEqualTo(today.plusDays(20));

        assertThatThrownBy(() -> path.submit("coach", caseId, RECORD, done(today.plusDays(1))))
                .hasMessageContaining("Done on");
        path.submit("coach", caseId, RECORD, Map.of("licenceOutcome", "NOT_TAKEN",
                "licenceResult", Map.of("whyNot", "Kurssi peruttiin.")));

        assertThat(only().state()).isEqualTo(State.NOT_TAKEN);
        assertThat(path.isRunning(caseId)).isFalse();
    }

    @Test
    void aClosedCaseEndsItsLicencesAndTheirReminders() {
        order(licence("HOT_WORK", 150, "EMPLOYMENT_AUTHORITY", today));
        path.submit("coach", caseId, RECORD, done(today));
        assertThat(path.isRunning(caseId)).isTrue();

        cases.closeCase(caseId, "OPEN_JOB");

        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(only().state()).isEqualTo(State.ENDED_WITH_CASE);
        assertThat(path.hasPassed(caseId, "endEvent_endedWithCase")).isTrue();
        assertThatThrownBy(() -> order(licence("HOT_WORK", 0, "NONE", today))).hasMessageContaining("closed");
    }

    @Test
    void onlyTheClientsOwnCoachOrdersAndACostNeedsAPayer() {
        assertThatThrownBy(() -> order(licence("HOT_WORK", 150, "NONE", today))).hasMessageContaining("nobody pays");
        assertThatThrownBy(() -> order("coach3", licence("HOT_WORK", 0, "NONE", today))).hasMessageContaining("own coach");
        assertThatThrownBy(() -> order("coach2", licence("HOT_WORK", 0, "NONE", today))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> order(licence("HOT_WORK", -1, "PROJECT", today))).hasMessageContaining("Cost, euros");
        assertThat(licences.of(caseId)).isEmpty();
    }

    private void order(Map<String, Object> plan) {
        order("coach", plan);
    }

    private void order(String user, Map<String, Object> plan) {
        path.start(user, "licence", new HashMap<>(Map.of("caseId", caseId, "licencePlan", plan)));
    }

    private static Map<String, Object> done(LocalDate on) {
        return Map.of("licenceOutcome", "DONE", "licenceResult", Map.of("doneOn", on.toString(), "certificateSeen", true));
    }

    private static Map<String, Object> renewed(LocalDate on) {
        return Map.of("renewalOutcome", "RENEWED", "licenceRenewalResult", Map.of("renewedOn", on.toString()));
    }

    private static Map<String, Object> validUntil(LocalDate day) {
        return Map.of("validity", "UNTIL_DATE", "licenceValidity", Map.of("renewBy", day.toString(), "source", "Kortti"));
    }

    private Licence only() {
        return licences.of(caseId).get(0);
    }

    private List<String> sent() {
        return notifications.sentFor(caseId).stream().map(MailRecord::template).toList();
    }
}
