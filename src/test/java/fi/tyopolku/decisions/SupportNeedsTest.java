package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;
import java.util.List;
import java.util.Set;

/** Which supports the capability survey suggests. */
class SupportNeedsTest extends DecisionTableTest {

    private static final String CHECK = DecisionOutcome.CHECK_BY_HAND;
    private static final String BARRIERS = "capabilitySurvey.barriers";
    private static final String LANGUAGE = "capabilitySurvey.finnishLevel";
    private static final String INTEGRATION = "capabilitySurvey.integrationPlan";
    private static final String DIFFICULTIES = "capabilitySurvey.learningDifficulties";
    private static final String STUDY_SUPPORT = "capabilitySurvey.needsStudySupport";
    private static final String READINESS = "capabilitySurvey.studyReadiness";
    private static final String DIGITAL = "capabilitySurvey.digitalSkills";
    private static final String DISTANCE = "capabilitySurvey.distanceKm";
    private static final String TRAVEL = "capabilitySurvey.canTravel";
    private static final String NETWORKS = "capabilitySurvey.networks";
    private static final String ABILITY = "capabilitySurvey.workAbility";
    private static final String UNRESOLVED = "capabilitySurvey.workAbilityBarrierUnresolved";
    private static final String PHYSICAL = "capabilitySurvey.physicalResources";
    private static final String MENTAL = "capabilitySurvey.mentalResources";
    private static final String SOCIAL = "capabilitySurvey.socialResources";

    @Override
    String decisionKey() {
        return "supportNeeds";
    }

    @Override
    FactsForTests complete() {
        return facts()
                .with("today", TODAY)
                .with(BARRIERS, List.of())
                .with(LANGUAGE, "NATIVE")
                .with(INTEGRATION, false)
                .with(DIFFICULTIES, false)
                .with(STUDY_SUPPORT, false)
                .with(READINESS, "GOOD")
                .with(DIGITAL, "GOOD")
                .with(DISTANCE, 5)
                .with(TRAVEL, true)
                .with(NETWORKS, "STRONG")
                .with(ABILITY, "GOOD")
                .with(UNRESOLVED, false)
                .with(PHYSICAL, 4)
                .with(MENTAL, 4)
                .with(SOCIAL, 4);
    }

    /** Resources are voluntary; an integration plan or a barrier of work ability is told where there is one. */
    @Override
    Set<String> nullIsAnAnswer() {
        return Set.of(PHYSICAL, MENTAL, SOCIAL, INTEGRATION, UNRESOLVED);
    }

    @Override
    void scenarios() {
        when("no support needed", but());
        when("barrier HOUSING", but(BARRIERS, List.of("HOUSING")), "SOCIAL_GUIDANCE");
        when("barrier DEBT", but(BARRIERS, List.of("DEBT")), "SOCIAL_GUIDANCE");
        when("barrier FAMILY", but(BARRIERS, List.of("FAMILY")), "SOCIAL_GUIDANCE");
        when("barrier SUBSTANCE", but(BARRIERS, List.of("SUBSTANCE")), "SOCIAL_GUIDANCE");
        when("barrier SOCIAL_SECURITY", but(BARRIERS, List.of("SOCIAL_SECURITY")), "SOCIAL_GUIDANCE");
        when("barrier MOBILITY", but(BARRIERS, List.of("MOBILITY")), "TRAVEL_OR_REMOTE");
        when("barrier HEALTH", but(BARRIERS, List.of("HEALTH")), "HEALTH_REFERRAL");
        when("barrier OTHER", but(BARRIERS, List.of("OTHER")), CHECK);
        when("two barriers", but(BARRIERS, List.of("DEBT", "HEALTH", "HOUSING")), "SOCIAL_GUIDANCE", "HEALTH_REFERRAL");
        when("Finnish A2", but(LANGUAGE, "A2"), "INTEGRATION_SUPPORT");
        when("Finnish BELOW_A2", but(LANGUAGE, "BELOW_A2"), "INTEGRATION_SUPPORT");
        when("integration plan", but(INTEGRATION, true), "INTEGRATION_SUPPORT");
        when("learning difficulties", but(DIFFICULTIES, true), "SPECIAL_SUPPORT");
        when("study support", but(STUDY_SUPPORT, true), "SPECIAL_SUPPORT");
        when("low readiness", but(READINESS, "LOW"), "STUDY_GUIDANCE");
        when("low digital skills", but(DIGITAL, "LOW"), "DIGITAL_SKILLS");
        when("more than 100 km away", but(DISTANCE, 110), "TRAVEL_OR_REMOTE");
        when("cannot travel", but(TRAVEL, false), "TRAVEL_OR_REMOTE");
        when("withered networks", but(NETWORKS, "WITHERED"), "NETWORK_BUILDING");
        when("work ability REDUCED", but(ABILITY, "REDUCED"), "HEALTH_REFERRAL");
        when("work ability UNCLEAR", but(ABILITY, "UNCLEAR"), "HEALTH_REFERRAL");
        when("unresolved barrier", but(UNRESOLVED, true), "HEALTH_REFERRAL");
        when("low physical resources", but(PHYSICAL, 2), "HEALTH_REFERRAL");
        when("low mental resources", but(MENTAL, 1), "HEALTH_REFERRAL");
        when("low social resources", but(SOCIAL, 2), "SOCIAL_GUIDANCE");
        when("resources left empty", but(PHYSICAL, null, MENTAL, null, SOCIAL, null));
        when("not asked: barriers", but(BARRIERS, null), CHECK);
        when("not asked: language", but(LANGUAGE, null), CHECK);
        when("not asked: difficulties", but(DIFFICULTIES, null), CHECK);
        when("not asked: study support", but(STUDY_SUPPORT, null), CHECK);
        when("not asked: readiness", but(READINESS, null), CHECK);
        when("not asked: digital", but(DIGITAL, null), CHECK);
        when("not asked: distance", but(DISTANCE, null), CHECK);
        when("not asked: travel", but(TRAVEL, null), CHECK);
        when("not asked: networks", but(NETWORKS, null), CHECK);
        when("not asked: ability", but(ABILITY, null), CHECK);
    }
}
