package fi.tyopolku.reporting.web;

import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.reporting.Report.Column;
import fi.tyopolku.reporting.Report.Kind;
import fi.tyopolku.reporting.Report.NotShown;
import fi.tyopolku.reporting.web.ReportsController.Made;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A report as an Excel file: numbers, euros, per cent and dates as such, so that Excel can go on calculating; a second
 * sheet says what they are figures of. Texts are texts, never formulas.
 */
final class XlsxFile {

    private static final String PROGRAM = "Tyopolku";
    private static final String PROGRAM_VERSION = "1.0";
    private static final int LONGEST_SHEET_NAME = 31;
    private static final int LEAST_WIDTH = 12;
    private static final int WIDEST = 60;

    private XlsxFile() {
    }

    static byte[] of(Made report, Locale locale) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, PROGRAM, PROGRAM_VERSION)) {
            figures(book.newWorksheet(sheetName(report.title())), report, locale);
            about(book.newWorksheet(sheetName(Texts.in(locale, "reporting.page.notes"))), report, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static void figures(Worksheet sheet, Made report, Locale locale) {
        for (int c = 0; c < report.columns().size(); c++) {
            Column column = report.columns().get(c);
            sheet.value(0, c, column.name());
            sheet.style(0, c).bold().wrapText(true).set();
            sheet.width(c, width(report, c));
            for (int r = 0; r < report.rows().size(); r++) {
                cell(sheet, r + 1, c, column.kind(), report.rows().get(r).get(c), locale);
            }
        }
        sheet.freezePane(0, 1);
    }

    private static void cell(Worksheet sheet, int row, int column, Kind kind, Object value, Locale locale) {
        if (value == null) {
            return;
        }
        if (value instanceof NotShown) {
            sheet.value(row, column, Texts.in(locale, "reporting.page.notShown"));
            sheet.style(row, column).italic().horizontalAlignment("right").set();
            return;
        }
        switch (kind) {
            case TEXT -> sheet.value(row, column, (String) value);
            case NUMBER, DAYS -> number(sheet, row, column, (Number) value, "0");
            case EUROS -> number(sheet, row, column, (Number) value, "#,##0.00\\ \"€\"");
            case PERCENT -> number(sheet, row, column, ((BigDecimal) value).movePointLeft(2), "0.0\\ %");
            case DATE -> {
                sheet.value(row, column, (LocalDate) value);
                sheet.style(row, column).format("d.m.yyyy").set();
            }
        }
    }

    private static void number(Worksheet sheet, int row, int column, Number value, String format) {
        sheet.value(row, column, value);
        sheet.style(row, column).format(format).set();
    }

    private static void about(Worksheet sheet, Made report, Locale locale) {
        sheet.width(0, WIDEST * 2);
        int row = 0;
        sheet.value(row, 0, report.title());
        sheet.style(row++, 0).bold().set();
        sheet.value(row++, 0, report.municipality());
        sheet.value(row++, 0, report.hasPeriod() ? Dates.shown(report.from()) + "–" + Dates.shown(report.to())
                : Dates.shown(report.to()));
        sheet.value(row++, 0, report.about());
        for (String note : report.notes()) {
            sheet.value(row, 0, note);
            sheet.style(row++, 0).wrapText(true).set();
        }
    }

    private static int width(Made report, int column) {
        int longest = report.rows().stream().map(row -> row.get(column)).filter(String.class::isInstance)
                .mapToInt(value -> ((String) value).length() + 2).max().orElse(0);
        return Math.min(WIDEST, Math.max(LEAST_WIDTH, longest));
    }

    /** Excel allows 31 signs and none of these. */
    private static String sheetName(String title) {
        String name = title.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        return name.length() <= LONGEST_SHEET_NAME ? name : name.substring(0, LONGEST_SHEET_NAME).strip();
    }
}
