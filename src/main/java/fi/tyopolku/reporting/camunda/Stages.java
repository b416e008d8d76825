package fi.tyopolku.reporting.camunda;

import java.util.List;

/** The stages in the order of the path. A subsidised job is applied for inside the stage of the next step. */
final class Stages {

    static final Stage NEXT_STEP = Stage.ofPath("nextStep");
    static final Stage SUBSIDISED_JOB = new Stage("subsidisedJob", "nextStep", "callActivity_subsidisedJob");

    static final List<Stage> ALL = List.of(Stage.ofPath("referral"), Stage.ofPath("capabilitySurvey"),
            Stage.ofPath("pathPlan"), Stage.ofPath("contactTraining"), Stage.ofPath("workTrial"), NEXT_STEP,
            SUBSIDISED_JOB, Stage.ofPath("coachingAtWork"), Stage.ofPath("followUp"));

    private Stages() {
    }
}
