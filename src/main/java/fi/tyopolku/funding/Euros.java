package fi.tyopolku.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Between the euros people write and the cents the ledger keeps. */
public final class Euros {

    private Euros() {
    }

    public static long toCents(BigDecimal euros) {
        return euros.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** Such as "7 560,00 €" in Finnish. */
    public static String of(long cents, Locale locale) {
        DecimalFormat format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(locale));
        return format.format(BigDecimal.valueOf(cents, 2)) + " €";
    }
}
