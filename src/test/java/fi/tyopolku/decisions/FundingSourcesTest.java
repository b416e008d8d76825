package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;

import java.time.LocalDate;

/** D5b: who pays for what from 1.1.2025. */
class FundingSourcesTest extends DecisionTableTest {

    private static final String CHECK = DecisionOutcome.CHECK_BY_HAND;
    private static final String ITEM = "fundingLine.item";
    private static final String PARTICIPANT = "fundingLine.projectParticipant";
    private static final String MONEY = "fundingLine.projectMoneyLeft";
    private static final String AUTHORITY = "fundingLine.authorityMoneyLeft";
    private static final String MUNICIPAL = "fundingLine.municipalDecision";
    private static final String SUBSIDISED = "fundingLine.subsidisedWork";
    private static final String AGE = "fundingLine.age";
    private static final String JOINT = "fundingLine.jointPurchase";

    @Override
    String decisionKey() {
        return "fundingSources";
    }

    @Override
    FactsForTests complete() {
        return facts().with("today", TODAY).with(ITEM, "TRAINING").with(PARTICIPANT, true).with(MONEY, true)
                .with(AUTHORITY, true).with(MUNICIPAL, true).with(SUBSIDISED, true).with(AGE, 24).with(JOINT, false);
    }

    @Override
    void scenarios() {
        when("training of a participant", but(), "PROJECT");
        when("training of who is no participant", but(PARTICIPANT, false), "EMPLOYMENT_AUTHORITY");
        when("coaching, project money used", but(ITEM, "COACHING", MONEY, false), "EMPLOYMENT_AUTHORITY");
        when("training, participant unknown", but(PARTICIPANT, null), CHECK);
        when("training, money unknown", but(MONEY, null), CHECK);
        when("labour market training", but(ITEM, "LABOUR_MARKET_TRAINING"), "EMPLOYMENT_AUTHORITY");
        when("joint purchase", but(ITEM, "LABOUR_MARKET_TRAINING", JOINT, true), "EMPLOYMENT_AUTHORITY", "EMPLOYER");
        when("joint purchase unknown", but(ITEM, "LABOUR_MARKET_TRAINING", JOINT, null), "EMPLOYMENT_AUTHORITY", CHECK);
        when("qualification", but(ITEM, "QUALIFICATION"), "EDUCATION_PROVIDER");
        when("pay subsidy, money there: never the project", but(ITEM, "PAY_SUBSIDY"), "EMPLOYMENT_AUTHORITY");
        when("pay subsidy, money used", but(ITEM, "PAY_SUBSIDY", AUTHORITY, false), "WAIT_FOR_MONEY");
        when("pay subsidy, money unknown", but(ITEM, "PAY_SUBSIDY", AUTHORITY, null), CHECK);
        when("55+ support, money there", but(ITEM, "EMPLOYMENT_SUPPORT_55"), "EMPLOYMENT_AUTHORITY");
        when("55+ support, money used", but(ITEM, "EMPLOYMENT_SUPPORT_55", AUTHORITY, false), "RAISE_TO_MANAGER");
        when("55+ support, money unknown", but(ITEM, "EMPLOYMENT_SUPPORT_55", AUTHORITY, null), CHECK);
        when("licence of a participant", but(ITEM, "LICENCE"), "PROJECT");
        when("licence in subsidised work", but(ITEM, "LICENCE", PARTICIPANT, false), "EMPLOYER", "MUNICIPALITY");
        when("licence in subsidised work, project money used", but(ITEM, "LICENCE", MONEY, false), "EMPLOYER", "MUNICIPALITY");
        when("licence in subsidised work, no supplement", but(ITEM, "LICENCE", PARTICIPANT, false, MUNICIPAL, false), "EMPLOYER");
        when("licence, supplement unknown", but(ITEM, "LICENCE", PARTICIPANT, false, MUNICIPAL, null), "EMPLOYER", CHECK);
        when("licence, project money used and supplement unknown", but(ITEM, "LICENCE", MONEY, false, MUNICIPAL, null),
                "EMPLOYER", CHECK);
        when("licence without subsidised work", but(ITEM, "LICENCE", PARTICIPANT, false, SUBSIDISED, false), "EMPLOYMENT_AUTHORITY");
        when("licence without money and subsidised work", but(ITEM, "LICENCE", MONEY, false, SUBSIDISED, false),
                "EMPLOYMENT_AUTHORITY");
        when("licence, work unknown", but(ITEM, "LICENCE", PARTICIPANT, false, SUBSIDISED, null), CHECK);
        when("licence, no money and work unknown", but(ITEM, "LICENCE", MONEY, false, SUBSIDISED, null), CHECK);
        when("licence, participant unknown", but(ITEM, "LICENCE", PARTICIPANT, null), CHECK);
        when("licence, project money unknown", but(ITEM, "LICENCE", MONEY, null), CHECK);
        when("supplement", but(ITEM, "MUNICIPAL_SUPPLEMENT"), "MUNICIPALITY");
        when("supplement not granted", but(ITEM, "MUNICIPAL_SUPPLEMENT", MUNICIPAL, false), "NO_FUNDER");
        when("supplement without pay subsidy", but(ITEM, "MUNICIPAL_SUPPLEMENT", SUBSIDISED, false), "NO_FUNDER");
        when("supplement, terms unknown", but(ITEM, "MUNICIPAL_SUPPLEMENT", MUNICIPAL, null), CHECK);
        when("supplement, pay subsidy unknown", but(ITEM, "MUNICIPAL_SUPPLEMENT", SUBSIDISED, null), CHECK);
        when("work trial", but(ITEM, "WORK_TRIAL"), "BENEFIT_PAYER");
        when("rehabilitative work", but(ITEM, "REHABILITATIVE_WORK"), "WELLBEING_COUNTY");
        when("youth voucher at 29", but(ITEM, "YOUTH_VOUCHER", AGE, 29), "STATE_GRANT");
        when("youth voucher at 30", but(ITEM, "YOUTH_VOUCHER", AGE, 30), "NO_FUNDER");
        when("youth voucher at 17", but(ITEM, "YOUTH_VOUCHER", AGE, 17), "NO_FUNDER");
        when("youth voucher, age unknown", but(ITEM, "YOUTH_VOUCHER", AGE, null), CHECK);
        when("youth voucher in 2025", but(ITEM, "YOUTH_VOUCHER", "today", LocalDate.of(2025, 12, 31)), "NO_FUNDER");
        when("youth voucher in the spring of 2027", but(ITEM, "YOUTH_VOUCHER", "today", LocalDate.of(2027, 6, 30)), CHECK);
        when("youth voucher after it", but(ITEM, "YOUTH_VOUCHER", "today", LocalDate.of(2027, 7, 1)), "NO_FUNDER");
        when("nothing said", but(ITEM, null), CHECK);
        when("before 2025", but("today", LocalDate.of(2024, 12, 31)), CHECK);
        when("first day of 2025", but("today", LocalDate.of(2025, 1, 1)), "PROJECT");
    }
}
