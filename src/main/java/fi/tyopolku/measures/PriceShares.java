package fi.tyopolku.measures;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Who pays what of a price. The employer's share is rounded half up to the cent; the authority pays the rest, so that the
 * two always add up.
 *
 * @param employerPercent 0 where no employer pays
 */
public record PriceShares(long priceCents, int employerPercent) {

    public long employerCents() {
        return BigDecimal.valueOf(priceCents).multiply(BigDecimal.valueOf(employerPercent)).movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    public long authorityCents() {
        return priceCents - employerCents();
    }
}
