package fi.tyopolku.pages;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class PagesConfiguration {

    private static final Set<String> WITH_TASKS =
            Set.of("coach", "trainer", "service-advisor", "employer-liaison", "funding-officer", "manager");

    @Bean
    MenuEntry tasklist() {
        return new MenuEntry(0, "/camunda/app/tasklist/default/", "pages.tasklist", WITH_TASKS);
    }

    @Bean
    MenuEntry cockpit() {
        return new MenuEntry(90, "/camunda/app/cockpit/default/", "pages.cockpit", Set.of("manager", "modeller"));
    }
}
