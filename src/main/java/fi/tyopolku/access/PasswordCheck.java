package fi.tyopolku.access;

/** Checks a password as the web applications' log-in does, wrong attempts counted and slowed down alike. */
public interface PasswordCheck {

    /** False for a wrong password, an unknown person or an account that waits after wrong attempts. */
    boolean passes(String userId, String password);
}
