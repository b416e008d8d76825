package fi.tyopolku.path.web;

import fi.tyopolku.access.StaffMember;
import fi.tyopolku.messages.Refusal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The municipality that the caller of our API works for. */
@Component
class CallersMunicipality {

    /** @throws Refusal when the caller works for none, or for more than one */
    String current() {
        StaffMember caller = (StaffMember) SecurityContextHolder.getContext().getAuthentication().getPrincipal();
        return caller.municipality().orElseThrow(() -> new Refusal("access.municipalityUnclear"));
    }
}
