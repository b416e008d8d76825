package fi.tyopolku.contacttraining;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.network.NewTrainingGroup;
import fi.tyopolku.network.TrainingGroup;
import fi.tyopolku.network.TrainingGroups;
import fi.tyopolku.notifications.StaffDirectory;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens training groups from the document {@code trainingGroup}. */
@Service
public class TrainingGroupOpening {

    static final String DOCUMENT = "trainingGroup";
    private static final int MOST_WEEKDAYS = 5;

    private final TrainingGroups groups;
    private final DocumentStore documents;
    private final StaffDirectory staff;

    TrainingGroupOpening(TrainingGroups groups, DocumentStore documents, StaffDirectory staff) {
        this.groups = groups;
        this.documents = documents;
        this.staff = staff;
    }

    /**
     * @param groupId the id under which the document is kept; becomes the group's
     * @param starter user id of whoever opens the group; teaches it when the document names nobody
     * @throws Refusal when the trainer is none, or the group cannot be as described
     */
    @Transactional
    public TrainingGroup open(String groupId, String municipality, String starter) {
        JsonNode asked = documents.latest(groupId, DOCUMENT).orElseThrow().content();
        groups.create(groupId, new NewTrainingGroup(municipality, asked.path("name").asText(),
                asked.path("provider").asText(), trainer(asked, municipality, starter),
                LocalDate.parse(asked.path("starts").asText()), LocalDate.parse(asked.path("ends").asText()),
                weekdays(asked), asked.path("places").asInt()));
        return groups.find(groupId).orElseThrow();
    }

    private String trainer(JsonNode asked, String municipality, String starter) {
        String named = asked.path("trainer").isTextual() ? asked.get("trainer").asText() : starter;
        return staff.membersOf("trainer", municipality).stream()
                .filter(member -> member.userId().equals(named)).findFirst()
                .orElseThrow(() -> new Refusal("contacttraining.noSuchTrainer")).userId();
    }

    private static Set<DayOfWeek> weekdays(JsonNode asked) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        asked.path("teachingWeekdays").forEach(day -> days.add(DayOfWeek.valueOf(day.asText())));
        if (days.size() > MOST_WEEKDAYS) {
            throw new Refusal("contacttraining.tooManyWeekdays", MOST_WEEKDAYS);
        }
        return days;
    }
}
