package fi.tyopolku.browser;

import static fi.tyopolku.browser.TasklistPage.MINE;
import static fi.tyopolku.browser.TasklistPage.MY_GROUPS;
import static fi.tyopolku.browser.TasklistPage.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.CaseStatus;
import fi.tyopolku.engine.EngineTime;
import fi.tyopolku.funding.FundingLedger;
import fi.tyopolku.funding.Reservation;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.testing.ApplicationTest;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.trainingdays.DayLedger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * The path as the people at the desks walk it, in Tasklist. Time passes between the steps; the jobs of the engine, which
 * tests run themselves, run after each. It has a context, and so a database, of its own: what other tests left would
 * stand in the lists.
 */
@ApplicationTest
@TestPropertySource(properties = "tyopolku.test.context=browser")
class ClientStoryBrowserTest {

    private static final LocalDate REFERRED = LocalDate.of(2026, 8, 17);
    private static final LocalDate GROUP_STARTS = LocalDate.of(2026, 8, 31);
    private static final LocalDate FIRST_FRIDAY = GROUP_STARTS.plusDays(4);
    private static final LocalDate TRAINING_OVER = FIRST_FRIDAY.plusWeeks(4).plusDays(3);
    private static final LocalDate JOB_STARTS = LocalDate.of(2026, 12, 1);

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;
    @Autowired
    private PathDriver path;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private EngineTime engineTime;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private TrainingGroups groups;
    @Autowired
    private DayLedger days;
    @Autowired
    private FundingLedger ledger;

    private String client;

    @BeforeAll
    static void openBrowser() {
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright);
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void summerIsOver() {
        itIs(REFERRED);
    }

    @AfterEach
    void letTheClockGo() {
        clock.reset();
        engineTime.reset();
    }

    @Test
    void aCoachATrainerAndAFundingOfficerTakeAClientFromReferralToASubsidisedJob() {
        try (TasklistPage coach = tasklist("story", "coach"); TasklistPage trainer = tasklist("story", "trainer");
                TasklistPage officer = tasklist("story", "funding-officer")) {
            String caseId = refer(coach, "Tuuli", "Nevalainen");
            acceptReferral(coach, caseId);
            survey(coach, caseId);
            plan(coach, caseId);

            String groupId = openTrainingGroup(trainer);
            chooseGroup(coach, caseId);
            train(trainer, caseId, groupId);
            closeTraining(trainer, caseId);

            itIs(TRAINING_OVER);
            decideNextStep(coach, caseId);
            grantMoney(officer);
            applyForSubsidy(coach, caseId);
            decideFunding(officer, caseId);

            startJob(coach, caseId);
            assertThat(cases.find(caseId).orElseThrow().status()).isEqualTo(CaseStatus.OPEN);
            assertThat(days.balance(caseId).contact()).isEqualTo(25);
            assertThat(path.fact(caseId, "nextStep", "nextStep")).isEqualTo("SUBSIDISED_JOB");
            assertThat(ledger.reservationsOf(caseId)).singleElement()
                    .satisfies(reservation -> assertThat(reservation.state()).isEqualTo(Reservation.State.COMMITTED));
            assertThat(path.openTasks(caseId)).containsExactly("userTask_askForCoaching", "userTask_welcomeClient");
        }
    }

    @Test
    void whatIsSomebodyElsesIsNotShownAndNotGiven() {
        try (TasklistPage coach = tasklist("two-coaches", "coach"); TasklistPage colleague = tasklist("two-coaches", "coach3");
                TasklistPage elsewhere = tasklist("two-coaches", "coach2")) {
            String caseId = refer(coach, "Ilpo", "Sarajärvi");

            elsewhere.show(MY_GROUPS);
            assertThat(elsewhere.cards()).isEmpty();
            elsewhere.picture("nothing");

            coach.look("Handle the referral", client);
            colleague.look("Handle the referral", client);
            coach.take("Handle the referral", client);
            colleague.pressClaim();

            assertThat(colleague.notice()).contains("This task is not yours to work on. It belongs to somebody else");
            colleague.picture("told");
            assertThat(path.task(caseId, "userTask_handleReferral").getAssignee()).isEqualTo("coach");
            colleague.show(MY_GROUPS);
            assertThat(colleague.cards()).isEmpty();
        }
    }

