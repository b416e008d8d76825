package fi.tyopolku.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.clients.CaseIds;
import fi.tyopolku.testing.DatabaseTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class ProgressFigureTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TO = LocalDate.of(2026, 12, 31);
    private static final List<String> ELSEWHERE = List.of("SAME_EMPLOYER", "STUDIES", "UNEMPLOYED", "OTHER");

    @Autowired
    private ProgressFigure figure;
    @Autowired
    private EmploymentOutcomes outcomes;

    private final String municipality = UUID.randomUUID().toString();

    @Test
    void fourOfTenWithAnotherEmployerAreFortyPerCentAndMeetTheTarget() {
        ended(10, 4);

        Progress progress = figure.of(municipality, FROM, TO).orElseThrow();
        assertThat(progress).isEqualTo(new Progress(4, 10));
        assertThat(progress.percent()).isEqualByComparingTo("40.0");
        assertThat(progress.isTargetMet()).isTrue();
    }

    @Test
    void threeOfTenAreThirtyPerCentWhichIsNotMoreThanThirty() {
        ended(10, 3);

        Progress progress = figure.of(municipality, FROM, TO).orElseThrow();
        assertThat(progress.percent()).isEqualByComparingTo("30.0");
        assertThat(progress.isTargetMet()).isFalse();
    }

    @Test
    void fewerThanFiveJobsAreNotShown() {
        ended(4, 2);
        assertThat(figure.of(municipality, FROM, TO)).isEmpty();

        ended(1, 0);
        assertThat(figure.of(municipality, FROM, TO)).contains(new Progress(2, 5));
    }

    @Test
    void unsubsidisedJobsOtherPeriodsAndOtherMunicipalitiesDoNotCount() {
        ended(5, 5);
        outcomes.record(outcome(municipality, false, FROM, "OTHER_EMPLOYER"));
        outcomes.record(outcome(municipality, true, FROM.minusDays(1), "OTHER_EMPLOYER"));
        outcomes.record(outcome(municipality, true, TO.plusDays(1), "UNEMPLOYED"));
        outcomes.record(outcome("elsewhere", true, FROM, "UNEMPLOYED"));
        EmploymentOutcome last = outcome(municipality, true, TO, "UNEMPLOYED");
        outcomes.record(last);
        outcomes.record(last);

        assertThat(figure.of(municipality, FROM, TO)).contains(new Progress(5, 6));
        assertThat(outcomes.of(last.caseId())).containsExactly(last);
    }

    private void ended(int jobs, int toOthers) {
        for (int job = 0; job < jobs; job++) {
            String wentTo = job < toOthers ? "OTHER_EMPLOYER" : ELSEWHERE.get(job % ELSEWHERE.size());
            outcomes.record(outcome(municipality, true, FROM.plusDays(job), wentTo));
        }
    }

    private static EmploymentOutcome outcome(String municipality, boolean subsidised, LocalDate on, String wentTo) {
        return new EmploymentOutcome(CaseIds.next(), municipality, subsidised, on, wentTo, false);
    }
}
