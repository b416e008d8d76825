package fi.tyopolku.demo.camunda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.calendar.BusinessClock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * About a dozen and a half cases, at every stage of the path, made at the first start of the demo. Before jobs run by
 * themselves, so that no timer fires on the wrong day.
 */
@Component
@Profile("demo")
class SampleCases {

    private static final Logger LOG = LoggerFactory.getLogger(SampleCases.class);
    private static final String COACH = "coach";
    private static final String TRAINER = "trainer";
    private static final int WEEKS_OF_CONTACT_TRAINING = 5;
    private static final int WEEKS_OF_WORK_TRIAL = 7;

    private final CaseSteps steps;
    private final ObjectMapper json;
    private final LocalDate today;
    private final LocalDate monday;
    private final List<PracticeSamples> practices;
    private final Map<String, String> caseIds = new LinkedHashMap<>();

    SampleCases(CaseSteps steps, ObjectMapper json, BusinessClock clock, List<PracticeSamples> practices) {
        this.steps = steps;
        this.json = json;
        this.practices = practices;
        this.today = clock.today();
        this.monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @EventListener(ContextRefreshedEvent.class)
    void make() {
        if (!steps.isEmpty()) {
            return;
        }
        try {
            money();
            beginnings();
            contactTraining();
            laterStages();
            changes();
            practices.forEach(practice -> practice.make(steps, today, caseIds));
        } finally {
            steps.itIsNow();
        }
        LOG.info("The sample cases are ready");
    }

    private void money() {
        steps.itIs(monday.minusWeeks(30));
        appropriation("PAY_SUBSIDY", 40_000);
        appropriation("EMPLOYMENT_SUPPORT_55", 9_000);
    }

    private void appropriation(String purpose, int euros) {
        steps.start("funding-officer", "appropriation", Map.of("appropriationAction", "NEW", "funder", "EMPLOYMENT_AUTHORITY",
                "purpose", purpose, "validFrom", monday.minusWeeks(30).toString(),
                "validTo", monday.plusWeeks(60).toString(), "amountEuros", euros));
    }

    private void beginnings() {
        referred(today.minusDays(1), new Person("010190-900P", "Aino", "Koskela", "fi", "EMPLOYMENT_AUTHORITY"));
        String late = referred(today.minusDays(25), new Person("150575X9025", "Erkki", "Salmela", "fi", "ASSOCIATION"));
        steps.itIs(today.minusDays(3));
        steps.settle(late);
        steps.itIs(today.minusDays(2));
        steps.start("coach2", "clientPath", referral(new Person("070780-9991", "Niila", "Magga", "fi", "WALK_IN"), today.minusDays(20)));
        accepted(today.minusDays(9), new Person("290204A903F", "Elsa", "Lindström", "sv", "DEVELOPMENT_PROJECT"));
        surveyed(today.minusDays(21), new Person("010105B904W", "Onni", "Mäkinen", "fi", "WALK_IN"));
        String awaiting = surveyed(today.minusDays(33), new Person("311265W907P", "Raimo", "Kinnunen", "fi", "EMPLOYMENT_AUTHORITY"));
        drawUpPlan(awaiting, today.minusDays(6), true, true);
    }

    private void contactTraining() {
        LocalDate autumn = monday.minusWeeks(9);
        String first = group("Kohti työtä, syksy", autumn, autumn.plusWeeks(8), 12);
        List<String> trained = new ArrayList<>();
        trained.add(planned(autumn, new Person("240600F910N", "Amina", "Hassan", "en", "EMPLOYMENT_AUTHORITY"), true, true));
        trained.add(planned(autumn, new Person("120388V9085", "Kerttu", "Heikkilä", "fi", "REHABILITATIVE_WORK"), true, true));
        trained.forEach(caseId -> take(caseId, first, autumn.minusDays(5)));
        recordWeeks(first, trained, autumn, WEEKS_OF_CONTACT_TRAINING);
        LocalDate closing = autumn.plusWeeks(WEEKS_OF_CONTACT_TRAINING).plusDays(1);
        trained.forEach(caseId -> closeContactTraining(caseId, closing));
        matchWorkplace(trained.get(0), closing.plusDays(2));
        trial(trained.get(1), closing.plusDays(2), autumn.plusWeeks(WEEKS_OF_CONTACT_TRAINING + 1), 2);

        LocalDate winter = monday.minusWeeks(2);
        String second = group("Kohti työtä, talvi", winter, winter.plusWeeks(9), 3);
        List<String> inTraining = new ArrayList<>();
        inTraining.add(planned(winter, new Person("131052-308T", "Maija", "Niemelä", "fi", "REHABILITATIVE_WORK"), true, true));
        inTraining.add(planned(winter, new Person("010190Y901R", "Petri", "Aalto", "fi", "DEVELOPMENT_PROJECT"), true, true));
        inTraining.add(planned(winter, new Person("311299U915R", "Sofia", "Ek", "sv", "ASSOCIATION"), true, false));
        inTraining.forEach(caseId -> take(caseId, second, winter.minusDays(5)));
        String waiting = planned(winter, new Person("020288-9110", "Veikko", "Ranta", "fi", "WALK_IN"), true, true);
        take(waiting, second, winter.minusDays(4));
        recordWeeks(second, inTraining, winter, 1);
    }

    private void laterStages() {
        String deciding = tried(monday.minusWeeks(12), new Person("030471-912W", "Tuula", "Kallio", "fi", "EMPLOYMENT_AUTHORITY"));
        review(deciding, monday.minusWeeks(4));

        String funding = tried(monday.minusWeeks(13), new Person("040579-913E", "Kalle", "Vuori", "fi", "EMPLOYMENT_AUTHORITY"));
        subsidisedJob(funding, monday.minusWeeks(4), 2_300, "SKILLS");

        String queued = tried(monday.minusWeeks(14), new Person("050663-914T", "Helvi", "Laine", "fi", "EMPLOYMENT_AUTHORITY"));
        subsidisedJob(queued, monday.minusWeeks(5), 2_600, "AGE55");

        String followed = tried(monday.minusWeeks(16), new Person("060682-916D", "Jussi", "Korpi", "fi", "REHABILITATIVE_WORK"));
        review(followed, monday.minusWeeks(7));
        steps.submit(COACH, followed, "userTask_decideNextStep", Map.of("nextStep", "OPEN_JOB", "nextStepDecision",
                Map.of("reason", "Työnantaja palkkaa hänet ilman tukea.")));
    }

    private void changes() {
        String interrupted = surveyed(today.minusDays(40), new Person("070994-917L", "Saana", "Pohjola", "fi", "WALK_IN"));
        steps.itIs(today.minusDays(8));
        steps.start(COACH, "reportChange", Map.of("caseId", interrupted, "reportedChange", "INTERRUPTION",
                "changeFrom", today.minusDays(8).toString(), "resumeOn", today.plusDays(45).toString(),
                "change", Map.of("why", "Kuntoutusjakso, jonka jälkeen polku jatkuu.")));
        steps.settle(interrupted);
        String withdrawn = accepted(today.minusDays(50), new Person("080896-9180", "Antti", "Järvi", "fi", "ASSOCIATION"));
        steps.itIs(today.minusDays(12));
        steps.start(COACH, "reportChange", Map.of("caseId", withdrawn, "reportedChange", "WITHDRAWAL",
                "changeFrom", today.minusDays(12).toString(), "change", Map.of("why", "Muutti toiselle paikkakunnalle.")));
        steps.settle(withdrawn);
    }

    private record Person(String identityCode, String givenName, String familyName, String language, String source) {

        String email() {
            return givenName.toLowerCase(Locale.ROOT) + ".asiakas@example.org";
        }
    }

    private static Map<String, Object> referral(Person person, LocalDate registeredOn) {
        Map<String, Object> referral = new HashMap<>(Map.of("personalIdentityCode", person.identityCode(),
                "givenName", person.givenName(), "familyName", person.familyName(), "email", person.email(),
                "language", person.language(), "homeMunicipality", "Kemijärvi", "source", person.source(),
                "referrerName", "Lähettävä taho", "referrerEmail", "lahettaja@example.org"));
        referral.put("registeredOn", registeredOn.toString());
        referral.put("reason", "Etsii suuntaa työhön tai opintoihin.");
        return Map.of("referral", referral);
    }

    private String referred(LocalDate day, Person person) {
        steps.itIs(day);
        String caseId = steps.start(COACH, "clientPath", referral(person, day.minusDays(5)));
        caseIds.put(person.givenName(), caseId);
        return caseId;
    }

    private String accepted(LocalDate day, Person person) {
        String caseId = referred(day, person);
        steps.itIs(day.plusDays(2));
        steps.submit(COACH, caseId, "userTask_handleReferral", Map.of("referralDecision", "ACCEPT", "coach", COACH,
                "referralHandling", Map.of("note", "Soitetaan ensin.")));
        return caseId;
    }

    private String surveyed(LocalDate day, Person person) {
        String caseId = accepted(day, person);
        steps.itIs(day.plusDays(6));
        Map<String, Object> survey = new HashMap<>(Map.of("workHistory", "Kotitila vuoteen 2019, sen jälkeen keikkatöitä.",
                "skills", "Eläinten hoito, koneet, kirjanpito.", "unemployedMonthsOfLast14", 14,
                "unemployedMonthsOfLast28", 26, "unemployedMonthsContinuous", 20, "highestEducation", "BASIC",
                "studyReadiness", "FAIR", "finnishLevel", "NATIVE", "digitalSkills", "FAIR", "distanceKm", 110));
        survey.putAll(Map.of("networks", "WITHERED", "canTravel", true, "workAbility", "GOOD", "socialParticipation", 2,
                "studyAttitude", 3, "unemploymentReason", "FARM_CLOSED", "learningDifficulties", false,
                "needsStudySupport", false, "barriers", List.of("MOBILITY")));
        steps.submit(COACH, caseId, "userTask_surveyCapabilities", Map.of("surveyResult", "DONE", "capabilitySurvey", survey));
        if (steps.hasTask(caseId, "userTask_agreeOnSupports")) {
            steps.submit(COACH, caseId, "userTask_agreeOnSupports", Map.of("supportsAccepted", List.of("NETWORK_BUILDING"),
                    "supportOffer", Map.of("offered", List.of("NETWORK_BUILDING", "TRAVEL_OR_REMOTE"))));
        }
        return caseId;
    }

    private void drawUpPlan(String caseId, LocalDate day, boolean contactTraining, boolean workTrial) {
        steps.itIs(day);
        steps.submit(COACH, caseId, "userTask_discussGuidance", Map.of("pathPlan", Map.of(
                "guidanceTopics", List.of("STUDIES", "FINANCING_STUDIES", "EMPLOYMENT"),
                "clientInput", "Haluaa tehdä työtä käsillään.")));
        steps.submit(COACH, caseId, "userTask_drawUpPlan", Map.of("contactTrainingPlanned", contactTraining,
                "workTrialPlanned", workTrial, "pathPlan", Map.of("competenceGoal", "Ammatillisen tutkinnon osa",
                        "employmentGoal", "Työ lähiseudun yrityksessä", "qualificationWanted", "PART",
                        "actions", "Lähiopetus, sitten työssäoppiminen.", "actionsUntil", day.plusMonths(4).toString(),
                        "fundingSources", List.of("EMPLOYMENT_AUTHORITY"), "licencesWanted", List.of("HYGIENE_PASSPORT"))));
    }

    /** A client whose plan was approved a week before the given day. */
    private String planned(LocalDate before, Person person, boolean contactTraining, boolean workTrial) {
        String caseId = surveyed(before.minusDays(28), person);
        drawUpPlan(caseId, before.minusDays(12), contactTraining, workTrial);
        steps.itIs(before.minusDays(9));
        steps.submit(COACH, caseId, "userTask_recordClientApproval", Map.of("clientDecision", "APPROVES", "planApproval",
                Map.of("manner", "SIGNATURE", "approvedOn", before.minusDays(9).toString(), "understandingChecked", true)));
        steps.submit(COACH, caseId, "userTask_approvePlan", Map.of("coachDecision", "APPROVES"));
        return caseId;
    }

    private String group(String name, LocalDate starts, LocalDate ends, int places) {
        steps.itIs(starts.minusWeeks(3));
        return steps.start(TRAINER, "trainingGroup", Map.of("trainingGroup", Map.of("name", name, "provider", "Edukai",
                "trainer", TRAINER, "starts", starts.toString(), "ends", ends.toString(), "places", places,
                "teachingWeekdays", List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"))));
    }

    private void take(String caseId, String groupId, LocalDate day) {
        steps.itIs(day);
        steps.submit(COACH, caseId, "userTask_chooseTrainingGroup", Map.of("placeDecision", "TAKE", "trainingGroup", groupId));
    }

    private void recordWeeks(String groupId, List<String> caseIds, LocalDate firstMonday, int weeks) {
        for (int week = 1; week <= weeks; week++) {
            steps.itIs(firstMonday.plusWeeks(week));
            steps.settle(groupId);
            steps.submit(TRAINER, groupId, "userTask_recordAttendance", Map.of("attendanceWeek",
                    parsed(steps.shown(TRAINER, groupId, "userTask_recordAttendance", "attendanceWeek"))));
            steps.settle(groupId);
            caseIds.forEach(steps::settle);
        }
    }

    private void closeContactTraining(String caseId, LocalDate day) {
        steps.itIs(day);
        steps.settle(caseId);
        steps.submit(TRAINER, caseId, "userTask_closeContactTraining", Map.of(
                "contactTrainingClosing", Map.of("learningOutcomes", "Osaa mitata ja koota.", "smallSteps", "Tulee ajoissa.",
                        "qualificationsExplored", "Puuala, maatalous", "workTasksExplored", "Kokoonpano",
                        "companyVisits", "Keitele Wood, Kemijärvi"),
                "furtherPlan", Map.of("goal", "BOTH", "steps", "Työssäoppiminen yrityksessä.", "agreedOn", day.toString())));
    }

    private void matchWorkplace(String caseId, LocalDate day) {
        steps.itIs(day);
        steps.submit(COACH, caseId, "userTask_matchWorkplace", Map.of("workplaceFound", "YES", "trialFollower", "COACH",
                "workTrialAgreement", Map.of("hostName", "Taimisto Oy", "hostEmail", "taimisto@example.org",
                        "supervisorName", "Sari Salo", "tasks", "Istutus ja kastelu",
                        "learningGoals", "Istutus: tuntee kasvit")));
    }

    /** Agreement, signatures, and so many whole weeks at the workplace. */
    private void trial(String caseId, LocalDate agreed, LocalDate start, int weeks) {
        matchWorkplace(caseId, agreed);
        Map<String, Object> terms = new HashMap<>(Map.of("legalForm", "WORK_TRIAL", "purpose", "CAREER_OPTIONS",
                "hostName", "Taimisto Oy", "hostKind", "COMPANY", "hostEmail", "taimisto@example.org",
                "supervisorName", "Sari Salo", "tasks", "Istutus ja kastelu", "learningGoals", "Istutus: tuntee kasvit",
                "start", start.toString(), "end", start.plusWeeks(10).minusDays(3).toString()));
        terms.putAll(Map.of("daysPerWeek", 5, "hoursPerDay", 6, "monthsUsedBefore", 0));
        steps.submit(COACH, caseId, "userTask_drawUpAgreement", Map.of("termsDecision", "AGREE", "workTrialAgreement", terms));
        steps.submit(COACH, caseId, "userTask_recordSignatures", Map.of("signing", "SIGNED", "workTrialAgreement", Map.of(
                "signedByClientOn", agreed.toString(), "signedByHostOn", agreed.toString(),
                "signedByAuthorityOn", agreed.toString())));
        for (int week = 1; week <= weeks; week++) {
            steps.itIs(start.plusWeeks(week - 1));
            steps.settle(caseId);
            steps.itIs(start.plusWeeks(week).minusDays(2));
            steps.settle(caseId);
            Map<String, Object> sheet = new HashMap<>();
            for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday")) {
                sheet.put(day + "Mark", "PRESENT");
                sheet.put(day + "Hours", 6);
            }
            steps.submit(COACH, caseId, "userTask_recordWeek", Map.of("weekOutcome", "CONTINUE", "trialWeek", sheet));
        }
    }

    /** A client whose plan had no contact training and who has done the 35 days. */
    private String tried(LocalDate start, Person person) {
        String caseId = planned(start.minusDays(4), person, false, true);
        trial(caseId, start.minusDays(6), start, WEEKS_OF_WORK_TRIAL);
        LocalDate end = start.plusWeeks(WEEKS_OF_WORK_TRIAL).plusDays(1);
        steps.itIs(end);
        steps.settle(caseId);
        steps.submit(COACH, caseId, "userTask_recordAssessment", Map.of("hostAssessment", Map.of("assessmentGiven", true,
                "givenOn", end.toString(), "givenBy", "Sari Salo", "tasksGoingWell", "Kaikki.", "wouldHire", "YES")));
        return caseId;
    }

    private void review(String caseId, LocalDate day) {
        steps.itIs(day);
        steps.submit(COACH, caseId, "userTask_reviewProgress", Map.of("nextStepReview", Map.of(
                "workAbilityBarrierUnresolved", false, "studyReadiness", "FAIR", "occupationClear", true,
                "qualificationWanted", false, "employerReady", true, "hostHires", true,
                "smallProgress", "Rytmi löytyi, tulee ajoissa.")));
    }

    private void subsidisedJob(String caseId, LocalDate day, int monthlyPay, String ground) {
        review(caseId, day);
        steps.submit(COACH, caseId, "userTask_decideNextStep", Map.of("nextStep", "SUBSIDISED_JOB", "nextStepDecision",
                Map.of("reason", "Työpaikka palkkaisi tuen avulla.")));
        Map<String, Object> job = new HashMap<>(Map.of("employerName", "Taimisto Oy", "employerKind", "COMPANY",
                "employerEmail", "taimisto@example.org", "economicActivity", true, "jobTitle", "Puutarhatyöntekijä",
                "apprenticeship", false, "jobStart", today.plusWeeks(3).toString(), "jobEnd", today.plusWeeks(3).plusMonths(10).toString(),
                "weeklyHours", 37.5));
        job.putAll(Map.of("fieldFullTimeWeeklyHours", 37.5, "monthlyPayEuros", monthlyPay, "collectiveAgreementPay", true,
                "payByResultOnly", false, "otherWageSupport", false, "dismissedWithin12Months", false,
                "headcountRegained", false, "unpaidDuties", false, "labourOffenceJudgment", false, "inDifficulty", false));
        job.putAll(Map.of("marketActivity", true, "distortsCompetition", false, "skillsGap", true,
                "longUnemploymentRisk", true, "reducedWorkAbility", false));
        steps.submit(COACH, caseId, "userTask_applyForSubsidy", Map.of("applicationDecision", "SUBMIT", "jobApplication", job));
        steps.submit(COACH, caseId, "userTask_chooseGround", Map.of("groundDecision", "CHOOSE", "jobApplication",
                Map.of("chosenGround", ground)));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> parsed(String shown) {
        try {
            return json.readValue(shown, Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The attendance form shows no week");
        }
    }
}
