package fi.tyopolku.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** A real SMTP server inside the demo, so that mail can be seen without one of your own. */
@Configuration
@Profile("demo")
class DemoMailServer {

    private static final int START_UP_MILLIS = 20_000;

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail demoMail(@Value("${spring.mail.port}") int port) {
        ServerSetup smtp = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        smtp.setServerStartupTimeout(START_UP_MILLIS);
        return new GreenMail(smtp);
    }
}
