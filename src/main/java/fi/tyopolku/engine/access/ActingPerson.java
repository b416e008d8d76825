package fi.tyopolku.engine.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Says to the engine on whose behalf this thread works: the person's rights and municipalities then apply. */
@Component
public class ActingPerson {

    private final IdentityService identityService;

    ActingPerson(IdentityService identityService) {
        this.identityService = identityService;
    }

    /** The person this thread works for; empty when it works for the system itself. */
    public Optional<String> userId() {
        return Optional.ofNullable(identityService.getCurrentAuthentication()).map(Authentication::getUserId);
    }

    /** Groups of the person this thread works for; empty for the system itself. */
    public List<String> groups() {
        Authentication current = identityService.getCurrentAuthentication();
        return current == null || current.getGroupIds() == null ? List.of() : List.copyOf(current.getGroupIds());
    }

    /** Does the work on behalf of a person, then returns to whoever was acting before. */
    public <T> T as(String userId, Collection<String> groups, Collection<String> municipalities, Supplier<T> work) {
        Authentication before = identityService.getCurrentAuthentication();
        identityService.setAuthentication(userId, List.copyOf(groups), List.copyOf(municipalities));
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    /** Does the work with the rights of the system, then returns to whoever was acting before. */
    public <T> T asSystem(Supplier<T> work) {
        Authentication before = identityService.getCurrentAuthentication();
        identityService.clearAuthentication();
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    private void restore(Authentication before) {
        if (before == null) {
            identityService.clearAuthentication();
        } else {
            identityService.setAuthentication(before);
        }
    }
}
