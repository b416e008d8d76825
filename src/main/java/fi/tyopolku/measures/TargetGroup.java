package fi.tyopolku.measures;

/** Groups of which a share may be aimed at. Sex is not among them: nothing in the product needs it. */
public enum TargetGroup {
    UNDER_25("targetUnder25"),
    FROM_25_TO_50("target25To50"),
    OVER_50("targetOver50"),
    MIGRANTS("targetMigrants"),
    DISABILITY("targetDisability");

    private final String field;

    TargetGroup(String field) {
        this.field = field;
    }

    /** The field of the document {@code trainingPlan} with the share aimed at, in per cent. */
    String field() {
        return field;
    }

    boolean isAgeBand() {
        return ordinal() <= OVER_50.ordinal();
    }

    static TargetGroup ofAge(int age) {
        if (age < 25) {
            return UNDER_25;
        }
        return age <= 50 ? FROM_25_TO_50 : OVER_50;
    }
}
