package fi.tyopolku.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.supports.SupportForms;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.SampleForms;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What each of the people at the desks does on a day, in Tasklist in Finnish: looks at the queue, takes a task, completes it. */
@BrowserTest
class DayOfWorkBrowserTest {

    @LocalServerPort
    private int port;
    @Autowired
    private PathDriver path;
    @Autowired
    private TaskService tasks;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private BusinessClock clock;
    private Browser browser;

    @BeforeEach
    void come(Browser browser) {
        this.browser = browser;
    }

    @Test
    void aCoachRegistersAReferralTakesItAndSurveysTheClient() {
        try (TasklistPage coach = tasklist("coach")) {
            String caseId = refer(coach, "Tuuli", "Nevalainen");

            coach.take("Käsittele lähete", caseId);
            coach.pick("Mitä päätät?", "Hyväksy");
            assertThat(coach.completeAndBeRefused()).contains("Omavalmentaja");
            coach.choose("Omavalmentaja", "Kaisa Valmentaja");
            coach.complete();
            path.runJobs(caseId);
            assertThat(cases.coachOf(caseId)).contains("coach");

            coach.open("Kartoita osaaminen", caseId);
            coach.pick("Miten alkuhaastattelu sujui?", "Haastattelu tehtiin");
            coach.fill("Työhistoria", "Oma tila vuoteen 2019, sitten kausitöitä metsässä.");
            coach.fill("Työttömyyskuukaudet viimeisten 14 kuukauden aikana", "14");
            coach.fill("Työttömyyskuukaudet viimeisten 28 kuukauden aikana", "20");
            coach.fill("Yhtäjaksoisia työttömyyskuukausia", "20");
            coach.fill("Osaaminen ja vahvuudet", "Koneet, puutavara, kirjanpito.");
            coach.choose("Korkein koulutus", "Perusopetus");
            coach.choose("Opiskeluvalmius", "Kohtalainen");
            coach.choose("Suomen kieli", "Äidinkieli tai vastaava");
            coach.choose("Digitaitojen taso", "Heikko");
            coach.fill("Etäisyys kuntakeskukseen, km", "120");
            coach.reads("Asiakas asuu yli 100 km:n päässä keskuksesta.");
            coach.choose("Sosiaaliset ja työelämän verkostot", "Hiipuneet");
            coach.choose("Työkyky", "Hyvä");
            coach.complete();
            path.runJobs(caseId);
            assertThat(path.openTasks(caseId)).containsExactly("userTask_agreeOnSupports");
        }
    }

    @Test
    void whatIsSomebodyElsesIsNotShownAndNotGiven() {
        String caseId = path.start("coach", "clientPath", SampleForms.referral(IdentityCodes.next()));
        try (TasklistPage coach = tasklist("coach"); TasklistPage colleague = tasklist("coach3");
                TasklistPage elsewhere = tasklist("coach2")) {
            elsewhere.show("Ryhmäni tehtävät");
            assertThat(elsewhere.cards()).noneMatch(card -> card.contains(caseId));

            coach.look("Käsittele lähete", caseId);
            colleague.look("Käsittele lähete", caseId);
            coach.take("Käsittele lähete", caseId);
            colleague.pressClaim();

            assertThat(colleague.notice()).contains("Tämä tehtävä ei ole sinun");
            colleague.picture("told");
            assertThat(path.task(caseId, "userTask_handleReferral").getAssignee()).isEqualTo("coach");
            colleague.show("Ryhmäni tehtävät");
            assertThat(colleague.cards()).noneMatch(card -> card.contains(caseId));
        }
    }

    @Test
    void aTrainerRecordsTheWeekOfAGroup() {
        String group = runtime.createProcessInstanceQuery().processDefinitionKey("trainingGroup")
                .variableValueEquals("groupName", "Kohti työtä, talvi").singleResult().getBusinessKey();
        if (!path.openTasks(group).contains("userTask_recordAttendance")) {
            path.fireTimer(group, "catchEvent_weekTaught");
        }
        try (TasklistPage trainer = tasklist("trainer")) {
            trainer.show("Omat tehtävät");
            assertThat(trainer.count()).isPositive();
            trainer.open("Kirjaa viikon läsnäolo", "");
            trainer.reads("Maija N.");
            trainer.fill("Työtehtävät", "Mittaaminen ja sahaus");
            trainer.complete();
            path.runJobs(group);
            assertThat(path.openTasks(group)).doesNotContain("userTask_recordAttendance");
        }
    }

