package fi.tyopolku.models.camunda;

import fi.tyopolku.messages.Catalogues;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Keeps every catalogue that ever was, in deployments of their own: a better translation makes no new version of a
 * process, and a case on an old version still finds the words of that version.
 */
@Component
class CatalogueDeployment implements SmartInitializingSingleton {

    private static final String NAME = "texts";
    private static final Pattern FILE = Pattern.compile("(?:.*/)?bpmn/([^/]+)/texts\\.(fi|sv)\\.json");

    private final RepositoryService repository;

    CatalogueDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Resource[] files = files();
        if (files.length > 0) {
            deploy(files);
        }
        repository.createDeploymentQuery().deploymentName(NAME).orderByDeploymentTime().desc().list().forEach(this::remember);
    }

    private void deploy(Resource[] files) {
        var deployment = repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(true);
        for (Resource file : files) {
            Matcher name = FILE.matcher(url(file));
            if (name.matches()) {
                try (InputStream content = file.getInputStream()) {
                    deployment.addInputStream("bpmn/" + name.group(1) + "/texts." + name.group(2) + ".json", content);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        deployment.deploy();
    }

    private void remember(Deployment deployment) {
        repository.getDeploymentResourceNames(deployment.getId()).forEach(resource -> {
            Matcher name = FILE.matcher(resource);
            if (name.matches()) {
                Catalogues.remember(name.group(1), name.group(2),
                        repository.getResourceAsStream(deployment.getId(), resource));
            }
        });
    }

    private static Resource[] files() {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*/texts.*.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(Resource file) {
        try {
            return file.getURL().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
