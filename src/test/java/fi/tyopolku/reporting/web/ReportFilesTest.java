package fi.tyopolku.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.reporting.Report;
import fi.tyopolku.reporting.Report.Column;
import fi.tyopolku.reporting.Report.Kind;
import fi.tyopolku.reporting.Report.NotShown;
import fi.tyopolku.reporting.web.ReportsController.Made;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report as a file, read back. */
class ReportFilesTest {

    private static final Locale FINNISH = Locale.forLanguageTag("fi");
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    @Test
    void theCsvFileOpensRightlyInFinnishExcel() {
        byte[] file = CsvFile.of(report("Kuntalisä; \"uusi\""), FINNISH);

        assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(text(file)).isEqualTo("\uFEFFNimi;Määrä;Euroa;Osuus;Päivää;Alkaa\r\n"
                + "\"Kuntalisä; \"\"uusi\"\"\";12;1234567,50;66,7;14;1.9.2026\r\n"
                + "Pieni ryhmä;ei näytetä;;;;\r\n");
    }

    @Test
    void inEnglishTheDecimalSignIsAPoint() {
        assertThat(text(CsvFile.of(report("x"), Locale.ENGLISH))).contains("x;12;1234567.50;66.7;14;1.9.2026\r\n", ";not shown;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+358", "-1+1", "@SUM(A1)", "\t=1", "\r=1"})
    void aTextIsNeverAFormula(String name) {
        String file = text(CsvFile.of(report(name), FINNISH));

        String cell = file.substring(file.indexOf("\r\n") + 2);
        assertThat(cell).matches("(?s)\"?'.*");
    }

    @Test
    void aNegativeNumberStaysANumber() {
        Made made = made(List.of(new Column("Euroa", Kind.EUROS)), List.of(List.of(new BigDecimal("-5.00"))));

        assertThat(text(CsvFile.of(made, FINNISH))).endsWith("\r\n-5,00\r\n");
    }

    @Test
    void theExcelFileHoldsTypedCells() throws IOException {
        Map<String, String> parts = unzipped(XlsxFile.of(report("=1+1"), FINNISH));
        String sheet = parts.get("xl/worksheets/sheet1.xml");

        assertThat(sheet).contains("<v>12</v>", "<v>1234567.50</v>", "<v>0.667</v>", "<v>14</v>").doesNotContain("<f>");
        long serialOfDay = DAY.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay();
        assertThat(sheet).containsPattern("<v>" + serialOfDay + "(\\.0)?</v>");
        assertThat(parts.get("xl/styles.xml")).contains("d.m.yyyy", "€", "0.0\\ %");
        assertThat(parts.get("xl/sharedStrings.xml")).contains("=1+1", "ei näytetä", "Pieni ryhmä", "Huomautus");
        assertThat(parts.get("xl/workbook.xml")).contains("name=\"Otsikko, joka on pitempi kuin t\"");
    }

    @Test
    void aReportWhoseValuesDoNotFitItsColumnsIsAFaultOfTheProgram() {
        List<Column> columns = List.of(new Column("Euroa", Kind.EUROS));
        assertThatThrownBy(() -> new Report("x", columns, List.of(List.of(1.5)), null, List.of()))
                .hasMessageContaining("Double in a column of EUROS");
        assertThatThrownBy(() -> new Report("x", columns, List.of(List.of()), null, List.of()))
                .hasMessageContaining("0 values under 1 columns");
    }

    private static Made report(String name) {
        return made(List.of(new Column("Nimi", Kind.TEXT), new Column("Määrä", Kind.NUMBER), new Column("Euroa", Kind.EUROS),
                        new Column("Osuus", Kind.PERCENT), new Column("Päivää", Kind.DAYS), new Column("Alkaa", Kind.DATE)),
                List.of(List.of(name, 12, new BigDecimal("1234567.50"), new BigDecimal("66.7"), 14L, DAY),
                        Arrays.asList("Pieni ryhmä", NotShown.SMALL_GROUP, null, null, null, null)));
    }

    private static Made made(List<Column> columns, List<List<Object>> rows) {
        return new Made("test", "Otsikko, joka on pitempi kuin taulukon nimi saa olla", "Selitys", true, "Kemijärvi",
                DAY, DAY.plusDays(9), columns, rows, null, List.of("Huomautus"));
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    /** The library writes letters beyond ASCII by their numbers. */
    private static String decoded(String xml) {
        return Pattern.compile("&#x([0-9a-f]+);").matcher(xml)
                .replaceAll(letter -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(letter.group(1), 16))));
    }

    private static Map<String, String> unzipped(byte[] file) throws IOException {
        Path path = Files.write(Files.createTempFile("figures", ".xlsx"), file);
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), decoded(text(zip.getInputStream(entry).readAllBytes())));
            }
        } finally {
            Files.delete(path);
        }
        return parts;
    }
}