    @Test
    void aServiceAdvisorWelcomesAVisitor() {
        String visit = path.start("service-advisor", "socialGuidance", SupportForms.walkIn("Aino", "DEBT"));
        try (TasklistPage advisor = tasklist("service-advisor")) {
            advisor.take("Ota asiakas vastaan", visit);
            advisor.reads("Ohjaus on vapaaehtoista ja maksutonta.");
            advisor.pick("Haluaako asiakas ohjausta?", "Kyllä");
            advisor.fill("Mitä asiakas toivoo?", "Apua laskuihin.");
            advisor.complete();
            path.runJobs(visit);
            advisor.show("Omat tehtävät");
            assertThat(advisor.cards()).anyMatch(card -> card.contains("Käy tilanne läpi") && card.contains(visit));
        }
    }

    @Test
    void anEmployerLiaisonAgreesOnAnInterview() {
        try (TasklistPage liaison = tasklist("employer-liaison")) {
            liaison.open("Sovi haastattelusta", "");
            liaison.reads("Tunturin konepaja Oy");
            liaison.pick("Mitä sovitte?", "Haastattelulle on sovittu päivä");
            liaison.date("Haastattelupäivä", clock.today().plusDays(7));
            liaison.fill("Missä ja miten", "Työpaikalla");
            liaison.complete();
            assertThat(tasks.createTaskQuery().taskDefinitionKey("userTask_agreeInterview").count()).isZero();
        }
    }

    @Test
    void aFundingOfficerDecidesOnASubsidy() {
        try (TasklistPage officer = tasklist("funding-officer")) {
            officer.take("Päätä tuesta", "Kalle V.");
            assertThat(officer.valueOf("Työnantaja")).isEqualTo("Taimisto Oy");
            officer.pick("Mitä päätät?", "Tuki myönnetään");
            officer.fill("Oikeusperuste", "Laki työvoimapalveluiden järjestämisestä (380/2023) 10 luku");
            officer.fill("Perustelut", "Työ parantaa osaamista; työnantajalla ei ole esteitä.");
            officer.complete();
            assertThat(tasks.createTaskQuery().taskDefinitionKey("userTask_decideFunding")
                    .processVariableValueEquals("clientLabel", "Kalle V.").count()).isZero();
        }
    }

    @Test
    void aManagerLooksAtWhatIsOverdueAndAtTheFigures() {
        try (TasklistPage manager = tasklist("manager")) {
            manager.show("Kunnan myöhässä olevat");
            assertThat(manager.count()).isPositive();
            assertThat(manager.cards()).isNotEmpty().allMatch(card -> card.contains("Määräaika"));
            assertThat(manager.filters()).contains("Ilman ottajaa");
        }
        try (Visitor manager = new Visitor(browser, port, "fi").logIn("manager")) {
            manager.open("/camunda/app/cockpit/default/#/figures").waitFor("main.tp-in-cockpit table");
            assertThat(manager.page().locator("main.tp-in-cockpit").innerText()).contains("Luvut");
        }
    }

    private String refer(TasklistPage coach, String givenName, String familyName) {
        String identityCode = IdentityCodes.next();
        Set<String> before = caseIds();
        LocalDate today = clock.today();
        coach.openStartForm("Asiakkaan polku");
        coach.fill("Henkilötunnus", identityCode.substring(0, 10) + "O");
        coach.date("Rekisteröity työnhakijaksi", today.minusDays(4));
        coach.fill("Etunimi", givenName);
        coach.fill("Sukunimi", familyName);
        coach.fill("Sähköposti", "asiakas@example.fi");
        coach.choose("Asiointikieli", "Suomi");
        coach.fill("Kotikunta", "Kemijärvi");
        coach.choose("Mistä lähete tulee?", "Kuntouttava työtoiminta");
        coach.fill("Mitä asiakas etsii ja mikä on esteenä?", "Haluaisi tehdä puutöitä. Matka keskukseen on pitkä.");

        assertThat(coach.startAndBeRefused()).contains("henkilötunnus");
        assertThat(coach.valueOf("Etunimi")).isEqualTo(givenName);
        assertThat(caseIds()).isEqualTo(before);

        coach.fill("Henkilötunnus", identityCode);
        coach.start();
        Set<String> after = caseIds();
        after.removeAll(before);
        assertThat(after).hasSize(1);
        String caseId = after.iterator().next();
        path.runJobs(caseId);
        return caseId;
    }

    private Set<String> caseIds() {
        return runtime.createProcessInstanceQuery().processDefinitionKey("clientPath").list().stream()
                .map(ProcessInstance::getBusinessKey).collect(Collectors.toSet());
    }

    private TasklistPage tasklist(String user) {
        return TasklistPage.inFinnish(browser, port, "day-of-work", user);
    }
}
