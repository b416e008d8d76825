package fi.tyopolku.models.camunda;

import fi.tyopolku.messages.BundledFile;
import fi.tyopolku.messages.Catalogues;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Keeps every catalogue that ever was, in deployments of their own: a better translation makes no new version of a
 * process, and a case on an old version still finds the words of that version.
 */
@Component
class CatalogueDeployment implements SmartInitializingSingleton {

    private static final String NAME = "texts";
    private static final Pattern FILE = Pattern.compile("bpmn/([^/]+)/texts\\.(fi|sv)\\.json");

    private final RepositoryService repository;

    CatalogueDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<BundledFile> files = BundledFile.matching("bpmn/*/texts.*.json");
        if (!files.isEmpty()) {
            deploy(files);
        }
        repository.createDeploymentQuery().deploymentName(NAME).orderByDeploymentTime().desc().list().forEach(this::remember);
    }

    private void deploy(List<BundledFile> files) {
        var deployment = repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(true);
        for (BundledFile file : files) {
            try (InputStream content = file.open()) {
                deployment.addInputStream(file.name(), content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
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
}
