package fi.tyopolku.access.camunda;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class DemoAccountsTest {

    @Test
    void theDemoRefusesPostgresqlUnlessSomebodySaysSo() {
        MockEnvironment production = environment("jdbc:postgresql://db/tyopolku", "demo");
        assertThatThrownBy(() -> DemoAccounts.refuseInProduction(production))
                .hasMessageContaining("tyopolku.demo.on-postgresql=true");
        production.setProperty("tyopolku.demo.on-postgresql", "true");
        assertThatCode(() -> DemoAccounts.refuseInProduction(production)).doesNotThrowAnyException();
    }

    @Test
    void theDemoStartsOnItsOwnDatabaseAndTestsOnBoth() {
        assertThatCode(() -> {
            DemoAccounts.refuseInProduction(environment("jdbc:h2:file:./data/tyopolku", "demo"));
            DemoAccounts.refuseInProduction(environment("jdbc:postgresql://localhost/test", "test"));
        }).doesNotThrowAnyException();
    }

    private static MockEnvironment environment(String url, String profile) {
        MockEnvironment environment = new MockEnvironment().withProperty("spring.datasource.url", url);
        environment.setActiveProfiles(profile);
        return environment;
    }
}
