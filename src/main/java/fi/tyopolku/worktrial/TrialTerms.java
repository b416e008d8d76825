package fi.tyopolku.worktrial;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.trainingdays.LegalForm;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the agreement on a period at a workplace says about time, 380/2023 57 §.
 *
 * @param workplaceNormalHours hours a day; known in a training agreement, else null
 */
public record TrialTerms(LegalForm legalForm, LocalDate start, LocalDate end, int daysPerWeek,
        BigDecimal workplaceNormalHours) {

    private static final int WORKING_WEEK = 5;
    /** Work with children for longer than this asks for an extract from the criminal record, 504/2002 3 §. */
    private static final int MONTHS_WITHOUT_EXTRACT = 3;

    static TrialTerms of(JsonNode agreement) {
        JsonNode normalHours = agreement.path("workplaceNormalHoursPerDay");
        return new TrialTerms(LegalForm.valueOf(agreement.path("legalForm").asText()),
                LocalDate.parse(agreement.path("start").asText()), LocalDate.parse(agreement.path("end").asText()),
                agreement.path("daysPerWeek").asInt(), normalHours.isNumber() ? normalHours.decimalValue() : null);
    }

    /** The days of the week that the period takes; which ones is agreed on with the workplace unless it is all five. */
    Set<DayOfWeek> weekdays() {
        return daysPerWeek < WORKING_WEEK ? Set.of() : EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    }

    boolean longerThanThreeMonths() {
        return end.isAfter(start.plusMonths(MONTHS_WITHOUT_EXTRACT).minusDays(1));
    }
}
