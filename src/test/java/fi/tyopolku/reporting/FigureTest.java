package fi.tyopolku.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void moreThanThirtyPerCentIsMoreThanThreeOfTen() {
        assertThat(new Figure("X", 3, 10, 30).meetsTarget()).isFalse();
        assertThat(new Figure("X", 4, 10, 30).meetsTarget()).isTrue();
        assertThat(new Figure("X", 301, 1000, 30).meetsTarget()).isTrue();
    }

    @Test
    void theMajorityIsMoreThanHalf() {
        assertThat(new Figure("X", 5, 10, 50).meetsTarget()).isFalse();
        assertThat(new Figure("X", 6, 11, 50).meetsTarget()).isTrue();
    }

    @Test
    void aGroupUnderFiveIsNotShown() {
        assertThat(new Figure("X", 4, 4, 30).isShown()).isFalse();
        assertThat(new Figure("X", 4, 4, 30).percent()).isNull();
        assertThat(new Figure("X", 4, 4, 30).meetsTarget()).isNull();
        assertThat(new Figure("X", 5, 5, null).percent()).isEqualByComparingTo(BigDecimal.valueOf(100));
    }

    @Test
    void peopleWhoAreSetApartAreNotShownWhenTheRestAreFew() {
        assertThat(new Figure("X", 4, 6, null, 10).isShown()).isFalse();
        assertThat(new Figure("X", 4, 5, null, 10).isShown()).isTrue();
        assertThat(new Figure("X", 4, 10, null, 10).isShown()).isTrue();
    }

    @Test
    void aShareIsRoundedHalfUpToOneDecimal() {
        assertThat(new Figure("X", 1, 8, null).percent()).isEqualByComparingTo("12.5");
        assertThat(new Figure("X", 2, 3 * 2, null).percent()).isEqualByComparingTo("33.3");
        assertThatIllegalArgumentException().isThrownBy(() -> new Figure("X", 2, 1, null));
    }
}
