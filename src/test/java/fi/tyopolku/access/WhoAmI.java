package fi.tyopolku.access;

import fi.tyopolku.engine.access.ActingPerson;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says to the tests as whom the engine and the web layer see the caller. */
@RestController
class WhoAmI {

    private final ActingPerson acting;

    WhoAmI(ActingPerson acting) {
        this.acting = acting;
    }

    @GetMapping("/api/test/who-am-i")
    String whoAmI(Authentication caller) {
        return acting.userId().orElse("nobody") + " " + acting.groups() + " " + caller.getAuthorities();
    }
}
