package fi.tyopolku.demo;

import fi.tyopolku.access.DemoPassword;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells a newcomer where to go once everything is ready. */
@Component
@Profile("demo")
class DemoGreeting {

    private static final Logger LOG = LoggerFactory.getLogger(DemoGreeting.class);

    private final Environment environment;

    DemoGreeting(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        String address = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        LOG.info("""

                Työpolku is ready: {}
                  Tasklist      {}/camunda/app/tasklist/default/
                  Cockpit       {}/camunda/app/cockpit/default/   (manager, modeller)
                  Demo mailbox  {}/demo/mail
                  Accounts      coach, coach3, trainer, service-advisor, employer-liaison, funding-officer, manager, modeller, admin
                                (Kemijärvi); coach2, funding-officer2, manager2 (Sodankylä)
                  Password      {}
                """, address, address, address, address, DemoPassword.VALUE);
    }
}
