package fi.tyopolku.models.camunda;

import fi.tyopolku.messages.BundledFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Deploys each bundle at start: the folder {@code bpmn/<bundle>} and the forms in {@code forms/<bundle>}, as one named
 * deployment whose resources are named relative to the repository. A bundle in which nothing changed gets no new
 * version; one in which anything changed is deployed whole, so that forms bound to the deployment travel with it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BundleDeployment implements SmartInitializingSingleton {

    private static final List<String> PATTERNS = List.of("bpmn/*/*.bpmn", "bpmn/*/*.dmn", "forms/*/*.form");

    private final RepositoryService repository;

    BundleDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        bundles().forEach(this::deploy);
    }

    private void deploy(String bundle, Map<String, BundledFile> files) {
        DeploymentBuilder deployment = repository.createDeployment().name(bundle).source("bundle")
                .enableDuplicateFiltering(false);
        files.values().forEach(file -> add(deployment, file));
        deployment.deploy();
    }

    private static void add(DeploymentBuilder deployment, BundledFile file) {
        try (InputStream content = file.open()) {
            deployment.addInputStream(file.name(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Map<String, BundledFile>> bundles() {
        Map<String, Map<String, BundledFile>> bundles = new TreeMap<>();
        for (String pattern : PATTERNS) {
            BundledFile.matching(pattern).forEach(file ->
                    bundles.computeIfAbsent(file.bundle(), bundle -> new TreeMap<>()).put(file.name(), file));
        }
        return bundles;
    }
}
