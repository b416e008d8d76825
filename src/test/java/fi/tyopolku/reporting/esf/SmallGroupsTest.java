package fi.tyopolku.reporting.esf;

import static fi.tyopolku.reporting.Report.NotShown.SMALL_GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SmallGroupsTest {

    @Test
    void aLargePartIsHiddenTooWhereTheSmallOneCouldBeComputed() {
        assertThat(SmallGroups.shown(Map.of("A", 20, "B", 7, "C", 3)))
                .isEqualTo(Map.of("A", 20, "B", SMALL_GROUP, "C", SMALL_GROUP));
    }

    @Test
    void smallPartsThatTogetherAreFewTakeALargerOneWithThem() {
        assertThat(SmallGroups.shown(Map.of("A", 20, "B", 2, "C", 1, "D", 6)))
                .isEqualTo(Map.of("A", 20, "B", SMALL_GROUP, "C", SMALL_GROUP, "D", SMALL_GROUP));
        assertThat(SmallGroups.shown(Map.of("A", 20, "B", 4, "C", 3)))
                .isEqualTo(Map.of("A", 20, "B", SMALL_GROUP, "C", SMALL_GROUP));
    }

    @Test
    void whereEverybodyIsAlikeNothingIsShown() {
        assertThat(SmallGroups.shown(Map.of("A", 9, "B", 0))).isEqualTo(Map.of("A", SMALL_GROUP, "B", SMALL_GROUP));
    }

    @Test
    void partsOfFiveAndMoreAreShown() {
        assertThat(SmallGroups.shown(Map.of("A", 5, "B", 6))).isEqualTo(Map.of("A", 5, "B", 6));
    }
}
