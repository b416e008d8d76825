package fi.tyopolku.clientservices;

import static fi.tyopolku.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.clients.CaseClosed;
import fi.tyopolku.clients.CaseInterrupted;
import fi.tyopolku.testing.DatabaseTest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class ClientServicesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    private static final Set<DayOfWeek> WORKING_WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    @Autowired
    private ClientServices services;
    @Autowired
    private ApplicationEventPublisher publisher;
    @Autowired
    private JdbcClient jdbc;

    private final String caseId = "TP-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void guidanceGoesBesideATrainingOnTheSameDays() {
        services.begin(service("CONTACT_TRAINING", MONDAY, MONDAY.plusWeeks(5), WORKING_WEEK));
        services.begin(service("SOCIAL_GUIDANCE", MONDAY, null, Set.of()));

        assertThat(services.running(caseId)).extracting(RunningService::service)
                .containsExactly("CONTACT_TRAINING", "SOCIAL_GUIDANCE");
    }

    @Test
    void aSecondServiceOnTheSameDaysIsRefusedWithTheReason() {
        services.begin(service("CONTACT_TRAINING", MONDAY, MONDAY.plusWeeks(5), WORKING_WEEK));

        assertThatThrownBy(() -> services.begin(service("WORK_TRIAL", MONDAY.plusWeeks(3), null, WORKING_WEEK)))
                .isInstanceOfSatisfying(OverlapRefused.class, refused -> {
                    assertThat(refused.in(Locale.forLanguageTag("fi")))
                            .isEqualTo("Palvelu työkokeilu olisi samoina päivinä kuin lähiopetus, joka alkoi 2.11.2026. "
                                    + "Valitse muut päivät tai päätä aiempi palvelu ensin.");
                    assertThat(refused.in(Locale.ENGLISH)).contains("work trial would take the same days");
                });
        assertThat(services.running(caseId)).hasSize(1);
    }

    @Test
    void afterTheEndOfTheFirstTheDaysAreFree() {
        services.begin(service("CONTACT_TRAINING", MONDAY, MONDAY.plusWeeks(5), WORKING_WEEK));

        assertThat(services.bars(service("WORK_TRIAL", MONDAY.plusWeeks(5), null, WORKING_WEEK))).hasSize(1);
        assertThat(services.bars(service("WORK_TRIAL", MONDAY.plusWeeks(5).plusDays(1), null, WORKING_WEEK))).isEmpty();
    }

    @Test
    void daysOfTheWeekThatDoNotMeetDoNotOverlap() {
        services.begin(service("CONTACT_TRAINING", MONDAY, null, EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY)));

        assertThat(services.bars(service("SHORT_NOTICE_TRAINING", MONDAY.plusDays(2), MONDAY.plusDays(4), WORKING_WEEK)))
                .isEmpty();
        assertThat(services.bars(service("SHORT_NOTICE_TRAINING", MONDAY.plusDays(2), MONDAY.plusDays(7), WORKING_WEEK)))
                .singleElement().extracting(Overlap::code).isEqualTo("SAME_DAYS");
    }

    @Test
    void theSameServiceRunsOnceAtATimeAndAgainAfterItsEnd() {
        services.begin(service("SPECIAL_SUPPORT", MONDAY, null, Set.of()));
        assertThat(services.bars(service("SPECIAL_SUPPORT", MONDAY, null, Set.of())))
                .singleElement().extracting(Overlap::code).isEqualTo("SAME_SERVICE");

        services.end(caseId, "SPECIAL_SUPPORT", "RESOLVED", "PATH_CONTINUES", false);
        services.begin(service("SPECIAL_SUPPORT", MONDAY, null, Set.of()));

        assertThat(services.ended(caseId)).singleElement()
                .satisfies(ended -> assertThat(ended.nextStep()).isEqualTo("PATH_CONTINUES"));
    }

    @Test
    void noServiceEndsWithoutANextStepOrARecordedReason() {
        services.begin(service("SOCIAL_GUIDANCE", MONDAY, null, Set.of()));

        assertRefused("clientservices.nextStepMissing",
                () -> services.end(caseId, "SOCIAL_GUIDANCE", "EASED", ClientServices.NO_NEXT_STEP, false));
        assertThat(services.running(caseId)).hasSize(1);
        services.end(caseId, "SOCIAL_GUIDANCE", "EASED", null, true);
        assertThat(services.ended(caseId)).singleElement()
                .satisfies(ended -> assertThat(ended.nextStep()).isEqualTo(ClientServices.NO_NEXT_STEP));
        assertThatThrownBy(() -> jdbc.sql("update tyopolku.client_service set next_step = null where case_id = ?")
                .param(caseId).update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whatStillRunsEndsWithTheCaseAndPausesWithIt() {
        services.begin(service("SOCIAL_GUIDANCE", MONDAY, null, Set.of()));
        publisher.publishEvent(new CaseInterrupted(caseId));
        assertThat(services.running(caseId)).isEmpty();

        services.begin(service("SOCIAL_GUIDANCE", MONDAY, null, Set.of()));
        publisher.publishEvent(new CaseClosed(caseId, MONDAY));
        assertThat(services.ended(caseId)).extracting(EndedService::nextStep)
                .containsExactly("CASE_ENDED", "PATH_RESUMES");
    }

    private NewClientService service(String code, LocalDate from, LocalDate to, Set<DayOfWeek> days) {
        return new NewClientService(caseId, "kemijarvi", code, null, from, to, days);
    }
}
