package fi.tyopolku.supports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What social guidance (Tietoluukku) does with what its meetings find. */
@Service
public class Guidance {

    static final String VISIT = "walkIn";
    static final String START = "guidanceStart";
    static final String MEETING = "guidanceMeeting";
    static final String CLIENT_WITH_STUDENT = "CLIENT_WITH_STUDENT";
    static final String STUDENT = "STUDENT_WORKER";
    static final String COACH = "COACH";
    private static final String SERVICE = "SOCIAL_GUIDANCE";

    private final DocumentStore documents;
    private final SupportActions actions;

    Guidance(DocumentStore documents, SupportActions actions) {
        this.documents = documents;
        this.actions = actions;
    }

    /** An obstacle with what is done about it, as the form of a meeting holds it. */
    record Agreed(String topic, String action, String doer, LocalDate dueOn) {
    }

    /** What to call a visitor by: the first word of the nickname and nothing else. */
    public String labelOfVisitor(String subjectId) {
        return content(subjectId, VISIT).path("nickname").asText().strip().split("\\s+")[0];
    }

    /**
     * Takes over what the latest meeting agreed on: actions that are done, and new ones.
     *
     * @return how many new actions the client wants to see in the plan
     */
    @Transactional
    public int recordActions(String caseId) {
        JsonNode meeting = content(caseId, MEETING);
        List<Long> done = new ArrayList<>();
        meeting.path("actionsDone").forEach(id -> done.add(Long.valueOf(id.asText())));
        actions.markDone(caseId, done);
        boolean shared = meeting.path("shareActions").asBoolean();
        List<Agreed> agreed = agreedIn(meeting);
        agreed.forEach(each -> actions.add(new NewSupportAction(caseId, SERVICE, each.topic(), each.action(), each.doer(),
                each.dueOn(), shared)));
        return shared ? agreed.size() : 0;
    }

    static List<Agreed> agreedIn(JsonNode meeting) {
        List<Agreed> agreed = new ArrayList<>();
        meeting.path("obstacles").forEach(topic -> {
            String key = keyOf(topic.asText());
            agreed.add(new Agreed(topic.asText(), meeting.path(key + "Action").asText(), meeting.path(key + "Who").asText(),
                    LocalDate.parse(meeting.path(key + "By").asText())));
        });
        return agreed;
    }

    /** The student worker in whose presence the client is willing to talk. */
    Optional<String> studentWorker(String caseId) {
        JsonNode start = content(caseId, START);
        return Optional.of(start.path("studentWorker").asText(""))
                .filter(name -> !name.isBlank() && !name.equals("null") && start.path("clientAgreesToStudent").asBoolean());
    }

    JsonNode content(String caseId, String kind) {
        return documents.latest(caseId, kind).map(Document::content).orElse(MissingNode.getInstance());
    }

    /** SOCIAL_SECURITY becomes socialSecurity. */
    private static String keyOf(String topic) {
        StringBuilder key = new StringBuilder();
        for (String word : topic.toLowerCase(Locale.ROOT).split("_")) {
            key.append(key.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return key.toString();
    }
}
