package fi.tyopolku.access.camunda;

import fi.tyopolku.access.Staff;
import fi.tyopolku.access.StaffMember;
import fi.tyopolku.engine.access.ActingPerson;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Staff as the engine's accounts. */
@Component
class StaffInEngine implements Staff {

    private static final String LANGUAGE_OF_NEW_ACCOUNTS = "fi";

    private final IdentityService identityService;
    private final ActingPerson acting;

    StaffInEngine(IdentityService identityService, ActingPerson acting) {
        this.identityService = identityService;
        this.acting = acting;
    }

    @Override
    public Optional<StaffMember> member(String userId) {
        if (userId == null || userId.isBlank()) {
            return Optional.empty();
        }
        return acting.asSystem(() -> Optional
                .ofNullable(identityService.createUserQuery().userId(userId).singleResult())
                .map(this::describe));
    }

    @Override
    public List<StaffMember> inGroup(String group, String municipality) {
        return acting.asSystem(() -> identityService.createUserQuery()
                .memberOfGroup(group).memberOfTenant(municipality).list().stream()
                .map(this::describe)
                .sorted(Comparator.comparing(StaffMember::userId))
                .toList());
    }

    private StaffMember describe(User user) {
        Set<String> groups = identityService.createGroupQuery().groupMember(user.getId()).list().stream()
                .map(Group::getId).collect(Collectors.toSet());
        Set<String> municipalities = identityService.createTenantQuery().userMember(user.getId()).list().stream()
                .map(Tenant::getId).collect(Collectors.toSet());
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" "));
        String language = identityService.getUserInfo(user.getId(), LANGUAGE);
        return new StaffMember(user.getId(), name.isBlank() ? user.getId() : name, user.getEmail(),
                language == null ? LANGUAGE_OF_NEW_ACCOUNTS : language, groups, municipalities);
    }
}
