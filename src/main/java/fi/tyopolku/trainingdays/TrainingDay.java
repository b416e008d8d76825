package fi.tyopolku.trainingdays;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A recorded training day, with its latest mark. */
public record TrainingDay(
        String caseId,
        LocalDate day,
        TrainingDayKind kind,
        LegalForm legalForm,
        Mark mark,
        BigDecimal hours,
        BigDecimal workplaceNormalHours,
        String source,
        String recordedBy,
        Instant recordedAt) {
}
