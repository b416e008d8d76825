package fi.tyopolku.measures;

/** Who gives working hours to a measure. */
public enum HourSupplier {
    AUTHORITY("hoursOfAuthority"),
    MUNICIPALITY("hoursOfMunicipality"),
    PROJECT("hoursOfProject"),
    PROVIDER("hoursOfProvider"),
    EMPLOYERS("hoursOfEmployers");

    private final String field;

    HourSupplier(String field) {
        this.field = field;
    }

    /** The field of the documents {@code trainingPlan} and {@code completedMeasure}. */
    String field() {
        return field;
    }
}