    private String refer(TasklistPage coach, String givenName, String familyName) {
        client = givenName + " " + familyName.charAt(0) + ".";
        String identityCode = IdentityCodes.next();
        Set<String> before = caseIds();
        coach.openStartForm("Client path");
        coach.fill("Personal identity code", identityCode.substring(0, 10) + "O");
        coach.date("Registered as a jobseeker on", REFERRED.minusDays(4));
        coach.fill("Given name", givenName);
        coach.fill("Family name", familyName);
        coach.fill("E-mail", "asiakas@example.fi");
        coach.choose("Language of service", "Finnish");
        coach.fill("Municipality of residence", "Kemijärvi");
        coach.choose("Where does the referral come from?", "Rehabilitative work activity");
        coach.fill("What is the client looking for, and what stands in the way?",
                "Would like to work with wood. The farm was given up, the way to town is long.");

        assertThat(coach.startAndBeRefused()).contains("this is not a Finnish personal identity code");
        assertThat(coach.valueOf("Given name")).isEqualTo(givenName);
        assertThat(caseIds()).isEqualTo(before);

        coach.fill("Personal identity code", identityCode);
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

    private void acceptReferral(TasklistPage coach, String caseId) {
        coach.take("Handle the referral", client);
        coach.pick("What do you decide?", "Accept");
        assertThat(coach.completeAndBeRefused()).contains("Personal coach");
        coach.choose("Personal coach", "Kaisa Valmentaja");
        complete(coach, caseId);
        assertThat(cases.coachOf(caseId)).contains("coach");
    }

    private void survey(TasklistPage coach, String caseId) {
        coach.open("Survey the capabilities", client);
        coach.pick("How did the initial interview go?", "The interview was held");
        coach.fill("Work history", "Own farm until 2019, seasonal work in forestry.");
        coach.fill("Months unemployed of the last 14", "14");
        coach.fill("Months unemployed of the last 28", "20");
        coach.fill("Months unemployed without a break", "20");
        coach.fill("Skills and strengths", "Machines, timber, keeping books.");
        coach.choose("Highest education", "Basic education");
        coach.choose("Readiness to study", "Fair");
        coach.choose("Finnish", "First language or as good");
        coach.choose("Digital skills", "Low");
        coach.fill("Distance to the municipal centre, km", "120");
        coach.reads("The client lives more than 100 km from the centre.");
        coach.choose("Social and working-life networks", "Withered");
        coach.tick("Can travel to the centre daily");
        coach.choose("Work ability", "Good");
        complete(coach, caseId);

        coach.open("Agree on the supports", client);
        coach.reads("Support in digital skills", "Building networks");
        coach.pick("Supports that you offered", "Support in digital skills");
        coach.pick("Supports that the client accepted", "Support in digital skills");
        complete(coach, caseId);
    }

    private void plan(TasklistPage coach, String caseId) {
        coach.open("Hold guidance discussion", client);
        coach.pick("What was discussed?", "Studies");
        coach.pick("What was discussed?", "Employment");
        coach.fill("What matters to the client?", "I want to make things that last.");
        complete(coach, caseId);

        coach.open("Draw up the plan", client);
        coach.fill("Goal: employment", "Carpenter's work in the home region");
        coach.choose("Qualification wanted", "None for now");
        coach.fill("Actions, by whom and when", "Contact training from 31 August; a look at two workshops.");
        // The field takes no day that is past by the browser's own clock, which is the machine's.
        coach.date("The actions are reviewed by", LocalDate.now().plusMonths(3));
        coach.pick("Who pays?", "Development project");
        coach.tick("Contact training (25 days)");
        complete(coach, caseId);

        coach.open("Record the client's approval", client);
        assertThat(coach.valueOf("Goal: employment")).isEqualTo("Carpenter's work in the home region");
        coach.pick("What does the client say?", "The client approves the plan");
        coach.choose("In what manner?", "Orally, in a meeting or by phone");
        coach.date("Approved on", REFERRED);
        coach.tick("I have checked that the client understands the plan");
        complete(coach, caseId);

        coach.open("Approve the plan", client);
        coach.pick("What do you decide?", "I approve the plan");
        complete(coach, caseId);
    }

    private String openTrainingGroup(TasklistPage trainer) {
        trainer.openStartForm("Training group");
        trainer.fill("Name of the group", "Kohti työtä, syksy 2026");
        trainer.fill("Provider of the training", "Edukai");
        trainer.date("First day", GROUP_STARTS);
        trainer.date("Last day", GROUP_STARTS.plusWeeks(8).minusDays(3));
        for (String day : new String[] {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"}) {
            trainer.pick("Days of contact teaching", day);
        }
        trainer.fill("Places", "12");
        trainer.start();
        String groupId = runtime.createProcessInstanceQuery().processDefinitionKey("trainingGroup").singleResult()
                .getBusinessKey();
        path.runJobs(groupId);
        assertThat(groups.find(groupId).orElseThrow().trainer()).isEqualTo("trainer");
        return groupId;
    }

    private void chooseGroup(TasklistPage coach, String caseId) {
        coach.open("Choose", client);
        coach.pick("What do you do?", "Take a place, or a turn in the waiting list");
        coach.choose("Training group", "Kohti työtä, syksy 2026");
        complete(coach, caseId);
    }

    private void train(TasklistPage trainer, String caseId, String groupId) {
        for (LocalDate friday = FIRST_FRIDAY; days.balance(caseId).contact() < 25; friday = friday.plusWeeks(1)) {
            itIs(friday);
            path.fireTimer(groupId, "catchEvent_weekTaught");
            trainer.open("Record week's attendance", "");
            trainer.reads(client);
            trainer.fill("Work tasks", "Measuring and sawing");
            trainer.fill("Company visited", "Puutyö Oy");
            trainer.date("Date of the visit", friday.minusDays(1));
            complete(trainer, groupId);
            path.runJobs(caseId);
        }
    }

    private void closeTraining(TasklistPage trainer, String caseId) {
        trainer.open("Close the contact training", client);
        trainer.reads("25 of 25");
        trainer.fill("What did the client learn?", "Tools, measures, safety at work.");
        trainer.fill("Small steps", "Comes on time, speaks in the group.");
        trainer.fill("Qualifications explored", "Wood industry.");
        trainer.pick("Where to?", "Towards employment");
        trainer.fill("Next steps", "A job at the workshop that the group visited.");
        trainer.date("Agreed with the client on", FIRST_FRIDAY.plusWeeks(4));
        complete(trainer, caseId);
    }

    private void decideNextStep(TasklistPage coach, String caseId) {
        coach.open("Review the progress", client);
        coach.pick("Does something in work ability or in managing daily life still stand in the way?", "No");
        coach.choose("Readiness to study", "Fair");
        coach.pick("Is it clear which occupation the client wants?", "Yes");
        coach.pick("Does the client want a qualification or a part of one?", "No");
        coach.pick("Is an employer ready to hire or to train the client?", "Yes");
        coach.pick("Does the host of the on-the-job period hire the client?", "No");
        complete(coach, caseId);

        coach.open("Decide the next step", client);
        coach.pick("What is the next step?", "A pay-subsidised job or a job with 55+ support");
        coach.fill("Why this step?", "An employer is ready; the skills grow at work.");
        complete(coach, caseId);
    }

    private void grantMoney(TasklistPage officer) {
        officer.openStartForm("New or larger appropriation");
        officer.pick("What do you enter?", "A new appropriation");
        officer.choose("Who gives the money?", "Employment authority");
        officer.choose("For what?", "Pay subsidy (Act 380/2023, chapter 10)");
        officer.date("What begins from", JOB_STARTS);
        officer.date("to", JOB_STARTS.plusYears(1));
        officer.fill("Sum, euros", "100000");
        officer.start();
        runtime.createProcessInstanceQuery().processDefinitionKey("appropriation").list()
                .forEach(instance -> path.runJobs(instance.getBusinessKey()));
        assertThat(ledger.overview(PathDriver.KEMIJARVI)).hasSize(1);
    }

    private void applyForSubsidy(TasklistPage coach, String caseId) {
        coach.open("Write the application", client);
        coach.pick("What do you want to do?", "Have the application checked");
        coach.fill("Employer", "Puutyö Oy");
        coach.choose("Kind of employer", "Company or sole trader");
        coach.fill("E-mail of the employer", "puutyo@example.fi");
        coach.choose("Language of the employer", "Finnish");
        coach.pick("Is it economic activity?", "Yes");
        coach.fill("Job", "Carpenter");
        coach.date("First day of the job", JOB_STARTS);
        coach.fill("Hours a week", "37.5");
        coach.fill("Full time in the field, hours a week", "37.5");
        coach.fill("Wage costs in a full month, euros", "2600.50");
        coach.pick("Is the pay at least that of the collective agreement?", "Yes");
        for (String no : new String[] {"Is it an apprenticeship?", "Does the pay depend on results only?",
            "Does the employer get other support for the same wage costs?",
            "Has the employer dismissed people for economic or production reasons within 12 months?",
            "Are there at least as many employees as then?",
            "Has the employer substantially neglected pay, taxes or statutory charges?",
            "Is that set aside for reasons tied to the person?",
            "Judgment or sanction for unauthorised foreign labour, this or the two earlier years?",
            "Is the undertaking in difficulty or under a recovery order?",
            "Does the municipality or county act on a competitive market?",
            "Would the subsidy distort competition?",
            "Is it a health, social or rescue task of the City of Helsinki?",
            "Does a disability or an illness substantially reduce the chances of suitable work?"}) {
            coach.pick(no, "No");
        }
        coach.pick("Is the unemployment due to a lack of skills, and does the job improve them?", "Yes");
        coach.pick("Would the unemployment probably exceed 12 months without the subsidy?", "Yes");
        complete(coach, caseId);

        coach.open("Choose the ground", client);
        coach.reads("These grounds fit, best first:");
        coach.pick("What do you want to do?", "Apply on one of the grounds");
        coach.choose("On which ground is the subsidy applied for?", "skills");
        complete(coach, caseId);
        assertThat(ledger.reservationsOf(caseId)).singleElement()
                .satisfies(reservation -> assertThat(reservation.state()).isEqualTo(Reservation.State.RESERVED));
    }

    private void decideFunding(TasklistPage officer, String caseId) {
        officer.take("Decide on the subsidy", client);
        officer.reads("50 %", "86 §", "Sum: " + String.format(Locale.ENGLISH, "%,.2f €",
                ledger.reservationsOf(caseId).get(0).amountCents() / 100.0));
        officer.picture("the-sum");
        officer.pick("What do you decide?", "The subsidy is granted");
        officer.fill("Legal basis", "Act 380/2023, 82 § and 86 §");
        officer.fill("Reasons", "The client lacks skills of the trade, and the job gives them.");
        complete(officer, caseId);
    }

    private void startJob(TasklistPage coach, String caseId) {
        coach.show(MINE);
        assertThat(coach.cards()).isEmpty();
        coach.show(WAITING);
        assertThat(coach.cards()).singleElement().asString().contains("Confirm the start", client);
        coach.picture("waiting-for-the-first-day");

        itIs(JOB_STARTS);
        coach.open("Confirm the start", client);
        coach.pick("Has the job begun?", "Yes");
        coach.date("First day at work", JOB_STARTS);
        complete(coach, caseId);
    }

    private void complete(TasklistPage person, String caseId) {
        person.complete();
        path.runJobs(caseId);
    }

    private TasklistPage tasklist(String story, String user) {
        return new TasklistPage(browser, port, story, user);
    }

    private void itIs(LocalDate day) {
        Instant afternoon = day.atTime(16, 0).atZone(BusinessClock.HELSINKI).toInstant();
        clock.setTo(afternoon);
        engineTime.setTo(afternoon);
    }
}
