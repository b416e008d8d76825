package fi.tyopolku.funding.estimates;

import fi.tyopolku.decisions.DecisionTables;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The caps of the month (380/2023 94.1 §), from the dated table {@code subsidyCaps} that table subsidyAmount uses too. */
@Component
class SubsidyCaps {

    private final DecisionTables tables;

    SubsidyCaps(DecisionTables tables) {
        this.tables = tables;
    }

    /** Empty for a day before the table begins. */
    Optional<Caps> on(LocalDate day) {
        List<Map<String, Object>> rows = tables.evaluate("subsidyCaps", Map.of("today", day)).rows();
        return rows.stream().findFirst().map(row -> new Caps(euros(row, "fiftyPercentCap"), euros(row, "seventyPercentCap"),
                euros(row, "fullCap")));
    }

    private static BigDecimal euros(Map<String, Object> row, String name) {
        return new BigDecimal(row.get(name).toString());
    }

    /** Euros a month, by the percentage of the subsidy. */
    record Caps(BigDecimal fifty, BigDecimal seventy, BigDecimal full) {

        BigDecimal of(int percent) {
            return switch (percent) {
                case 50 -> fifty;
                case 70 -> seventy;
                case 100 -> full;
                default -> throw new IllegalArgumentException("There is no subsidy of " + percent + " per cent");
            };
        }
    }
}
