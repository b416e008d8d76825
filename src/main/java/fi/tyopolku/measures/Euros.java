package fi.tyopolku.measures;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Cents as people read them. */
final class Euros {

    private Euros() {
    }

    /** Such as "7 560,00 €" in Finnish. */
    static String of(long cents, Locale locale) {
        DecimalFormat format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(locale));
        return format.format(BigDecimal.valueOf(cents, 2)) + " €";
    }
}
