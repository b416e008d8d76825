package fi.tyopolku.path.subsidisedjob;

import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.clients.CaseIds;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clients.NewReferral;
import fi.tyopolku.clients.PersonalIdentityCode;
import fi.tyopolku.clients.ReferralSource;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.funding.AppropriationGrant;
import fi.tyopolku.funding.FundingLedger;
import fi.tyopolku.funding.FundingPurpose;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Cases of clients with certain facts, and the job that is applied for. Each test has a first day of work of its own, and
 * money that is good for that day only, so that tests do not take each other's money.
 */
@Component
public class SubsidyCases {

    public static final String COMPANY = "COMPANY";
    private static final AtomicInteger DAY = new AtomicInteger();

    private final ClientRegister clients;
    private final CaseRegister cases;
    private final DocumentStore documents;
    private final FundingLedger ledger;
    private final PathDriver path;
    private final ObjectMapper json;
    private final Clock clock;

    SubsidyCases(ClientRegister clients, CaseRegister cases, DocumentStore documents, FundingLedger ledger,
            PathDriver path, ObjectMapper json, Clock clock) {
        this.clients = clients;
        this.cases = cases;
        this.documents = documents;
        this.ledger = ledger;
        this.path = path;
        this.json = json;
        this.clock = clock;
    }

    /** A first day of work that no other test uses: the first of a month, so that months are whole. */
    public LocalDate newStart() {
        return LocalDate.now(clock).withDayOfMonth(1).plusMonths(2 + DAY.getAndIncrement());
    }

    /** An open case with its survey. @param facts what the survey says beside the usual */
    public String open(int age, Map<String, Object> facts) {
        String caseId = CaseIds.next();
        clients.register(new NewReferral(PathDriver.KEMIJARVI,
                new PersonalIdentityCode(IdentityCodes.bornIn(LocalDate.now(clock).getYear() - age)), "Aino", "Koskela",
                "aino@example.fi", null, "fi", "Kemijärvi", ReferralSource.WALK_IN, null, null,
                LocalDate.now(clock).minusDays(20)), caseId);
        cases.assignCoach(caseId, "coach");
        cases.open(caseId);
        Map<String, Object> survey = new HashMap<>(Map.of("unemployedMonthsOfLast14", 2, "unemployedMonthsOfLast28", 2,
                "unemployedMonthsContinuous", 2, "highestEducation", "BASIC", "integrationPlan", false));
        survey.putAll(facts);
        survey.values().removeIf("unknown"::equals);
        documents.save(caseId, "capabilitySurvey", json.valueToTree(survey), 0, "coach");
        return caseId;
    }

    public void startSubsidisedJob(String caseId) {
        path.startStage("subsidisedJob", caseId, Map.of("clientLabel", "Aino K.", "coach", "coach",
                "language", "fi", "municipality", PathDriver.KEMIJARVI));
    }

    /** An application in which nothing bars the subsidy. */
    public static Map<String, Object> application(LocalDate start, String employerKind) {
        Map<String, Object> application = new HashMap<>();
        application.put("employerName", "Puutyö Oy");
        application.put("employerKind", employerKind);
        application.put("employerEmail", "puutyo@example.fi");
        application.put("employerLanguage", "sv");
        application.put("economicActivity", true);
        application.put("jobTitle", "Puuseppä");
        application.put("jobStart", start.toString());
        application.put("weeklyHours", 37.5);
        application.put("fieldFullTimeWeeklyHours", 37.5);
        application.put("monthlyPayEuros", 2600.50);
        application.put("longUnemploymentRisk", true);
        application.put("skillsGap", true);
        application.put("collectiveAgreementPay", true);
        for (String no : new String[] {"apprenticeship", "payByResultOnly", "otherWageSupport", "dismissedWithin12Months",
            "headcountRegained", "unpaidDuties", "unpaidDutiesExempted", "labourOffenceJudgment", "inDifficulty",
            "marketActivity", "distortsCompetition", "helsinkiHealthSocialRescue", "reducedWorkAbility"}) {
            application.put(no, false);
        }
        return application;
    }

    public void apply(String caseId, Map<String, Object> application) {
        path.submit("coach", caseId, "userTask_applyForSubsidy",
                Map.of("applicationDecision", "SUBMIT", "jobApplication", application));
    }

    public void choose(String caseId, String ground) {
        path.submit("coach", caseId, "userTask_chooseGround", chosen(ground));
    }

    public static Map<String, Object> chosen(String ground) {
        return Map.of("groundDecision", "CHOOSE", "jobApplication", Map.of("chosenGround", ground));
    }

    /** From the beginning to the reservation, for a young person in a company. */
    public String applyForSkills(LocalDate start) {
        String caseId = open(24, Map.of());
        startSubsidisedJob(caseId);
        apply(caseId, application(start, COMPANY));
        choose(caseId, "SKILLS");
        return caseId;
    }

    public String grantFor(LocalDate start, long cents) {
        return ledger.grant(new AppropriationGrant(PathDriver.KEMIJARVI, "EMPLOYMENT_AUTHORITY",
                FundingPurpose.PAY_SUBSIDY, start, start, cents), "manager");
    }

    public void decide(String caseId, String decision) {
        path.submit("funding-officer", caseId, "userTask_decideFunding", decision(decision));
    }

    public static Map<String, Object> decision(String decision) {
        return Map.of("subsidyDecision", decision, "fundingDecision",
                Map.of("legalBasis", "Act 380/2023 82 § and 86 §", "reasons", "The job improves the client's skills."));
    }
}
