package fi.tyopolku.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RightsFileTest {

    private final RightsFile table = RightsFile.read();

    @Test
    void nobodyMayRewriteATaskOrAnInstance() {
        table.rights().forEach((target, permissions) -> {
            if (Set.of("PROCESS_DEFINITION", "PROCESS_INSTANCE", "TASK").contains(target.resource())) {
                assertThat(permissions).as(target.toString()).isSubsetOf(
                        "READ", "CREATE", "CREATE_INSTANCE", "READ_INSTANCE", "READ_TASK", "READ_HISTORY", "TASK_WORK", "TASK_ASSIGN",
                        "RETRY_JOB");
            }
        });
    }

    @Test
    void nobodyDeploysAndOnlyTheAdministratorTouchesAccounts() {
        table.rights().forEach((target, permissions) -> {
            if (target.resource().equals("DEPLOYMENT")) {
                assertThat(permissions).containsExactly("READ");
            }
            if (!target.group().equals("camunda-admin")) {
                assertThat(permissions).as(target.toString()).doesNotContain("ALL", "UPDATE", "DELETE");
            }
        });
    }

    @Test
    void theAdministratorAndTheModellerSeeNoCase() {
        assertThat(table.rights().keySet())
                .filteredOn(target -> target.group().equals("camunda-admin"))
                .extracting(RightsFile.Target::resource)
                .doesNotContain("PROCESS_DEFINITION", "PROCESS_INSTANCE", "TASK");
        assertThat(table.rights().get(new RightsFile.Target("modeller", "PROCESS_DEFINITION", "*")))
                .containsExactly("READ");
    }

    @Test
    void anUnknownGroupOrVerbStopsTheStart() {
        Map<String, Object> groups = Map.of("coach", Map.of("name", "x"));
        assertThatThrownBy(() -> RightsFile.of(new Yaml(Map.of("groups", groups, "verbs", Map.of("work", List.of()),
                "processes", Map.of("p", Map.of("work", List.of("cleaner"))))))).hasMessageContaining("cleaner");
        assertThatThrownBy(() -> RightsFile.of(new Yaml(Map.of("groups", groups,
                "processes", Map.of("p", Map.of("dance", List.of("coach"))))))).hasMessageContaining("dance");
    }
}
