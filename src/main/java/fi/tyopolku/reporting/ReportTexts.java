package fi.tyopolku.reporting;

import fi.tyopolku.messages.Texts;
import fi.tyopolku.reporting.Report.Column;
import fi.tyopolku.reporting.Report.Kind;
import java.util.Locale;

/** The words of a report, in the language of its question. */
public final class ReportTexts {

    private final Locale locale;

    private ReportTexts(Locale locale) {
        this.locale = locale;
    }

    public static ReportTexts of(ReportSource.Question question) {
        return new ReportTexts(question.locale());
    }

    /** A column whose heading is {@code reporting.column.<name>}. */
    public Column column(String name, Kind kind) {
        return new Column(Texts.in(locale, "reporting.column." + name), kind);
    }

    /** The sentence {@code reporting.note.<name>}. */
    public String note(String name, Object... arguments) {
        return Texts.in(locale, "reporting.note." + name, arguments);
    }

    /** Any other text. */
    public String text(String key, Object... arguments) {
        return Texts.in(locale, key, arguments);
    }

    /** Of a code that may be new: its text, else the code itself. */
    public String ofCode(String prefix, String code) {
        String text = Texts.in(locale, prefix + code);
        return text.equals(prefix + code) ? code : text;
    }

    /** {@code reporting.yes} or {@code reporting.no}; null for null. */
    public String yesOrNo(Boolean value) {
        return value == null ? null : Texts.in(locale, value ? "reporting.yes" : "reporting.no");
    }
}
