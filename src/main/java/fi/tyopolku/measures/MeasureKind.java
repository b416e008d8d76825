package fi.tyopolku.measures;

/** What kind of measure it is; which industry it is for is data. */
public enum MeasureKind {
    CAREER_COACHING("CAREER_COACHING"),
    /** Act 380/2023 61 § */
    LABOUR_MARKET_TRAINING("LABOUR_MARKET_TRAINING"),
    /** labour market training bought together with an employer, Act 380/2023 62 § */
    JOINT_PURCHASE_TRAINING("LABOUR_MARKET_TRAINING"),
    /** on-the-job training, guidance, teamwork and vocational studies in one module */
    TRADE_TRAINING("TRADE_TRAINING"),
    COACHING("CAREER_COACHING");

    private final String service;

    MeasureKind(String service) {
        this.service = service;
    }

    /** The service that a participant is in, a code of the register of clients' services. */
    public String service() {
        return service;
    }
}
