package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;

/** D10: the proposal for the next step. */
class NextStepProposalTest extends DecisionTableTest {

    private static final String CHECK = DecisionOutcome.CHECK_BY_HAND;
    private static final String BARRIER = "nextStepReview.workAbilityBarrierUnresolved";
    private static final String READINESS = "nextStepReview.studyReadiness";
    private static final String CLEAR = "nextStepReview.occupationClear";
    private static final String WANTED = "nextStepReview.qualificationWanted";
    private static final String EMPLOYER = "nextStepReview.employerReady";

    @Override
    String decisionKey() {
        return "nextStepProposal";
    }

    @Override
    FactsForTests complete() {
        return facts()
                .with("today", TODAY)
                .with(BARRIER, false)
                .with(READINESS, "GOOD")
                .with(CLEAR, true)
                .with(WANTED, true)
                .with(EMPLOYER, true);
    }

    @Override
    void scenarios() {
        when("all is ready", but(), "APPRENTICESHIP");
        when("fair readiness", but(READINESS, "FAIR"), "APPRENTICESHIP");
        when("a barrier", but(BARRIER, true), "MULTI_SECTOR_SUPPORT");
        when("barrier unknown", but(BARRIER, null), CHECK);
        when("low readiness, occupation open", but(READINESS, "LOW", CLEAR, false), "COACHING_PATH");
        when("occupation open", but(CLEAR, false), "WORK_OR_EDUCATION_TRIAL");
        when("occupation open, readiness unknown", but(CLEAR, false, READINESS, null), CHECK);
        when("no employer", but(EMPLOYER, false), "QUALIFICATION");
        when("no qualification wanted", but(WANTED, false), "SUBSIDISED_JOB");
        when("neither qualification nor employer", but(WANTED, false, EMPLOYER, false), "JOB_COACHING");
        when("readiness does not matter for a job", but(WANTED, false, READINESS, null), "SUBSIDISED_JOB");
        when("low readiness, qualification wanted: no row fits", but(READINESS, "LOW"), CHECK);
    }
}
