package fi.tyopolku.path.subsidisedjob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.funding.Appropriation;
import fi.tyopolku.funding.AppropriationGrant;
import fi.tyopolku.funding.FundingLedger;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.PathDriver;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class AppropriationTest {

    private static final LocalDate FROM = LocalDate.of(2028, 1, 1);

    @Autowired
    private PathDriver path;
    @Autowired
    private FundingLedger ledger;

    @Test
    void aFundingOfficerOpensAnAppropriationInTheirOwnMunicipality() {
        path.start("funding-officer", "appropriation", newAppropriation("MUNICIPALITY", FROM, FROM.plusYears(1), 1234.56));

        assertThat(ledger.overview(PathDriver.KEMIJARVI)).anySatisfy(each -> {
            assertThat(each.funder()).isEqualTo("MUNICIPALITY");
            assertThat(each.amountCents()).isEqualTo(123_456);
            assertThat(each.validTo()).isEqualTo(FROM.plusYears(1));
        });
        assertThat(ledger.overview(PathDriver.SODANKYLA)).noneMatch(each -> each.amountCents() == 123_456);
    }

    @Test
    void aManagerAddsMoneyToAnAppropriation() {
        String id = granted(PathDriver.KEMIJARVI, 100_00);
        String run = path.start("manager", "appropriation", Map.of("appropriationAction", "INCREASE"));

        path.submit("manager", run, "userTask_chooseAppropriation",
                Map.of("increaseDecision", "INCREASE", "appropriationId", id, "amountEuros", 50.05));

        assertThat(ledger.balance(id).amountCents()).isEqualTo(150_05);
        assertThat(path.isRunning(run)).isFalse();
    }

    @Test
    void nothingIsAddedWhenTheChoiceIsCancelled() {
        List<Appropriation> before = ledger.overview(PathDriver.KEMIJARVI);
        String run = path.start("manager", "appropriation", Map.of("appropriationAction", "INCREASE"));

        path.submit("manager", run, "userTask_chooseAppropriation", Map.of("increaseDecision", "CANCEL"));

        assertThat(ledger.overview(PathDriver.KEMIJARVI)).isEqualTo(before);
        assertThat(path.hasPassed(run, "endEvent_nothingAdded")).isTrue();
    }

    @Test
    void anotherMunicipalitysAppropriationIsNotOffered() {
        String id = granted(PathDriver.SODANKYLA, 100_00);
        String run = path.start("manager", "appropriation", Map.of("appropriationAction", "INCREASE"));

        assertThatThrownBy(() -> path.submit("manager", run, "userTask_chooseAppropriation",
                Map.of("increaseDecision", "INCREASE", "appropriationId", id, "amountEuros", 50)))
                .hasMessageContaining("Appropriation");
        assertThat(ledger.balance(id).amountCents()).isEqualTo(100_00);
    }

    @Test
    void onlyWhoeverStartedItChoosesTheAppropriation() {
        String run = path.start("manager", "appropriation", Map.of("appropriationAction", "INCREASE"));

        assertThatThrownBy(() -> path.submit("funding-officer", run, "userTask_chooseAppropriation",
                Map.of("increaseDecision", "CANCEL"))).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void aCoachMayNotGrantMoney() {
        assertThatThrownBy(() -> path.start("coach", "appropriation",
                newAppropriation("MUNICIPALITY", FROM, FROM.plusYears(1), 10))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void datesTheWrongWayRoundAreRefusedAndNothingIsStored() {
        List<Appropriation> before = ledger.overview(PathDriver.KEMIJARVI);

        assertThatThrownBy(() -> path.start("manager", "appropriation",
                newAppropriation("EMPLOYMENT_AUTHORITY", FROM, FROM.minusDays(1), 10))).hasMessageContaining("before the first");
        assertThat(ledger.overview(PathDriver.KEMIJARVI)).isEqualTo(before);
    }

    @Test
    void aThirdDecimalOfAEuroIsRefused() {
        assertThatThrownBy(() -> path.start("manager", "appropriation",
                newAppropriation("EMPLOYMENT_AUTHORITY", FROM, FROM, 10.005))).hasMessageContaining("Sum, euros");
    }

    private String granted(String municipality, long cents) {
        return ledger.grant(new AppropriationGrant(municipality, "MUNICIPALITY", "PAY_SUBSIDY", FROM, FROM, cents), "manager");
    }

    private static Map<String, Object> newAppropriation(String funder, LocalDate from, LocalDate to, double euros) {
        return Map.of("appropriationAction", "NEW", "funder", funder, "purpose", "PAY_SUBSIDY", "validFrom",
                from.toString(), "validTo", to.toString(), "amountEuros", euros);
    }
}
