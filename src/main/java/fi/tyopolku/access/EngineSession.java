package fi.tyopolku.access;

import java.io.IOException;

/** Lets the engine know for whom a request works. */
public interface EngineSession {

    /** Work that may fail as a servlet does. */
    interface Work {
        void run() throws IOException, jakarta.servlet.ServletException;
    }

    /** Does the work with the rights and municipalities of a person, and forgets the person afterwards. */
    void actAs(StaffMember person, Work work) throws IOException, jakarta.servlet.ServletException;
}
