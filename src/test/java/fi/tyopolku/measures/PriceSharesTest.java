package fi.tyopolku.measures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceSharesTest {

    @ParameterizedTest
    @CsvSource({"1000000, 30, 300000", "1000000, 40, 400000", "1000000, 50, 500000", "1000000, 20, 200000",
        "1, 50, 1", "1, 40, 0", "3, 50, 2", "5, 30, 2", "101, 50, 51", "999, 30, 300", "333335, 30, 100001", "100, 0, 0"})
    void theEmployersShareIsRoundedHalfUpToTheCent(long price, int percent, long employer) {
        PriceShares shares = new PriceShares(price, percent);
        assertThat(shares.employerCents()).isEqualTo(employer);
        assertThat(shares.employerCents() + shares.authorityCents()).isEqualTo(price);
    }
}
