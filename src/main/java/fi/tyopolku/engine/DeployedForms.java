package fi.tyopolku.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;

/** Reads the deployed JSON of a form. A deployed form never changes, so each is read once. */
class DeployedForms {

    private final Map<String, String> schemaByDefinition = new ConcurrentHashMap<>();

    Optional<String> schemaOf(FormData form) {
        CamundaFormRef reference = form.getCamundaFormRef();
        if (reference == null || reference.getKey() == null) {
            return Optional.empty();
        }
        CommandContext commands = Context.getCommandContext();
        CamundaFormDefinition definition = commands.runWithoutAuthorization(
                new GetCamundaFormDefinitionCmd(reference, form.getDeploymentId()));
        if (definition == null) {
            throw new IllegalStateException("No form with the id " + reference.getKey() + " is deployed");
        }
        return Optional.of(schemaByDefinition.computeIfAbsent(definition.getId(), id -> read(commands, definition)));
    }

    private String read(CommandContext commands, CamundaFormDefinition definition) {
        try (InputStream resource = commands.runWithoutAuthorization(
                new GetDeploymentResourceCmd(definition.getDeploymentId(), definition.getResourceName()))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
