package fi.tyopolku;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.testing.DatabaseTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class StartUpTest {

    @Autowired
    private ProcessEngine engine;

    @Test
    void theEngineStartsWithOurOwnHistoryLevel() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(configuration.getHistoryLevel().getName()).isEqualTo("tyopolku");
    }
}
