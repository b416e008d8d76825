package fi.tyopolku.decisions;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Which rules of decision tables the engine has applied, by id. */
@TestConfiguration
class FiredRules {

    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    Set<String> ids() {
        return ids;
    }

    @Bean
    ProcessEnginePlugin listenToDecisionTables() {
        DmnDecisionTableEvaluationListener listener =
                event -> event.getMatchingRules().forEach(rule -> ids.add(rule.getId()));
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                var dmn = (DefaultDmnEngineConfiguration) DefaultDmnEngineConfiguration
                        .createDefaultDmnEngineConfiguration();
                dmn.getCustomPostDecisionTableEvaluationListeners().add(listener);
                configuration.setDmnEngineConfiguration(dmn);
            }
        };
    }
}
