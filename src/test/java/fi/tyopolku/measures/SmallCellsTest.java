package fi.tyopolku.measures;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.measures.SmallCells.Count;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmallCellsTest {

    @Test
    void aShareHasItsDenominator() {
        TargetFigure figure = SmallCells.protect(List.of(new Count(TargetGroup.MIGRANTS, 10, 12, 36))).get(0);
        assertThat(figure.count()).isEqualTo(12);
        assertThat(figure.of()).isEqualTo(36);
        assertThat(figure.percent()).isEqualTo(33);
    }

    @Test
    void fewerThanFiveAreNotShownNorAllButFewerThanFive() {
        assertThat(SmallCells.protect(List.of(new Count(TargetGroup.MIGRANTS, 10, 4, 36),
                new Count(TargetGroup.DISABILITY, 10, 32, 36)))).noneMatch(TargetFigure::isShown);
        assertThat(SmallCells.protect(List.of(new Count(TargetGroup.MIGRANTS, 10, 5, 10)))).allMatch(TargetFigure::isShown);
    }

    @Test
    void oneHiddenAgeBandTakesASecondWithIt() {
        List<TargetFigure> figures = SmallCells.protect(List.of(new Count(TargetGroup.UNDER_25, 15, 3, 36),
                new Count(TargetGroup.FROM_25_TO_50, 15, 20, 36), new Count(TargetGroup.OVER_50, 20, 13, 36)));
        assertThat(figures).extracting(TargetFigure::isShown).containsExactly(false, true, false);
    }
}
