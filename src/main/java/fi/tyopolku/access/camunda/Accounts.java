package fi.tyopolku.access.camunda;

import fi.tyopolku.access.Staff;
import fi.tyopolku.access.StaffMember;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Opens accounts; an account that is there already keeps its password and name. */
@Component
class Accounts {

    private final IdentityService identityService;

    Accounts(IdentityService identityService) {
        this.identityService = identityService;
    }

    /** Makes sure that the person has an account with at least these groups and municipalities. */
    void open(StaffMember person, String firstName, String lastName, String password) {
        String userId = person.userId();
        if (identityService.createUserQuery().userId(userId).count() == 0) {
            User user = identityService.newUser(userId);
            user.setFirstName(firstName);
            user.setLastName(lastName);
            user.setEmail(person.email());
            user.setPassword(password);
            identityService.saveUser(user);
            identityService.setUserInfo(userId, Staff.LANGUAGE, person.language());
        }
        for (String group : person.groups()) {
            if (identityService.createGroupQuery().groupId(group).groupMember(userId).count() == 0) {
                identityService.createMembership(userId, group);
            }
        }
        for (String municipality : person.municipalities()) {
            if (identityService.createTenantQuery().tenantId(municipality).userMember(userId).count() == 0) {
                identityService.createTenantUserMembership(municipality, userId);
            }
        }
    }
}
