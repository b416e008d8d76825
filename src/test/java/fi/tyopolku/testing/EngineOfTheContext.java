package fi.tyopolku.testing;

import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * The web applications find their engine by name in a register of the whole JVM. With several test contexts alive, each
 * test class gets its own context's engine there.
 */
public class EngineOfTheContext implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext context) {
        ProcessEngine own = context.getApplicationContext().getBean(ProcessEngine.class);
        RuntimeContainerDelegate container = RuntimeContainerDelegate.INSTANCE.get();
        ProcessEngine registered = container.getProcessEngineService().getProcessEngine(own.getName());
        if (registered != own) {
            if (registered != null) {
                container.unregisterProcessEngine(registered);
            }
            container.registerProcessEngine(own);
        }
        ProcessEngines.registerProcessEngine(own);
    }
}
