package fi.tyopolku.access.camunda;

import fi.tyopolku.access.EngineSession;
import fi.tyopolku.access.PasswordCheck;
import fi.tyopolku.access.StaffMember;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** The engine's own check of passwords, and its idea of who is calling. */
@Component
class EngineDoor implements EngineSession, PasswordCheck {

    private final IdentityService identityService;

    EngineDoor(IdentityService identityService) {
        this.identityService = identityService;
    }

    @Override
    public boolean passes(String userId, String password) {
        return identityService.checkPassword(userId, password);
    }

    @Override
    public void actAs(StaffMember person, Work work) throws IOException, ServletException {
        identityService.setAuthentication(person.userId(), List.copyOf(person.groups()),
                List.copyOf(person.municipalities()));
        try {
            work.run();
        } finally {
            identityService.clearAuthentication();
        }
    }
}
