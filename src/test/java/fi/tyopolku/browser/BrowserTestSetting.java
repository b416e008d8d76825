package fi.tyopolku.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;

/** The demo as the browser tests need it: its mail server on a free port, and for the usual run only part of its cases. */
class BrowserTestSetting implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** {@code -Dtyopolku.screenshots=true}: all sample cases, and the pictures are written to docs/screenshots. */
    static final boolean TAKES_PICTURES = Boolean.getBoolean("tyopolku.screenshots");

    /** They need a minute to make; of those of the single practices the usual run has these. */
    private static final Set<String> USUAL = Set.of("joPoSamples");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try (ServerSocket socket = new ServerSocket(0)) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("browserTest",
                    Map.of("spring.mail.port", socket.getLocalPort())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class FewSamples {

        @Bean
        static BeanFactoryPostProcessor onlyUsualSamples() {
            return beans -> Stream.of(beans.getBeanDefinitionNames())
                    .filter(name -> !TAKES_PICTURES && name.endsWith("Samples") && !USUAL.contains(name))
                    .forEach(((BeanDefinitionRegistry) beans)::removeBeanDefinition);
        }
    }
}
