package fi.tyopolku.measures;

/** The four components of a trade training. */
public enum TradeComponent {
    ON_THE_JOB("onTheJob", "hoursOnTheJob"),
    GUIDANCE("guidance", "hoursGuidance"),
    TEAMWORK("teamwork", "hoursTeamwork"),
    STUDIES("studies", "hoursStudies");

    private final String field;
    private final String plannedField;

    TradeComponent(String field, String plannedField) {
        this.field = field;
        this.plannedField = plannedField;
    }

    /** The stem of the fields in the documents {@code tradeProgress} and {@code measureClosing}. */
    String field() {
        return field;
    }

    String plannedField() {
        return plannedField;
    }
}
