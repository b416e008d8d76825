package fi.tyopolku.shortnotice;

/** How an offer stands. */
public enum OfferState {
    /** the table found the client; a coach has not looked at it yet */
    FOUND,
    /** the coach left the client out */
    LEFT_OUT,
    /** the client is to be asked, or asked again because a place came back */
    ASK,
    /** asked, no answer yet */
    OPEN,
    /** has a place */
    TAKEN,
    /** accepted when all places were taken */
    WAITING,
    DECLINED,
    /** not answered in time */
    EXPIRED,
    /** accepted or found too late: no place came free */
    GONE,
    /** had a place and gave it back */
    GIVEN_BACK,
    /** the case paused or ended before there was an answer */
    WITHDRAWN
}
