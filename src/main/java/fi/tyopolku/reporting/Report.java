package fi.tyopolku.reporting;

import java.util.List;

/**
 * A table of figures that a manager sees in Cockpit and takes along as a file. Its texts are ready to read, in the
 * language of the question.
 *
 * @param code names it in addresses, such as {@code waiting-times}; title and explanation have the keys
 *             {@code reporting.report.<code>} and {@code reporting.report.<code>.about}
 * @param rows one value a column: text, whole number, {@link java.math.BigDecimal} (euros, per cent) or
 *             {@link java.time.LocalDate}; null where nothing may or can be shown
 * @param chart what the chart above the table draws; null where a chart would say nothing
 * @param notes sentences under the table: denominators, what is left out and why
 */
public record Report(String code, List<Column> columns, List<List<Object>> rows, Chart chart, List<String> notes) {

    /** What a value is, so that page and file can write it rightly. */
    public enum Kind { TEXT, NUMBER, EUROS, PERCENT, DAYS, DATE }

    /** @param name the heading of the column as people read it */
    public record Column(String name, Kind kind) {
    }

    /**
     * @param labels number of the column that names a bar
     * @param values numbers of the columns drawn, one series each
     */
    public record Chart(int labels, List<Integer> values, boolean stacked) {
    }
}
