package fi.tyopolku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clients.NewReferral;
import fi.tyopolku.clients.PersonalIdentityCode;
import fi.tyopolku.clients.ReferralSource;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.EndedService;
import fi.tyopolku.clientservices.RunningService;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.studysupport.GuidanceMaterials;
import fi.tyopolku.studysupport.MaterialKind;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.SampleForms;
import fi.tyopolku.testing.TestMail;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * JoPo as its description tells it: the need for special support is assessed at different stages of studies, supports
 * are offered individually, the toolkit is linked with a date of review, the workplace is visited while a client
 * studies on unemployment benefit, and an educational trial tells whether a field suits.
 */
@DatabaseTest
class JoPoStudiesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String ADVISOR = "service-advisor";
    private static final String COACH = "coach";
    private static final String ROUTES = "[Reitit ammatilliseen](https://www.spesia.fi/tyokalupakki) – ";

    @Autowired
    private PathDriver path;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private ClientRegister clients;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private ClientServices services;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private GuidanceMaterials materials;
    @Autowired
    private Notifications notifications;
    @Autowired
    private GreenMail mail;

    @BeforeEach
    void itIsMonday() {
        itIs(TODAY);
        LocaleContextHolder.setLocale(Locale.forLanguageTag("fi"));
    }

    @AfterEach
    void theClockRunsAgain() {
        clock.reset();
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void theNeedIsAssessedAtThreeStagesAndSupportsAreOfferedIndividually() {
        String toolkit = material("SPECIAL_SUPPORT_TOOLKIT", "Erityisen tuen työkalupakki");
        String caseId = openCase();
        path.startStage("specialSupport", caseId, facts());
        path.fireTimer(caseId, "boundaryEvent_assessNeed_reminder");
        path.fireTimer(caseId, "boundaryEvent_assessNeed_escalation");
        assertThat(notifications.sentFor(caseId)).extracting(sent -> sent.template())
                .contains("reminder-special-support", "escalation");

        assess(caseId, "BEFORE_STUDIES", "SUSPECTED", "WITH_HELP");
        assertThat(shown(caseId, "userTask_agreeSupports", "specialSupportReasons")).contains("Kevyt tuki", "oppimisvaikeudet");
        assertThat(shown(caseId, "userTask_agreeSupports", "supportToolkit")).contains("Erityisen tuen", "tarkistetaan");
        refused("vain tukia, joita hänelle on tarjottu", () -> path.submit(ADVISOR, caseId, "userTask_agreeSupports",
                supports(List.of("MORE_TIME"), List.of("ASSISTANT"))));
        path.submit(ADVISOR, caseId, "userTask_agreeSupports",
                supports(List.of("MORE_TIME", "SMALL_GROUP"), List.of("MORE_TIME")));
        assertThat(running(caseId)).containsExactly("SPECIAL_SUPPORT");
        guide(caseId, "CONTINUE");
        path.fireTimer(caseId, "catchEvent_nextMeeting");
        guide(caseId, "REFER");
        path.submit(ADVISOR, caseId, "userTask_referOn", Map.of("specialSupportReferral",
                Map.of("referredTo", "VOCATIONAL_PSYCHOLOGIST", "question", "Which field?", "consent", true)));

        itIs(TODAY.plusMonths(3));
        path.fireTimer(caseId, "catchEvent_reassessment");
        assess(caseId, "START_OF_STUDIES", "KNOWN", "YES");
        assertThat(shown(caseId, "userTask_agreeSupports", "specialSupportReasons")).contains("Erityinen tuki");
        path.submit(ADVISOR, caseId, "userTask_agreeSupports",
                supports(List.of("EXAM_ARRANGEMENTS", "STUDY_COACH"), List.of("EXAM_ARRANGEMENTS", "STUDY_COACH")));
        guide(caseId, "STAGE_CHANGED");

        assertThat(shown(caseId, "userTask_assessNeed", "specialSupportHistory"))
                .contains("ennen opintoja", "opintojen alku", "oppimisvaikeuksia epäillään");
        assess(caseId, "LEARNING_AT_WORK", "KNOWN", "YES");
        path.submit(ADVISOR, caseId, "userTask_agreeSupports",
                supports(List.of("WORKPLACE_INSTRUCTOR"), List.of("WORKPLACE_INSTRUCTOR")));
        assertThat(documents.versions(caseId, "specialSupportAssessment"))
                .extracting(assessed -> assessed.content().path("stage").asText())
                .containsExactly("BEFORE_STUDIES", "START_OF_STUDIES", "LEARNING_AT_WORK");
        guide(caseId, "CLOSE");
        close(caseId, "userTask_closeSupport", "specialSupportResult", "RESOLVED", "specialSupportClosing");
        assertThat(services.ended(caseId)).extracting(EndedService::service, EndedService::result, EndedService::nextStep)
                .containsExactly(tuple("SPECIAL_SUPPORT", "RESOLVED", "STUDIES"));
        assertThat(path.fact(caseId, "specialSupport", "specialSupportResult")).isEqualTo("RESOLVED");
        assertThat(materials.find(toolkit)).isPresent();
    }

    @Test
    void aClientWhoWantsNoSupportOrNeedsNoneIsLeftInPeaceWithTheReasonRecorded() {
        String unwilling = openCase();
        path.startStage("specialSupport", unwilling, facts());
        path.submit(ADVISOR, unwilling, "userTask_assessNeed", Map.of("needAssessment", "NOT_WANTED"));
        assertThatThrownBy(() -> path.submit(ADVISOR, unwilling, "userTask_closeSupport",
                Map.of("specialSupportResult", "NOT_WANTED", "serviceNextStep", "NONE", "specialSupportClosing", Map.of())))
                .hasMessageContaining("jatkopolkua");
        path.submit(ADVISOR, unwilling, "userTask_closeSupport", Map.of("specialSupportResult", "NOT_WANTED",
                "serviceNextStep", "NONE", "specialSupportClosing", Map.of("noNextStepReason", "Wants to try alone.")));
        assertThat(path.fact(unwilling, "specialSupport", "specialSupportResult")).isEqualTo("NOT_WANTED");

        String content = openCase();
        path.startStage("specialSupport", content, facts());
        assess(content, "BEFORE_STUDIES", "NONE", "YES");
        assertThat(path.shown(ADVISOR, content, "userTask_agreeSupports")).doesNotContainKey("supportToolkit");
        path.submit(ADVISOR, content, "userTask_agreeSupports",
                Map.of("supportAgreement", "NOTHING_NEEDED", "specialSupportPlan", Map.of()));
        close(content, "userTask_closeSupport", "specialSupportResult", "RESOLVED", "specialSupportClosing");
        assertThat(services.ended(content)).isEmpty();
    }

    @Test
    void anEducationalTrialIsAgreedInThePlanFirstAndItsEndMakesTheNeedBeAssessedAgain() {
        String caseId = openCase();
        path.startStage("specialSupport", caseId, facts());
        assess(caseId, "BEFORE_STUDIES", "KNOWN", "YES");
        path.submit(ADVISOR, caseId, "userTask_agreeSupports", supports(List.of("OWN_PACE"), List.of("OWN_PACE")));
        guide(caseId, "CONTINUE");

        startTrial(caseId, TODAY.plusDays(7));
        path.fireTimer(caseId, "boundaryEvent_agreeWithProvider_reminder");
        path.fireTimer(caseId, "boundaryEvent_agreeWithProvider_escalation");
        refused("ennen kuin siitä on sovittu suunnitelmassa", () -> answer(caseId, "AGREES"));
        approvePlan(caseId, TODAY.minusDays(3));
        answer(caseId, "CHANGE");
        path.submit(COACH, caseId, "userTask_changePlan", Map.of("educationalTrial", trial(TODAY.plusDays(14))));
        answer(caseId, "AGREES");
        assertThat(running(caseId)).containsExactlyInAnyOrder("SPECIAL_SUPPORT", "EDUCATIONAL_TRIAL");
        assertThat(TestMail.subjectsTo(mail, "kokeilu@opisto.example")).contains("Koulutuskokeilu on vahvistettu");

        itIs(TODAY.plusDays(19));
        path.submit(COACH, caseId, "userTask_followDays",
                Map.of("trialOutcome", "CARRIED_OUT", "educationalTrialDays", Map.of("daysDone", 5)));
        path.submit(COACH, caseId, "userTask_clientAssessment", Map.of("educationalTrialByClient",
                Map.of("suits", "WELL", "managed", "PARTLY", "wantsToStudy", "YES")));
        path.submit(COACH, caseId, "userTask_providerAssessment", Map.of("educationalTrialByProvider",
                Map.of("received", "YES", "suits", "WELL", "readiness", "PARTLY", "place", "YES")));
        path.submit(COACH, caseId, "userTask_closeTrial", Map.of("educationalTrialResult", "SUITS_WITH_SUPPORT",
                "serviceNextStep", "STUDIES", "educationalTrialClosing", Map.of("conclusion", "Applies in spring.")));

        assertThat(running(caseId)).containsExactly("SPECIAL_SUPPORT");
        assertThat(path.hasPassed(caseId, "catchEvent_stageChanged")).isTrue();
        assertThat(path.openTasks(caseId)).containsExactly("userTask_assessNeed");
    }

    @Test
    void aTrialMayBreakOffOrNeverBegin() {
        String broken = openCase();
        approvePlan(broken, TODAY.minusDays(1));
        startTrial(broken, TODAY.plusDays(1));
        answer(broken, "AGREES");
        path.submit(COACH, broken, "userTask_followDays", Map.of("trialOutcome", "INTERRUPTED", "educationalTrialDays",
                Map.of("daysDone", 1, "interruptionReason", "Fell ill.")));
        path.submit(COACH, broken, "userTask_closeTrial", Map.of("educationalTrialResult", "INTERRUPTED",
                "serviceNextStep", "PATH_CONTINUES", "educationalTrialClosing", Map.of("conclusion", "Another time.")));
        assertThat(services.ended(broken)).extracting(EndedService::result).containsExactly("INTERRUPTED");

        String given = openCase();
        startTrial(given, TODAY.plusDays(1));
        answer(given, "GIVEN_UP");
        assertThat(path.isRunning(given)).isFalse();
        assertThat(services.ended(given)).isEmpty();
    }

    @Test
    void studiesOnBenefitAreCheckedEachTermAndTheWorkplaceIsVisited() {
        material("SPECIAL_SUPPORT_TOOLKIT", "Työpaikkaohjaajan työkalupakki");
        String caseId = openCase();
        approvePlan(caseId, TODAY.minusDays(5));
        startStudies(caseId, studies("needStated", "NO", "level", "HIGHER"), "YES");
        assertThat(shown(COACH, caseId, "userTask_correctStudies", "studyBars")).contains("koulutustarvetta");
        path.submit(COACH, caseId, "userTask_correctStudies", Map.of("studyCorrection", "CORRECTED", "learningAtWork", "YES",
                "benefitStudies", studies("level", "HIGHER")));
        assertThat(running(caseId)).containsExactly("BENEFIT_STUDIES");
        assertThat(path.openTasks(caseId)).containsExactly("userTask_followTerm");

        path.fireTimer(caseId, "catchEvent_visitDue");
        visit(caseId, "YES", "YES");
        assertThat(TestMail.subjectsTo(mail, "ohjaaja@tyopaikka.example")).containsExactly("Työkaluja työpaikkaohjaajalle");
        path.fireTimer(caseId, "catchEvent_visitDue");
        visit(caseId, "NO", "NO");
        assertThat(path.hasPassed(caseId, "endEvent_visitsOver")).isTrue();

        path.fireTimer(caseId, "boundaryEvent_followTerm_reminder");
        path.fireTimer(caseId, "boundaryEvent_followTerm_escalation");
        term(caseId, "GOING_ON", 4, 21);
        term(caseId, "GOING_ON", 8, 30);
        assertThat(shown(COACH, caseId, "userTask_talkProgress", "studyBars")).contains("alle viisi");
        talk(caseId, "YES");
        term(caseId, "GOING_ON", 12, 40);
        talk(caseId, "NO");
        path.submit(COACH, caseId, "userTask_closeStudies", Map.of("benefitStudiesResult", "SUPPORT_ENDED",
                "serviceNextStep", "PATH_CONTINUES", "benefitStudiesClosing", Map.of("endReason", "Too few credits.")));
        assertThat(services.ended(caseId)).extracting(EndedService::result).containsExactly("SUPPORT_ENDED");
        assertThat(path.isRunning(caseId)).isFalse();
    }

    @Test
    void whatTheTableCannotSettleIsCheckedByHandAndWhatIsBarredMayBeGivenUp() {
        String byHand = openCase();
        startStudies(byHand, studies("studiesStart", "2024-09-02", "weightyReason", "YES"), "NO");
        path.submit(COACH, byHand, "userTask_checkByHand",
                Map.of("conditionsHold", "YES", "benefitStudyCheck", Map.of("checkReason", "Decision under the former act.")));
        assertThat(path.hasPassed(byHand, "endEvent_noVisits")).isTrue();
        refused("ei sovi yhteen", () -> {
            startTrial(byHand, TODAY.plusDays(1));
            approvePlan(byHand, TODAY);
            assertThat(shown(COACH, byHand, "userTask_agreeWithProvider", "educationalTrialOverlaps")).contains("omaehtoinen");
            answer(byHand, "AGREES");
        });
        path.submit(COACH, byHand, "userTask_followTerm", Map.of("studiesState", "COMPLETED", "benefitStudies",
                Map.of("monthsUsed", 14, "studyMonths", 14, "followsStudyPlan", "YES")));
        path.submit(COACH, byHand, "userTask_closeStudies", Map.of("benefitStudiesResult", "COMPLETED",
                "serviceNextStep", "JOB", "benefitStudiesClosing", Map.of("endReason", "Qualification done.")));

        String refused = openCase();
        startStudies(refused, studies("studiesStart", "2024-09-02", "weightyReason", "YES"), "NO");
        path.submit(COACH, refused, "userTask_checkByHand",
                Map.of("conditionsHold", "NO", "benefitStudyCheck", Map.of("checkReason", "Not full-time.")));
        assertThat(path.isRunning(refused)).isFalse();

        String givenUp = openCase();
        startStudies(givenUp, studies("mainTime", "NO"), "NO");
        path.submit(COACH, givenUp, "userTask_correctStudies", Map.of("studyCorrection", "GIVEN_UP", "learningAtWork", "NO",
                "benefitStudies", studies("mainTime", "NO")));
        assertThat(path.isRunning(givenUp)).isFalse();
        assertThat(services.running(givenUp)).isEmpty();
    }

    @Test
    void whenTheCaseEndsSupportTrialAndStudiesEndWithIt() {
        String caseId = openCase();
        path.startStage("specialSupport", caseId, facts());
        startTrial(caseId, TODAY.plusDays(1));
        String student = openCase();
        startStudies(student, studies("needStated", "NO"), "NO");

        cases.closeCase(caseId, "WITHDRAWN");
        cases.closeCase(student, "WITHDRAWN");

        assertThat(path.isRunning(caseId)).isFalse();
        assertThat(path.isRunning(student)).isFalse();
        assertThat(path.fact(caseId, "specialSupport", "specialSupportResult")).isEqualTo("ENDED_WITH_CASE");
        refused("Asia on jo päättynyt, eikä sitä voi enää muuttaa", () -> startTrial(caseId, TODAY.plusDays(1)));
    }

    @Test
    void materialIsReviewedOnItsDateAndNeverSilentlyShownAsFresh() {
        String id = material("ROUTES_TO_VOCATIONAL", "Reitit ammatilliseen");
        assertThat(path.waitsForTimer(id, "catchEvent_reviewDate")).isTrue();
        itIs(TODAY.plusMonths(7));
        path.fireTimer(id, "catchEvent_reviewDate");
        path.fireTimer(id, "boundaryEvent_reviewMaterial_reminder");
        path.fireTimer(id, "boundaryEvent_reviewMaterial_escalation");
        assertThat(routesShown()).contains(ROUTES + "**TARKISTAMATTA: tarkistuspäivä 23.5.2027");
        refused("oltava tulevaisuudessa", () -> review(id, "KEEP", clock.today()));
        refused("enintään kahden vuoden", () -> review(id, "KEEP", clock.today().plusYears(2).plusDays(1)));
        review(id, "KEEP", TODAY.plusYears(1));
        assertThat(routesShown()).contains(ROUTES + "tarkistetaan viimeistään 23.11.2027");

        String nothing = path.start(COACH, "guidanceMaterial", Map.of("materialAction", "REPORT"));
        path.submit(COACH, nothing, "userTask_chooseMaterial", Map.of("reportDecision", "CANCEL"));
        String report = path.start(COACH, "guidanceMaterial", Map.of("materialAction", "REPORT"));
        path.submit(COACH, report, "userTask_chooseMaterial", Map.of("reportDecision", "REPORT", "reportedMaterial", id,
                "materialFault", Map.of("fault", "Sivu on poistettu.")));
        assertThat(routesShown()).contains(ROUTES + "**TARKISTAMATTA: aineistosta on ilmoitettu virhe");
        assertThat(shown(ADVISOR, id, "userTask_reviewMaterial", "guidanceMaterialFault")).contains("Sivu on poistettu.");
        review(id, "CHANGE", TODAY.plusYears(1));
        assertThat(materials.find(id).orElseThrow().fault()).isNull();

        path.fireTimer(id, "catchEvent_reviewDate");
        path.submit(ADVISOR, id, "userTask_reviewMaterial", Map.of("materialReview", "RETIRE"));
        assertThat(materials.of(PathDriver.KEMIJARVI, List.of(MaterialKind.ROUTES_TO_VOCATIONAL)))
                .noneMatch(material -> material.id().equals(id));
        assertThat(path.isRunning(id)).isFalse();
    }

    @Test
    void aLinkMustBeSafeAndACourseHasCredits() {
        for (String address : List.of("http://spesia.fi", "https://me:secret@spesia.fi", "https://localhost/x", "javascript:alert(1)")) {
            assertThatThrownBy(() -> path.start(ADVISOR, "guidanceMaterial",
                    SampleForms.with(newMaterial("BENEFITS", "Tuet"), "guidanceMaterial", "address", address)))
                    .hasMessageContaining("https://");
        }
        assertThatThrownBy(() -> path.start(ADVISOR, "guidanceMaterial", newMaterial("ONLINE_COURSE", "Boost your career!")))
                .hasMessageContaining("Opintopisteet");
        String course = path.start(ADVISOR, "guidanceMaterial",
                SampleForms.with(newMaterial("ONLINE_COURSE", "Boost your career!"), "guidanceMaterial", "credits", 2));
        assertThat(materials.find(course).orElseThrow().credits()).isEqualTo(2);
    }

    @Test
    void theClientGetsLinksOnlyToReviewedMaterialInTheClientsLanguage() {
        String caseId = openCase();
        Map<String, Object> wish = Map.of("caseId", caseId, "materialKinds", List.of("ROUTES_TO_HIGHER_EDUCATION"),
                "studyInformation", Map.of());
        refused("tarkistettu ajoissa", () -> path.start(COACH, "studyInformation", wish));
        material("ROUTES_TO_HIGHER_EDUCATION", "Reitit korkeakouluun");
        path.start(ADVISOR, "studyInformation", wish);
        assertThat(notifications.sentFor(caseId)).extracting(sent -> sent.template()).containsExactly("study-opportunities");
        refused("Vain asiakkaan omavalmentaja", () -> path.start("coach3", "studyInformation", wish));
        refused("Asiaa ei löytynyt. Tarkista asian tunnus", () -> path.start("coach2", "studyInformation", wish));
    }

    private static void refused(String sentence, ThrowingCallable action) {
        assertThatThrownBy(action).hasMessageContaining(sentence);
    }

    private void itIs(LocalDate day) {
        clock.setTo(day.atTime(9, 0).atZone(BusinessClock.HELSINKI).toInstant());
    }

    private String openCase() {
        String caseId = clients.register(new NewReferral(PathDriver.KEMIJARVI, new PersonalIdentityCode(IdentityCodes.next()),
                "Aino", "Koskela", "aino@example.fi", null, "fi", "Kemijärvi", ReferralSource.WALK_IN, null, null,
                TODAY.minusDays(20))).caseId();
        cases.assignCoach(caseId, COACH);
        cases.open(caseId);
        return caseId;
    }

    private static Map<String, Object> facts() {
        return Map.of("clientLabel", "Aino K.", "coach", COACH, "language", "fi", "registeredOn", "2026-11-02",
                "supportReasons", "SPECIAL_SUPPORT", "municipality", PathDriver.KEMIJARVI);
    }

    private void approvePlan(String caseId, LocalDate day) {
        documents.save(caseId, "planApproval",
                SampleForms.json(Map.of("approvedByClient", true, "approvedOn", day.toString())), 0, COACH);
    }

    private String material(String kind, String title) {
        return path.start(ADVISOR, "guidanceMaterial", newMaterial(kind, title));
    }

    private static Map<String, Object> newMaterial(String kind, String title) {
        return Map.of("materialAction", "NEW", "guidanceMaterial", Map.of("titleFi", title, "titleSv", title + " (sv)",
                "titleEn", title + " (en)", "address", "https://www.spesia.fi/tyokalupakki", "kind", kind,
                "reviewOn", TODAY.plusMonths(6).toString()));
    }

    private void review(String id, String answer, LocalDate next) {
        Map<String, Object> form = new HashMap<>(newMaterial("ROUTES_TO_VOCATIONAL", "Reitit ammatilliseen"));
        form.remove("materialAction");
        form.put("materialReview", answer);
        path.submit(ADVISOR, id, "userTask_reviewMaterial",
                SampleForms.with(form, "guidanceMaterial", "reviewOn", next.toString()));
    }

    /** What the agreement on supports shows of the routes. */
    private String routesShown() {
        String caseId = openCase();
        path.startStage("specialSupport", caseId, facts());
        assess(caseId, "APPLYING", "NONE", "YES");
        return shown(caseId, "userTask_agreeSupports", "routeMaterial");
    }

    private void assess(String caseId, String stage, String difficulties, String application) {
        path.submit(ADVISOR, caseId, "userTask_assessNeed", Map.of("needAssessment", "DONE",
                "assessedOn", clock.today().toString(), "specialSupportAssessment",
                Map.of("stage", stage, "studyReadiness", "GOOD", "learningDifficulties", difficulties,
                        "applicationAccessible", application, "digitalSkills", "FAIR", "healthEffect", "NOT_ASKED",
                        "direction", "CLEAR")));
    }

    private static Map<String, Object> supports(List<String> offered, List<String> accepted) {
        return Map.of("supportAgreement", "AGREED", "specialSupportPlan", Map.of("offered", offered, "accepted", accepted,
                "methods", List.of("LEARNING_BY_WORKING", "DURING_REHABILITATIVE_WORK"), "guidanceForm", "SMALL_GROUP",
                "channel", "NEAR_CLIENT", "place", "Kirjasto"));
    }

    private void guide(String caseId, String next) {
        Map<String, Object> form = new HashMap<>(Map.of("supportNext", next, "specialSupportSession",
                Map.of("heldOn", clock.today().toString(), "guidanceForm", "MULTIPROFESSIONAL", "professionals",
                        List.of("SPECIAL_TEACHER"), "channel", "AT_SCHOOL", "topics", List.of("STUDIES", "FINANCING_STUDIES"),
                        "benefitEffectTold", true)));
        if (next.equals("CONTINUE") || next.equals("REFER")) {
            form.put("nextMeetingOn", clock.today().plusDays(14).toString());
        }
        path.submit(ADVISOR, caseId, "userTask_guideClient", form);
    }

    private void close(String caseId, String task, String fact, String result, String document) {
        path.submit(ADVISOR, caseId, task, Map.of(fact, result, "serviceNextStep", "STUDIES",
                document, Map.of("smallProgress", List.of("COURAGE"), "evidence", "Came to every meeting.")));
    }

    private void startTrial(String caseId, LocalDate from) {
        path.start(COACH, "educationalTrial", Map.of("caseId", caseId, "educationalTrial", trial(from)));
    }

    private static Map<String, Object> trial(LocalDate from) {
        return Map.of("provider", "Opisto", "field", "Puuala", "providerEmail", "kokeilu@opisto.example", "startsOn", from.toString(),
                "endsOn", from.plusDays(4).toString(), "days", 5, "purpose", List.of("FIELD"));
    }

    private void answer(String caseId, String answer) {
        Map<String, Object> agreement = answer.equals("AGREES")
                ? Map.of("agreedOn", clock.today().toString(), "contactPerson", "Opinto-ohjaaja")
                : Map.of("reason", "No room that week.");
        path.submit(COACH, caseId, "userTask_agreeWithProvider",
                Map.of("providerAnswer", answer, "educationalTrialAgreement", agreement));
    }

    private void startStudies(String caseId, Map<String, Object> studies, String learningAtWork) {
        path.start(COACH, "benefitStudies",
                Map.of("caseId", caseId, "learningAtWork", learningAtWork, "benefitStudies", studies));
    }

    private static Map<String, Object> studies(Object... changes) {
        Map<String, Object> studies = new HashMap<>(Map.of("institution", "Ammattikorkeakoulu", "programme", "Sosionomi",
                "level", "VOCATIONAL", "studiesStart", TODAY.plusDays(10).toString(), "studiesEnd", TODAY.plusYears(2).toString(),
                "needStated", "YES", "improvesChances", "YES", "mainTime", "YES", "weightyReason", "NO", "monthsUsed", 0));
        studies.putAll(Map.of("earlierStudies", "NO", "workplaceName", "Päiväkoti", "instructorEmail", "ohjaaja@tyopaikka.example"));
        for (int i = 0; i < changes.length; i += 2) {
            studies.put((String) changes[i], changes[i + 1]);
        }
        return studies;
    }

    private void term(String caseId, String state, int months, int credits) {
        path.submit(COACH, caseId, "userTask_followTerm", Map.of("studiesState", state, "benefitStudies",
                Map.of("monthsUsed", months, "studyMonths", months, "creditsEarned", credits)));
    }

    private void talk(String caseId, String goOn) {
        path.submit(COACH, caseId, "userTask_talkProgress", Map.of("studiesGoOn", goOn, "benefitStudyTalk",
                Map.of("heldOn", clock.today().toString(), "clientHeard", true, "agreed", "One course at a time.")));
    }

    private void visit(String caseId, String toolkit, String more) {
        path.submit(COACH, caseId, "userTask_visitWorkplace", Map.of("workplaceVisit",
                Map.of("visitHeld", "VISITED", "visitedOn", clock.today().toString(), "learning", "Goes well."),
                "toolkitWanted", toolkit, "moreVisits", more));
    }

    private List<String> running(String caseId) {
        return services.running(caseId).stream().map(RunningService::service).toList();
    }

    private String shown(String caseId, String task, String name) {
        return shown(ADVISOR, caseId, task, name);
    }

    private String shown(String user, String caseId, String task, String name) {
        return String.valueOf(path.shown(user, caseId, task).get(name));
    }
}
