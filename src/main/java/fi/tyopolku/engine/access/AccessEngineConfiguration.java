package fi.tyopolku.engine.access;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Puts our own answers about people into the engine. */
@Configuration
class AccessEngineConfiguration {

    @Bean
    @Order(10)
    ProcessEnginePlugin accessPlugin(
            @Value("${tyopolku.access.password-iterations:600000}") int passwordIterations) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setPasswordEncryptor(new SlowPasswordHash(passwordIterations));
                configuration.setIdentityProviderSessionFactory(new SameEffortForAnyName.Factory());
                configuration.setTenantIdProvider(new MunicipalityOfInstance());
                configuration.setResourceAuthorizationProvider(new RightsByGroupOnly());
            }
        };
    }
}
