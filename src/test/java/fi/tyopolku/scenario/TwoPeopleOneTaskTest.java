package fi.tyopolku.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.SampleForms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class TwoPeopleOneTaskTest {

    private static final int TRIES = 8;

    @Autowired
    private PathDriver path;
    @Autowired
    private DocumentStore documents;

    @Test
    void ofManyWhoCompleteOneTaskAtOnceOneSucceedsAndTheOthersAreTold() throws Exception {
        String caseId = path.start("coach", "clientPath", SampleForms.referral(IdentityCodes.next()));
        String task = path.task(caseId, "userTask_handleReferral").getId();
        Map<String, Object> form = Map.of("referralDecision", "DECLINE", "referralHandling", Map.of("declineReason", "Moved away."));

        List<String> answers = allAtOnce(() -> {
            try {
                path.submitTask("coach", task, form);
                return "done";
            } catch (RuntimeException e) {
                return e.getMessage();
            }
        });

        assertThat(answers).filteredOn("done"::equals).hasSize(1);
        assertThat(answers).filteredOn(answer -> !answer.equals("done"))
                .allMatch(answer -> answer.contains("Somebody") || answer.contains("Cannot find task"), "a clear sentence");
        assertThat(documents.versions(caseId, "referralHandling")).hasSize(1);
    }

    @Test
    void aFormOpenedBeforeSomebodyElseChangedTheDocumentIsRefusedWithWhatChanged() {
        Map<String, Object> referral = SampleForms.referral(IdentityCodes.next());
        String caseId = path.start("coach", "clientPath", referral);
        path.submit("coach", caseId, "userTask_handleReferral", Map.of("referralDecision", "ASK_MORE",
                "referralHandling", Map.of("question", "Which language?")));
        String task = path.task(caseId, "userTask_addInformation").getId();
        documents.save(caseId, "referral", SampleForms.json(SampleForms.with(referral, "referral", "phone", "+358409999999")
                .get("referral")), 1, "coach3");

        assertThatThrownBy(() -> path.submitTaskOpenedAt("coach", task, referral, Map.of("referral", 1)))
                .hasMessageContaining("Telephone");
        assertThat(documents.versions(caseId, "referral")).hasSize(2);
    }

    private static List<String> allAtOnce(Callable<String> work) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(TRIES);
        try {
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : people.invokeAll(Collections.nCopies(TRIES, work))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            people.shutdownNow();
        }
    }
}
