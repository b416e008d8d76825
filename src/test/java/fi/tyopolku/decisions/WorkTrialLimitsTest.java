package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;
import java.util.Set;

/** D7: limits of a work trial. */
class WorkTrialLimitsTest extends DecisionTableTest {

    private static final String CHECK = DecisionOutcome.CHECK_BY_HAND;
    private static final String AGE = "client.age";
    private static final String FORM = "workTrialAgreement.legalForm";
    private static final String START = "workTrialAgreement.start";
    private static final String END = "workTrialAgreement.end";
    private static final String USED = "workTrialAgreement.monthsUsedBefore";
    private static final String SINCE = "workTrialAgreement.monthsUnemployedSinceTrial";
    private static final String HOURS = "workTrialAgreement.hoursPerDay";
    private static final String DAYS = "workTrialAgreement.daysPerWeek";
    private static final String OWN = "workTrialAgreement.ownEmployer";
    private static final String PURPOSE = "workTrialAgreement.purpose";
    private static final String CHILDREN = "workTrialAgreement.workWithChildren";
    private static final String CHILDREN_ACCEPTED = "workTrialAgreement.workWithChildrenAccepted";
    private static final String DRUG_TEST = "workTrialAgreement.drugTestRequired";
    private static final String DRUG_TEST_ACCEPTED = "workTrialAgreement.drugTestAccepted";
    private static final String CLIENT = "workTrialAgreement.signedByClientOn";
    private static final String HOST = "workTrialAgreement.signedByHostOn";
    private static final String AUTHORITY = "workTrialAgreement.signedByAuthorityOn";
    private static final String PLAN = "planApproval.approvedByClient";

    @Override
    String decisionKey() {
        return "workTrialLimits";
    }

    @Override
    FactsForTests complete() {
        return facts()
                .with("today", TODAY)
                .with(AGE, 30)
                .with(FORM, "WORK_TRIAL")
                .with(START, "2026-12-01")
                .with(END, "2027-01-31")
                .with(USED, 0)
                .with(SINCE, 0)
                .with(HOURS, 6)
                .with(DAYS, 5)
                .with(OWN, false)
                .with(PURPOSE, "CAREER_OPTIONS")
                .with(CHILDREN, false)
                .with(CHILDREN_ACCEPTED, false)
                .with(DRUG_TEST, false)
                .with(DRUG_TEST_ACCEPTED, false)
                .with(CLIENT, "2026-11-20")
                .with(HOST, "2026-11-20")
                .with(AUTHORITY, "2026-11-20")
                .with(PLAN, true);
    }

    /** A signature that is missing is what the agreement lacks. */
    @Override
    Set<String> nullIsAnAnswer() {
        return Set.of(CLIENT, HOST, AUTHORITY);
    }

    @Override
    void scenarios() {
        when("within the limits", but());
        when("six months exactly", but(END, "2027-05-31"));
        when("six months and a day", but(END, "2027-06-01"), "OVER_SIX_MONTHS");
        when("five months used, two planned", but(USED, 5, END, "2027-01-31"), "OVER_SIX_MONTHS");
        when("five months used, one planned", but(USED, 5, END, "2026-12-31"));
        when("seven months used", but(USED, 7, END, "2026-12-31"), "OVER_SIX_MONTHS");
        when("12 months unemployed since", but(USED, 5, END, "2027-01-31", SINCE, 12), "COUNTER_RESETS");
        when("11 months unemployed since", but(USED, 5, END, "2027-01-31", SINCE, 11), "OVER_SIX_MONTHS");
        when("under 25, maximum used, three months unemployed", but(USED, 6, AGE, 24, SINCE, 3), "COUNTER_RESETS");
        when("under 25, maximum used, two months unemployed", but(USED, 6, AGE, 24, SINCE, 2), "OVER_SIX_MONTHS");
        when("under 25, maximum not used, three months unemployed", but(USED, 5, END, "2027-01-31", AGE, 24, SINCE, 3), "OVER_SIX_MONTHS");
        when("aged 25, maximum used, three months unemployed", but(USED, 6, AGE, 25, SINCE, 3), "OVER_SIX_MONTHS");
        when("reset, but the new trial alone is too long", but(USED, 6, SINCE, 12, END, "2027-07-31"), "COUNTER_RESETS", "OVER_SIX_MONTHS");
        when("age unknown where it decides", but(USED, 6, AGE, null, SINCE, 3), CHECK);
        when("months used unknown", but(USED, null), CHECK);
        when("start unknown", but(START, null), CHECK);
        when("end unknown", but(END, null), CHECK);
        when("8.5 hours a day", but(HOURS, 8.5), "HOURS_PER_DAY");
        when("3.5 hours a day", but(HOURS, 3.5), "HOURS_PER_DAY");
        when("eight hours a day", but(HOURS, 8));
        when("four hours a day", but(HOURS, 4));
        when("hours unknown", but(HOURS, null), CHECK);
        when("six days a week", but(DAYS, 6), "DAYS_PER_WEEK");
        when("days unknown", but(DAYS, null), CHECK);
        when("own employer", but(OWN, true), "OWN_EMPLOYER");
        when("own employer unknown", but(OWN, null), CHECK);
        when("return to work", but(PURPOSE, "RETURN_TO_WORK"));
        when("another purpose", but(PURPOSE, "SKILLS"), "PURPOSE");
        when("purpose unknown", but(PURPOSE, null), CHECK);
        when("children, accepted", but(CHILDREN, true, CHILDREN_ACCEPTED, true));
        when("children, declined", but(CHILDREN, true), "BARRED_BY_SECTION_56");
        when("children unknown", but(CHILDREN, null), CHECK);
        when("children, acceptance unknown", but(CHILDREN, true, CHILDREN_ACCEPTED, null), CHECK);
        when("drug test, shown", but(DRUG_TEST, true, DRUG_TEST_ACCEPTED, true));
        when("drug test, declined", but(DRUG_TEST, true), "BARRED_BY_SECTION_56");
        when("drug test unknown", but(DRUG_TEST, null), CHECK);
        when("drug test, answer unknown", but(DRUG_TEST, true, DRUG_TEST_ACCEPTED, null), CHECK);
        when("not signed by client", but(CLIENT, null), "AGREEMENT_INCOMPLETE");
        when("not signed by host", but(HOST, null), "AGREEMENT_INCOMPLETE");
        when("not signed by authority", but(AUTHORITY, null), "AGREEMENT_INCOMPLETE");
        when("another legal form", but(FORM, "REHABILITATIVE_WORK"), CHECK);
        when("not in the plan", but(PLAN, false), "NOT_IN_PLAN");
        when("plan unknown", but(PLAN, null), CHECK);
        when("before 2025", but(START, "2024-12-01", END, "2024-12-31"), CHECK);
    }
}
