package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;
import java.util.Set;

/** Limits of on-the-job learning in labour market training. */
class LabourMarketTrainingLimitsTest extends DecisionTableTest {

    private static final String CHECK = DecisionOutcome.CHECK_BY_HAND;
    private static final String FORM = "workTrialAgreement.legalForm";
    private static final String HOURS = "workTrialAgreement.hoursPerDay";
    private static final String DAYS = "workTrialAgreement.daysPerWeek";
    private static final String CLIENT = "workTrialAgreement.signedByClientOn";
    private static final String HOST = "workTrialAgreement.signedByHostOn";
    private static final String AUTHORITY = "workTrialAgreement.signedByAuthorityOn";
    private static final String TEACHER = "workTrialAgreement.responsibleTeacher";
    private static final String START = "workTrialAgreement.start";

    @Override
    String decisionKey() {
        return "labourMarketTrainingLimits";
    }

    @Override
    FactsForTests complete() {
        return facts()
                .with("today", TODAY)
                .with(FORM, "LABOUR_MARKET_TRAINING")
                .with(HOURS, 6)
                .with(DAYS, 5)
                .with(CLIENT, "2026-11-20")
                .with(HOST, "2026-11-20")
                .with(AUTHORITY, "2026-11-20")
                .with(TEACHER, "A teacher")
                .with(START, "2026-12-01");
    }

    /** A signature that is missing is what the agreement lacks. */
    @Override
    Set<String> nullIsAnAnswer() {
        return Set.of(CLIENT, HOST, AUTHORITY);
    }

    @Override
    void scenarios() {
        when("within the limits", but());
        when("8.5 hours a day", but(HOURS, 8.5), "HOURS_PER_DAY");
        when("3 hours a day", but(HOURS, 3), "HOURS_PER_DAY");
        when("hours unknown", but(HOURS, null), CHECK);
        when("six days a week", but(DAYS, 6), "DAYS_PER_WEEK");
        when("days unknown", but(DAYS, null), CHECK);
        when("not signed by client", but(CLIENT, null), "AGREEMENT_INCOMPLETE");
        when("not signed by host", but(HOST, null), "AGREEMENT_INCOMPLETE");
        when("not signed by authority", but(AUTHORITY, null), "AGREEMENT_INCOMPLETE");
        when("another legal form", but(FORM, "WORK_TRIAL"), CHECK);
        when("no teacher", but(TEACHER, null), CHECK);
        when("a blank teacher", but(TEACHER, " "), CHECK);
        when("start unknown", but(START, null), CHECK);
        when("before 2025", but(START, "2024-12-31"), CHECK);
    }
}
