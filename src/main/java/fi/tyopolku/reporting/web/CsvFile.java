package fi.tyopolku.reporting.web;

import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.reporting.Report.NotShown;
import fi.tyopolku.reporting.web.ReportsController.Made;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A report as a CSV file that Excel in Finland opens rightly: UTF-8 with a byte order mark, semicolons, decimal comma in
 * Finnish and Swedish. A text that Excel would take for a formula gets an apostrophe.
 */
final class CsvFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_SIGNS = "=+-@\t\r";

    private CsvFile() {
    }

    static byte[] of(Made report, Locale locale) {
        StringBuilder file = new StringBuilder(BYTE_ORDER_MARK);
        line(file, report.columns().stream().map(column -> text(column.name())).toList());
        report.rows().forEach(row -> line(file, row.stream().map(value -> cell(value, locale)).toList()));
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder file, List<String> cells) {
        file.append(cells.stream().collect(Collectors.joining(";", "", "\r\n")));
    }

    private static String cell(Object value, Locale locale) {
        if (value == null) {
            return "";
        }
        if (value instanceof NotShown) {
            return text(Texts.in(locale, "reporting.page.notShown"));
        }
        if (value instanceof LocalDate day) {
            return Dates.shown(day);
        }
        if (value instanceof BigDecimal number) {
            String plain = number.toPlainString();
            return locale.getLanguage().equals("en") ? plain : plain.replace('.', ',');
        }
        return value instanceof Number ? value.toString() : text(value.toString());
    }

    private static String text(String text) {
        boolean looksLikeFormula = !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0;
        String safe = looksLikeFormula ? "'" + text : text;
        boolean needsQuotes = safe.chars().anyMatch(sign -> ";\"\r\n".indexOf(sign) >= 0);
        return needsQuotes ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
