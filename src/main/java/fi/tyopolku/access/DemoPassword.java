package fi.tyopolku.access;

/** The one password of all demo accounts. */
public final class DemoPassword {

    public static final String VALUE = "Tyopolku-2026";

    private DemoPassword() {
    }
}
