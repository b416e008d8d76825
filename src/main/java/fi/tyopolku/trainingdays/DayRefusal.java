package fi.tyopolku.trainingdays;

import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The ledger does not accept a day. In a group's week it also says whose day, by case id. */
public class DayRefusal extends Refusal {

    private final String caseId;
    private final LocalDate day;

    DayRefusal(String key, String caseId, LocalDate day, Object... more) {
        super(key, arguments(day, more));
        this.caseId = caseId;
        this.day = day;
    }

    public String caseId() {
        return caseId;
    }

    public LocalDate day() {
        return day;
    }

    private static Object[] arguments(LocalDate day, Object[] more) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(Dates.shown(day));
        arguments.addAll(Arrays.asList(more));
        return arguments.toArray();
    }
}
