package fi.tyopolku.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A table of figures that a manager sees in Cockpit and takes along as a file. Its texts are ready to read, in the
 * language of the question.
 *
 * @param code names it in addresses, such as {@code waiting-times}; title and explanation have the keys
 *             {@code reporting.report.<code>} and {@code reporting.report.<code>.about}
 * @param rows one value a column, of the type that its {@link Kind} asks for; null where there is no value,
 *             {@link NotShown} where there is one that may not be shown
 * @param chart what the chart above the table draws; null where a chart would say nothing
 * @param notes sentences under the table: denominators, what is left out and why
 */
public record Report(String code, List<Column> columns, List<List<Object>> rows, Chart chart, List<String> notes) {

    /** In a smaller group a figure could tell of one person. */
    public static final int SMALLEST_GROUP = Figure.SMALLEST_GROUP;

    public Report {
        rows.forEach(row -> check(columns, row));
    }

    private static void check(List<Column> columns, List<Object> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException("A row of " + row.size() + " values under " + columns.size() + " columns");
        }
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            Kind kind = columns.get(i).kind();
            if (value != null && !(value instanceof NotShown) && !kind.takes(value)) {
                throw new IllegalArgumentException("A " + value.getClass().getSimpleName() + " in a column of " + kind);
            }
        }
    }

    /** What a value is, so that page and file can write it rightly. */
    public enum Kind {
        /** {@link String} */
        TEXT,
        /** {@link Integer} or {@link Long} */
        NUMBER,
        /** {@link BigDecimal} */
        EUROS,
        /** {@link BigDecimal}: 66.7 is 66.7 per cent */
        PERCENT,
        /** {@link Integer} or {@link Long} */
        DAYS,
        /** {@link LocalDate} */
        DATE;

        private boolean takes(Object value) {
            return switch (this) {
                case TEXT -> value instanceof String;
                case NUMBER, DAYS -> value instanceof Integer || value instanceof Long;
                case EUROS, PERCENT -> value instanceof BigDecimal;
                case DATE -> value instanceof LocalDate;
            };
        }
    }

    /** Why a value that exists is not shown. Stands in the place of the value. */
    public enum NotShown {
        /** The group is small, or a small one could be computed from this value and the others. */
        SMALL_GROUP
    }

    /** @param name the heading of the column as people read it */
    public record Column(String name, Kind kind) {
    }

    /**
     * @param labels number of the column that names a bar
     * @param values numbers of the columns drawn, one series each; all of one kind
     * @param mark number of the column whose value is drawn as a line across the row's bar, such as a target; null for none
     */
    public record Chart(int labels, List<Integer> values, boolean stacked, Integer mark) {

        public Chart(int labels, List<Integer> values, boolean stacked) {
            this(labels, values, stacked, null);
        }
    }

    /** The count itself, or that it is not shown because fewer than {@link #SMALLEST_GROUP} are counted. */
    public static Object unlessSmall(int count) {
        return count < SMALLEST_GROUP ? NotShown.SMALL_GROUP : count;
    }
}
