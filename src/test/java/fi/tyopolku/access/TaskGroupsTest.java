package fi.tyopolku.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

class TaskGroupsTest {

    private final RightsFile rights = RightsFile.read();

    @Test
    void aTaskThatIsGivenBackReturnsToAGroupThatMayWorkOnIt() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".bpmn")).toList()) {
                BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
                String process = model.getModelElementsByType(Process.class).iterator().next().getId();
                model.getModelElementsByType(UserTask.class).forEach(task -> {
                    assertThat(task.getCamundaCandidateGroups()).as("groups of %s in %s", task.getId(), process).isNotBlank();
                    assertThat(groups(task)).as("%s in %s", task.getId(), process).allMatch(group -> worksOn(group, process));
                });
            }
        }
    }

    private boolean worksOn(String group, String process) {
        return rights.rights().getOrDefault(new RightsFile.Target(group, "PROCESS_DEFINITION", process), Set.of())
                .containsAll(List.of("TASK_WORK", "TASK_ASSIGN"));
    }

    private static List<String> groups(UserTask task) {
        return Arrays.stream(task.getCamundaCandidateGroups().split(",")).map(String::trim).toList();
    }
}
