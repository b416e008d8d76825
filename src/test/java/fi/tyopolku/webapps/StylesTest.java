package fi.tyopolku.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A block left open swallows all rules after it, and nothing else tells. */
class StylesTest {

    static Stream<Path> styles() throws IOException {
        return Files.walk(Path.of("src", "main", "resources", "META-INF", "resources")).filter(file -> file.toString().endsWith(".css"));
    }

    @ParameterizedTest
    @MethodSource("styles")
    void everyBlockIsClosed(Path file) throws IOException {
        String rules = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "");
        int open = 0;
        for (char sign : rules.toCharArray()) {
            open += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            assertThat(open).as("depth in %s", file).isBetween(0, 2);
        }
        assertThat(open).as("blocks left open in %s", file).isZero();
    }
}
