package fi.tyopolku.funding;

/**
 * The purposes the law names. A purpose is an upper-snake code; a municipality may use others without a change here.
 */
public final class FundingPurpose {

    /** Pay subsidy, 380/2023 ch. 10. Discretionary. */
    public static final String PAY_SUBSIDY = "PAY_SUBSIDY";

    /** Employment support for people aged 55 and over, 380/2023 95-97 §. Not discretionary: money must be found. */
    public static final String EMPLOYMENT_SUPPORT_55 = "EMPLOYMENT_SUPPORT_55";

    private FundingPurpose() {
    }
}
