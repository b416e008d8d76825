package fi.tyopolku.path;

import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.notifications.StaffDirectory;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The coaches of the municipality, to choose one for a client. */
@Component
class CoachChoices implements ShownValues {

    private final StaffDirectory staff;

    CoachChoices(StaffDirectory staff) {
        this.staff = staff;
    }

    @Override
    public Set<String> names() {
        return Set.of("coaches");
    }

    @Override
    public Object value(String name, OpenForm form) {
        return staff.membersOf("coach", form.municipality()).stream()
                .map(coach -> Map.of("label", coach.name(), "value", coach.userId())).toList();
    }
}
