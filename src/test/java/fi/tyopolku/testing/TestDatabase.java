package fi.tyopolku.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives each test context an empty database of its own: H2 in memory or a real PostgreSQL, as the system property
 * {@code tyopolku.test.database} says, so that the same tests run on both.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static EmbeddedPostgres postgres;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> properties = isPostgresql() ? postgresql() : h2();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("testDatabase", properties));
    }

    private static void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean isPostgresql() {
        return "postgresql".equals(System.getProperty("tyopolku.test.database", "h2"));
    }

    private static Map<String, Object> h2() {
        return Map.of("spring.datasource.url",
                "jdbc:h2:mem:test" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;"
                        + "DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=1000");
    }

    private static synchronized Map<String, Object> postgresql() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "200")
                        .setServerConfig("fsync", "off").setServerConfig("full_page_writes", "off")
                        .setRegisterShutdownHook(false).start();
                // After the contexts, which would otherwise wait for a server that is gone.
                SpringApplication.getShutdownHandlers().add(TestDatabase::stop);
            }
            String name = "test" + NUMBER.incrementAndGet();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return Map.of(
                    "spring.datasource.url", postgres.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true",
                    "spring.datasource.username", "postgres",
                    "spring.datasource.password", "postgres",
                    "camunda.bpm.database.type", "postgres",
                    "tyopolku.schema", "tyopolku");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL for the tests did not start", e);
        }
    }
}
