package fi.tyopolku;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Starts Työpolku: the engine, its web applications and our own modules in one process. */
@Modulithic(systemName = "Työpolku")
@SpringBootApplication
@ConfigurationPropertiesScan
public class TyopolkuApplication {

    public static void main(String[] args) {
        // Times in models, such as "at 7:00", are those of the people who work with them, wherever the server stands.
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Helsinki"));
        SpringApplication.run(TyopolkuApplication.class, args);
    }
}
