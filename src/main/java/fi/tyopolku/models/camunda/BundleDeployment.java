package fi.tyopolku.models.camunda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
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

    private void deploy(String bundle, Map<String, Resource> resources) {
        DeploymentBuilder deployment = repository.createDeployment().name(bundle).source("bundle")
                .enableDuplicateFiltering(false);
        resources.forEach((name, resource) -> add(deployment, name, resource));
        deployment.deploy();
    }

    private static void add(DeploymentBuilder deployment, String name, Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            deployment.addInputStream(name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Map<String, Resource>> bundles() {
        Map<String, Map<String, Resource>> bundles = new TreeMap<>();
        for (String pattern : PATTERNS) {
            for (Resource resource : matching(pattern)) {
                String name = nameInRepository(resource, pattern.substring(0, pattern.indexOf('/')));
                bundles.computeIfAbsent(name.split("/")[1], bundle -> new TreeMap<>()).put(name, resource);
            }
        }
        return bundles;
    }

    private static List<Resource> matching(String pattern) {
        try {
            return new ArrayList<>(List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameInRepository(Resource resource, String folder) {
        try {
            String url = resource.getURL().toString();
            return url.substring(url.lastIndexOf("/" + folder + "/") + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
