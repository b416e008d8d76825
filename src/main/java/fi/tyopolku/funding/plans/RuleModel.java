package fi.tyopolku.funding.plans;

/** The dated rules by which funders are proposed; they stand side by side. */
public enum RuleModel {
    /** the practice of Kemi, 1.2.2016 to 31.12.2018 */
    KEMI_2016("fundingSourcesKemi"),
    /** Act 380/2023, from 1.1.2025 */
    FROM_2025("fundingSources");

    private final String table;

    RuleModel(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }
}
