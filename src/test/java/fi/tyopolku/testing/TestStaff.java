package fi.tyopolku.testing;

import fi.tyopolku.notifications.StaffDirectory;
import fi.tyopolku.notifications.StaffMember;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** TEMPORARY until the access module keeps the staff: the demo accounts as the mail knows them. */
@TestConfiguration
public class TestStaff {

    private static final Map<String, List<String>> GROUPS = Map.of("coach", List.of("coach", "coach3"), "trainer", List.of("trainer"),
            "manager", List.of("manager"), "funding-officer", List.of("funding-officer"), "employer-liaison",
            List.of("employer-liaison"), "service-advisor", List.of("service-advisor"));

    @Bean
    StaffDirectory testStaffDirectory() {
        return new StaffDirectory() {
            @Override
            public Optional<StaffMember> member(String userId) {
                return Optional.of(new StaffMember(userId, "Test " + userId, userId + "@example.fi", "fi"));
            }

            @Override
            public List<StaffMember> membersOf(String group, String municipality) {
                return GROUPS.getOrDefault(group, List.of()).stream().map(user -> member(user).get()).toList();
            }
        };
    }
}
