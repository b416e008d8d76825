package fi.tyopolku.reporting.web;

import fi.tyopolku.access.StaffMember;
import fi.tyopolku.messages.Refusal;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/** Figures are for managers, of their own municipality. */
final class Managers {

    private Managers() {
    }

    static String municipality(Authentication caller) {
        StaffMember member = (StaffMember) caller.getPrincipal();
        if (!member.isIn("manager")) {
            throw new AccessDeniedException("Figures are for managers");
        }
        return member.municipality().orElseThrow(() -> new Refusal("access.municipalityUnclear"));
    }
}
