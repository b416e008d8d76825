package fi.tyopolku;

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
        SpringApplication.run(TyopolkuApplication.class, args);
    }
}
