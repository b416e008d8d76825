package fi.tyopolku.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaseIdsTest {

    @Test
    void aThousandCaseIdsAreDifferentAndEasyToReadAloud() {
        assertThat(Stream.generate(CaseIds::next).limit(1_000))
                .doesNotHaveDuplicates()
                .allMatch(CaseIds::isCaseId)
                .allMatch(id -> !id.substring(2).matches(".*[01OILUV].*"));
    }
}
