package fi.tyopolku.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** The models and forms of the repository, for tests that read them. */
final class Models {

    private Models() {
    }

    record Model(String file, String bundle, BpmnModelInstance bpmn) {

        @Override
        public String toString() {
            return file;
        }
    }

    record Form(String file, String bundle, String id, JsonNode json) {

        @Override
        public String toString() {
            return file;
        }
    }

    /** Read once: hundreds of tests ask for them. */
    private static final List<Model> ALL = read();

    static List<Model> all() {
        return ALL;
    }

    private static List<Model> read() {
        return files("bpmn", ".bpmn").stream().map(file -> new Model(file.getFileName().toString(),
                file.getParent().getFileName().toString(), Bpmn.readModelFromFile(file.toFile()))).toList();
    }

    static List<Form> forms() {
        return files("forms", ".form").stream().map(Models::form).toList();
    }

    private static Form form(Path file) {
        try {
            JsonNode json = new ObjectMapper().readTree(file.toFile());
            return new Form(file.getFileName().toString(), file.getParent().getFileName().toString(),
                    json.path("id").asText(), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
