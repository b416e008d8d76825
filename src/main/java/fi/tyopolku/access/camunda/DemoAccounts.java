package fi.tyopolku.access.camunda;

import fi.tyopolku.access.DemoPassword;
import fi.tyopolku.access.StaffMember;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** People of two municipalities to try the product with, and to test it with. */
@Configuration
@Profile({"demo", "test"})
class DemoAccounts {

    private static final String ALLOWED_ON_POSTGRESQL = "tyopolku.demo.on-postgresql";

    private static final List<Demo> PEOPLE = List.of(
            new Demo("coach", "Kaisa", "Valmentaja", "fi", "coach", "kemijarvi"),
            new Demo("coach3", "Mikko", "Metsälä", "fi", "coach", "kemijarvi"),
            new Demo("trainer", "Taneli", "Kouluttaja", "fi", "trainer", "kemijarvi"),
            new Demo("service-advisor", "Paula", "Palvelu", "sv", "service-advisor", "kemijarvi"),
            new Demo("employer-liaison", "Yrjö", "Yhdys", "fi", "employer-liaison", "kemijarvi"),
            new Demo("funding-officer", "Raija", "Rahoitus", "fi", "funding-officer", "kemijarvi"),
            new Demo("manager", "Eero", "Esihenkilö", "fi", "manager", "kemijarvi"),
            new Demo("modeller", "Maija", "Mallintaja", "en", "modeller", "kemijarvi"),
            new Demo("admin", "Pentti", "Pääkäyttäjä", "fi", "camunda-admin", "kemijarvi"),
            new Demo("coach2", "Sanna", "Sodankylä", "fi", "coach", "sodankyla"),
            new Demo("funding-officer2", "Risto", "Raha", "fi", "funding-officer", "sodankyla"),
            new Demo("manager2", "Elli", "Esimies", "fi", "manager", "sodankyla"));

    private final Accounts accounts;

    DemoAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    void open() {
        PEOPLE.forEach(demo -> accounts.open(
                new StaffMember(demo.userId, demo.firstName + " " + demo.lastName, demo.userId + "@example.org",
                        demo.language, Set.of(demo.group), Set.of(demo.municipality)),
                demo.firstName, demo.lastName, DemoPassword.VALUE));
    }

    /** PostgreSQL is production: well-known passwords get in only when somebody says so. */
    @Bean
    static BeanFactoryPostProcessor noDemoAccountsInProduction(Environment environment) {
        return factory -> refuseInProduction(environment);
    }

    static void refuseInProduction(Environment environment) {
        boolean demo = environment.matchesProfiles("demo");
        boolean postgresql = environment.getProperty("spring.datasource.url", "").startsWith("jdbc:postgresql")
                || environment.matchesProfiles("postgresql");
        if (demo && postgresql && !environment.getProperty(ALLOWED_ON_POSTGRESQL, Boolean.class, false)) {
            throw new IllegalStateException("The demo profile opens accounts with a well-known password. To use it on "
                    + "PostgreSQL all the same, set " + ALLOWED_ON_POSTGRESQL + "=true.");
        }
    }

    private record Demo(String userId, String firstName, String lastName, String language, String group,
            String municipality) {
    }
}
