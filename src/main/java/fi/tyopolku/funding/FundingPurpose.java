package fi.tyopolku.funding;

/**
 * The purposes the law names. A purpose is an upper-snake code; a municipality may use others without a change here.
 */
public final class FundingPurpose {

    /** Pay subsidy, 380/2023 ch. 10. Discretionary. */
    public static final String PAY_SUBSIDY = "PAY_SUBSIDY";

    /** Employment support for people aged 55 and over, 380/2023 95-97 §. Not discretionary: money must be found. */
    public static final String EMPLOYMENT_SUPPORT_55 = "EMPLOYMENT_SUPPORT_55";

    /** Training and coaching in measures, 380/2023 53 § and 61 §. */
    public static final String TRAINING = "TRAINING";
    public static final String COACHING = "COACHING";
    public static final String LABOUR_MARKET_TRAINING = "LABOUR_MARKET_TRAINING";

    /** Licences, permits and competences. */
    public static final String LICENCE = "LICENCE";

    /** The municipality's own supplement on top of a pay subsidy. */
    public static final String MUNICIPAL_SUPPLEMENT = "MUNICIPAL_SUPPLEMENT";

    /** Youth employment voucher, government decree of 22.12.2025. */
    public static final String YOUTH_VOUCHER = "YOUTH_VOUCHER";

    private FundingPurpose() {
    }
}
