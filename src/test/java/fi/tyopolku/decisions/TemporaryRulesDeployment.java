package fi.tyopolku.decisions;

import java.io.IOException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** TEMPORARY: deploys bpmn/rules until the product's own bundle deployer does; then delete this and its imports. */
@TestConfiguration
public class TemporaryRulesDeployment {

    @Bean
    InitializingBean deployRules(RepositoryService repositoryService) {
        return () -> deploy(repositoryService);
    }

    private static void deploy(RepositoryService repositoryService) throws IOException {
        DeploymentBuilder deployment = repositoryService.createDeployment().name("rules");
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/rules/*.dmn")) {
            deployment.addInputStream("bpmn/rules/" + file.getFilename(), file.getInputStream());
        }
        deployment.deploy();
    }
}
