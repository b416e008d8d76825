package fi.tyopolku.access.camunda;

import fi.tyopolku.access.RightsFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Makes the engine's groups, municipalities and rights equal to the rights table. */
@Component
class RightsInstaller {

    private static final String OWN_MUNICIPALITIES = "tyopolku.municipalities";

    private final IdentityService identityService;
    private final AuthorizationService authorizationService;
    private final RightsFile table;
    private final Environment environment;

    RightsInstaller(IdentityService identityService, AuthorizationService authorizationService, RightsFile table,
            Environment environment) {
        this.identityService = identityService;
        this.authorizationService = authorizationService;
        this.table = table;
        this.environment = environment;
    }

    void install() {
        table.groups().forEach(this::group);
        municipalities().forEach(this::municipality);
        rights();
    }

    private Map<String, String> municipalities() {
        return Binder.get(environment)
                .bind(OWN_MUNICIPALITIES, Bindable.mapOf(String.class, String.class))
                .orElse(table.municipalities());
    }

    private void group(String id, String name) {
        Group group = identityService.createGroupQuery().groupId(id).singleResult();
        if (group == null) {
            group = identityService.newGroup(id);
            group.setType("WORKFLOW");
        } else if (name.equals(group.getName())) {
            return;
        }
        group.setName(name);
        identityService.saveGroup(group);
    }

    private void municipality(String id, String name) {
        Tenant tenant = identityService.createTenantQuery().tenantId(id).singleResult();
        if (tenant == null) {
            tenant = identityService.newTenant(id);
        } else if (name.equals(tenant.getName())) {
            return;
        }
        tenant.setName(name);
        identityService.saveTenant(tenant);
    }

    private void rights() {
        Set<RightsFile.Target> open = new HashSet<>(table.rights().keySet());
        for (Authorization row : authorizationService.createAuthorizationQuery().list()) {
            if (!table.groups().containsKey(row.getGroupId() == null ? "" : row.getGroupId())) {
                continue;
            }
            RightsFile.Target target = new RightsFile.Target(row.getGroupId(), resource(row.getResourceType()).name(),
                    row.getResourceId());
            if (isOfOneFilter(target)) {
                continue;
            }
            if (!open.remove(target) || row.getAuthorizationType() != Authorization.AUTH_TYPE_GRANT) {
                authorizationService.deleteAuthorization(row.getId());
                continue;
            }
            Authorization wanted = newRow(target);
            Permission[] possible = possible(target);
            if (!Set.of(row.getPermissions(possible)).equals(Set.of(wanted.getPermissions(possible)))) {
                row.setPermissions(wanted.getPermissions(possible));
                authorizationService.saveAuthorization(row);
            }
        }
        open.forEach(target -> authorizationService.saveAuthorization(newRow(target)));
    }

    /** The filters have ids of the engine's making: {@link FilterInstaller} keeps their rows. */
    private static boolean isOfOneFilter(RightsFile.Target target) {
        return target.resource().equals(Resources.FILTER.name()) && !target.resourceId().equals("*");
    }

    private Authorization newRow(RightsFile.Target target) {
        Authorization row = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        row.setGroupId(target.group());
        row.setResource(Resources.valueOf(target.resource()));
        row.setResourceId(target.resourceId());
        row.setPermissions(permissions(target));
        return row;
    }

    private Permission[] permissions(RightsFile.Target target) {
        Map<String, Permission> known = new HashMap<>();
        for (Permission permission : possible(target)) {
            known.put(permission.getName(), permission);
        }
        return table.rights().getOrDefault(target, Set.of()).stream().map(name -> {
            if (!known.containsKey(name)) {
                throw new IllegalStateException("The rights table gives " + target.resource() + " a permission the "
                        + "engine does not know: " + name);
            }
            return known.get(name);
        }).toArray(Permission[]::new);
    }

    private static Permission[] possible(RightsFile.Target target) {
        return switch (Resources.valueOf(target.resource())) {
            case PROCESS_DEFINITION -> ProcessDefinitionPermissions.values();
            case SYSTEM -> SystemPermissions.values();
            default -> Permissions.values();
        };
    }

    private static Resources resource(int type) {
        return Arrays.stream(Resources.values()).filter(resource -> resource.resourceType() == type).findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown engine resource " + type));
    }
}
