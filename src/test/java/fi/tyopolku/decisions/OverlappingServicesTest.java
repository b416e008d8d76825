package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;

/** Which services of one client do not go together (S1-29). */
class OverlappingServicesTest extends DecisionTableTest {

    private static final String REQUESTED = "overlap.requested";
    private static final String RUNNING = "overlap.running";
    private static final String DAYS = "overlap.shareDays";
    private static final String PROJECTS = "overlap.twoProjects";

    @Override
    String decisionKey() {
        return "overlappingServices";
    }

    @Override
    FactsForTests complete() {
        return facts()
                .with(REQUESTED, "WORK_TRIAL")
                .with(RUNNING, "CONTACT_TRAINING")
                .with(DAYS, false)
                .with(PROJECTS, false);
    }

    @Override
    void scenarios() {
        when("other days", but());
        when("the same days", but(DAYS, true), "SAME_DAYS");
        when("the same service", but(RUNNING, "WORK_TRIAL"), "SAME_SERVICE");
        when("guidance on the same days", but(REQUESTED, "SOCIAL_GUIDANCE", DAYS, true));
        when("training beside studies", but(REQUESTED, "LABOUR_MARKET_TRAINING", RUNNING, "BENEFIT_STUDIES"), "TWO_STUDIES");
        when("studies beside training", but(REQUESTED, "BENEFIT_STUDIES", RUNNING, "EDUCATIONAL_TRIAL"), "TWO_STUDIES");
        when("service unknown", but(REQUESTED, null), DecisionOutcome.CHECK_BY_HAND);
        when("running service unknown", but(RUNNING, null), DecisionOutcome.CHECK_BY_HAND);
        when("days unknown", but(DAYS, null), DecisionOutcome.CHECK_BY_HAND);
        when("projects unknown", but(PROJECTS, null), DecisionOutcome.CHECK_BY_HAND);
        when("two projects", but(PROJECTS, true), "TWO_PROJECTS");
        when("guidance and two projects", but(REQUESTED, "SOCIAL_GUIDANCE", PROJECTS, true));
    }
}
