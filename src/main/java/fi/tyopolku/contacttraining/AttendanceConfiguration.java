package fi.tyopolku.contacttraining;

import fi.tyopolku.pages.MenuEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class AttendanceConfiguration {

    @Bean
    MenuEntry attendance() {
        return new MenuEntry(20, "/app/attendance", AttendancePages.TITLE, Set.of("trainer", "coach"));
    }
}
