package fi.tyopolku.trainingdays;

/** How a training day is spent. */
public enum TrainingDayKind {

    /** Contact teaching in a training group. */
    CONTACT,

    /** At a workplace, in one {@link LegalForm}. */
    ON_THE_JOB
}
