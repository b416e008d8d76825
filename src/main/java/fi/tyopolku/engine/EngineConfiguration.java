package fi.tyopolku.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Puts our own parts into the engine. */
@Configuration
class EngineConfiguration {

    @Bean
    @Order(0)
    ProcessEnginePlugin historyAndTablesPlugin() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setCustomHistoryLevels(List.of(new TyopolkuHistoryLevel()));
                // A stage that is cut short has no results to map.
                configuration.setSkipOutputMappingOnCanceledActivities(true);
                DefaultDmnEngineConfiguration tables = configuration.getDmnEngineConfiguration() != null
                        ? configuration.getDmnEngineConfiguration() : new DefaultDmnEngineConfiguration();
                tables.setFeelEngineFactory(QuickFeel.factory());
                configuration.setDmnEngineConfiguration(tables);
            }
        };
    }

    @Bean
    @Order(0)
    ProcessEnginePlugin doorPlugin(ObjectProvider<FormGate> gate, ObjectProvider<TaskDoor> door,
            ObjectProvider<TaskWatch> watches, ObjectMapper json) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                TaskDoorChecker taskDoor = new TaskDoorChecker(
                        (task, user, groups) -> door.getObject().mayWorkOn(task, user, groups));
                GatedForms forms = new GatedForms(new LateFormGate(gate), json, taskDoor::opensTo);
                configuration.setCustomPostBPMNParseListeners(
                        with(configuration.getCustomPostBPMNParseListeners(), 
                                new DoorParseListener(forms, watches::stream)));
                configuration.setCustomPreCommandInterceptorsTxRequired(with(
                        configuration.getCustomPreCommandInterceptorsTxRequired(), new RefusalInterceptor()));
                List<CommandChecker> checkers = new ArrayList<>(List.of(new TenantCommandChecker(),
                        new AuthorizationCommandChecker(),
                        taskDoor));
                configuration.setCommandCheckers(checkers);
            }
        };
    }

    @Bean
    @Order(0)
    ProcessEnginePlugin expressionPlugin(BeanFactory beanFactory) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                BeansForModels beans = new BeansForModels(beanFactory);
                configuration.setBeans(beans);
                configuration.setExpressionManager(new ModelExpressions(beans));
            }
        };
    }

    private static <T> List<T> with(List<? extends T> present, T added) {
        List<T> all = new ArrayList<>(present == null ? List.of() : present);
        all.add(added);
        return all;
    }

    /** The gate's own parts need the engine, so it is looked up at its first use. */
    private record LateFormGate(ObjectProvider<FormGate> gate) implements FormGate {

        @Override
        public Map<String, Object> shown(OpenForm form) {
            return gate.getObject().shown(form);
        }

        @Override
        public Accepted accept(OpenForm form, Map<String, Object> submitted) {
            return gate.getObject().accept(form, submitted);
        }
    }
}
