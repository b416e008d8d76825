package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;

import java.time.LocalDate;

/** D5a: who paid for what in the Kemi project, 1.2.2016 to 31.12.2018. */
class FundingSourcesKemiTest extends DecisionTableTest {

    private static final String CHECK = DecisionOutcome.CHECK_BY_HAND;
    private static final String ITEM = "fundingLine.item";
    private static final String PARTICIPANT = "fundingLine.projectParticipant";
    private static final String MONEY = "fundingLine.projectMoneyLeft";
    private static final String SUBSIDISED = "fundingLine.subsidisedWork";

    @Override
    String decisionKey() {
        return "fundingSourcesKemi";
    }

    @Override
    FactsForTests complete() {
        return facts().with("today", LocalDate.of(2017, 3, 1)).with(ITEM, "TRAINING").with(PARTICIPANT, true)
                .with(MONEY, true).with(SUBSIDISED, true);
    }

    @Override
    void scenarios() {
        when("training of a participant", but(), "PROJECT");
        when("coaching of a participant", but(ITEM, "COACHING"), "PROJECT");
        when("labour market training of who is no participant", but(ITEM, "LABOUR_MARKET_TRAINING", PARTICIPANT, false),
                "EMPLOYMENT_AUTHORITY");
        when("training, project money used", but(MONEY, false), "EMPLOYMENT_AUTHORITY");
        when("training, participant unknown", but(PARTICIPANT, null), CHECK);
        when("training, money unknown", but(MONEY, null), CHECK);
        when("pay subsidy", but(ITEM, "PAY_SUBSIDY"), "PROJECT_LABOUR_POLICY");
        when("licence", but(ITEM, "LICENCE"), "PROJECT");
        when("supplement on top of a pay subsidy", but(ITEM, "MUNICIPAL_SUPPLEMENT"), "MUNICIPALITY");
        when("supplement without a pay subsidy", but(ITEM, "MUNICIPAL_SUPPLEMENT", SUBSIDISED, false), "NO_FUNDER");
        when("supplement, pay subsidy unknown", but(ITEM, "MUNICIPAL_SUPPLEMENT", SUBSIDISED, null), CHECK);
        when("an item that Kemi did not name", but(ITEM, "WORK_TRIAL"), CHECK);
        when("nothing said", but(ITEM, null), CHECK);
        when("first day of the project", but("today", LocalDate.of(2016, 2, 1)), "PROJECT");
        when("last day of the project", but("today", LocalDate.of(2018, 12, 31)), "PROJECT");
        when("the day before the project", but("today", LocalDate.of(2016, 1, 31)), "OUTSIDE_PROJECT");
        when("the day after the project", but("today", LocalDate.of(2019, 1, 1)), "OUTSIDE_PROJECT");
    }
}
