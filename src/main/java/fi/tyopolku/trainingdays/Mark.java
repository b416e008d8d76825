package fi.tyopolku.trainingdays;

/** What a training day was for the client. Only {@link #PRESENT} counts towards the days required. */
public enum Mark {
    PRESENT,
    ABSENT_PERMITTED,
    ABSENT_WITHOUT
}
