package fi.tyopolku.decisions;

import static fi.tyopolku.decisions.FactsForTests.facts;
import java.util.Set;

/** D1: bars that lie in the employer. */
class EmployerBarsTest extends DecisionTableTest {

    private static final String CHECK = DecisionOutcome.CHECK_BY_HAND;
    private static final String KIND = "jobApplication.employerKind";
    private static final String GROUND = "jobApplication.chosenGround";
    private static final String HELSINKI = "jobApplication.helsinkiHealthSocialRescue";
    private static final String ECONOMIC = "jobApplication.economicActivity";
    private static final String DISMISSED = "jobApplication.dismissedWithin12Months";
    private static final String REGAINED = "jobApplication.headcountRegained";
    private static final String MARKET = "jobApplication.marketActivity";
    private static final String UNPAID = "jobApplication.unpaidDuties";
    private static final String EXEMPTED = "jobApplication.unpaidDutiesExempted";
    private static final String OFFENCE = "jobApplication.labourOffenceJudgment";
    private static final String EARLIER = "jobApplication.monthsSinceEarlierSupport";
    private static final String DIFFICULTY = "jobApplication.inDifficulty";
    private static final String COMPETITION = "jobApplication.distortsCompetition";

    @Override
    String decisionKey() {
        return "employerBars";
    }

    @Override
    FactsForTests complete() {
        return facts()
                .with("today", TODAY)
                .with(KIND, "COMPANY")
                .with(GROUND, "SKILLS")
                .with(HELSINKI, false)
                .with(ECONOMIC, true)
                .with(DISMISSED, false)
                .with(REGAINED, false)
                .with(MARKET, true)
                .with(UNPAID, false)
                .with(EXEMPTED, false)
                .with(OFFENCE, false)
                .with(EARLIER, null)
                .with(DIFFICULTY, false)
                .with(COMPETITION, false);
    }

    @Override
    Set<String> nullIsAnAnswer() {
        return Set.of(EARLIER);
    }

    @Override
    void scenarios() {
        when("a company without any bar", but());
        when("no bar for AGE55", but(GROUND, "AGE55"));
        when("no bar for AGE60", but(GROUND, "AGE60"));
        when("no bar for FULL_100", but(GROUND, "FULL_100"));
        when("no bar for WORK_ABILITY", but(GROUND, "WORK_ABILITY"));
        when("no bar for APPRENTICESHIP", but(GROUND, "APPRENTICESHIP"));
        when("the state", but(KIND, "STATE"), "NOT_FOR_THE_STATE");
        when("an unknown kind of employer", but(KIND, null), CHECK);
        when("no ground chosen", but(GROUND, null), CHECK);
        when("MUNICIPALITY and SKILLS", but(KIND, "MUNICIPALITY", GROUND, "SKILLS"), "MUNICIPALITY_ONLY_87_89");
        when("MUNICIPALITY and APPRENTICESHIP", but(KIND, "MUNICIPALITY", GROUND, "APPRENTICESHIP"), "MUNICIPALITY_ONLY_87_89");
        when("JOINT_MUNICIPAL_AUTHORITY and SKILLS", but(KIND, "JOINT_MUNICIPAL_AUTHORITY", GROUND, "SKILLS"), "MUNICIPALITY_ONLY_87_89");
        when("JOINT_MUNICIPAL_AUTHORITY and APPRENTICESHIP", but(KIND, "JOINT_MUNICIPAL_AUTHORITY", GROUND, "APPRENTICESHIP"), "MUNICIPALITY_ONLY_87_89");
        when("municipality and WORK_ABILITY", but(KIND, "MUNICIPALITY", GROUND, "WORK_ABILITY"));
        when("municipality and AGE60", but(KIND, "MUNICIPALITY", GROUND, "AGE60"));
        when("municipality and AGE55", but(KIND, "MUNICIPALITY", GROUND, "AGE55"));
        when("Helsinki and its rescue service", but(KIND, "MUNICIPALITY", HELSINKI, true));
        when("a municipality, not known whether Helsinki", but(KIND, "MUNICIPALITY", HELSINKI, null), CHECK);
        when("a wellbeing county gets every ground", but(KIND, "WELLBEING_COUNTY"));
        when("a municipality before 2025", but(KIND, "MUNICIPALITY", "today", TODAY.withYear(2024)), CHECK);
        when("a natural person without economic activity", but(KIND, "NATURAL_PERSON", ECONOMIC, false), "ONLY_ECONOMIC_ACTIVITY");
        when("a natural person with economic activity", but(KIND, "NATURAL_PERSON"));
        when("a natural person, activity unknown", but(KIND, "NATURAL_PERSON", ECONOMIC, null), CHECK);
        when("dismissals", but(DISMISSED, true), "REDUNDANCIES");
        when("dismissals, headcount regained", but(DISMISSED, true, REGAINED, true));
        when("dismissals do not bind 100 per cent", but(DISMISSED, true, GROUND, "FULL_100", KIND, "ASSOCIATION"));
        when("dismissals by a municipality outside the market", but(DISMISSED, true, KIND, "MUNICIPALITY", GROUND, "AGE60", MARKET, false));
        when("dismissals by a municipality on the market", but(DISMISSED, true, KIND, "MUNICIPALITY", GROUND, "AGE60"), "REDUNDANCIES");
        when("dismissals by a county outside the market", but(DISMISSED, true, KIND, "WELLBEING_COUNTY", MARKET, false));
        when("55+ knows no exemption for municipalities", but(DISMISSED, true, KIND, "MUNICIPALITY", GROUND, "AGE55", MARKET, false), "REDUNDANCIES");
        when("dismissals unknown", but(DISMISSED, null), CHECK);
        when("dismissals unknown but headcount regained", but(DISMISSED, null, REGAINED, true));
        when("dismissals unknown, 55+", but(DISMISSED, null, GROUND, "AGE55"), CHECK);
        when("dismissals unknown, county on the market", but(DISMISSED, null, KIND, "WELLBEING_COUNTY"), CHECK);
        when("dismissals unknown, county outside the market", but(DISMISSED, null, KIND, "WELLBEING_COUNTY", MARKET, false));
        when("headcount unknown", but(DISMISSED, true, REGAINED, null), CHECK);
        when("headcount unknown, 55+", but(DISMISSED, true, REGAINED, null, GROUND, "AGE55"), CHECK);
        when("headcount unknown, county on the market", but(DISMISSED, true, REGAINED, null, KIND, "WELLBEING_COUNTY"), CHECK);
        when("market unknown", but(DISMISSED, true, MARKET, null, KIND, "WELLBEING_COUNTY"), CHECK);
        when("neglect", but(UNPAID, true), "NEGLECTED_DUTIES");
        when("neglect set aside", but(UNPAID, true, EXEMPTED, true));
        when("neglect cannot be set aside for 55+", but(UNPAID, true, EXEMPTED, true, GROUND, "AGE55"), "NEGLECTED_DUTIES");
        when("neglect unknown", but(UNPAID, null), CHECK);
        when("neglect unknown, 55+", but(UNPAID, null, GROUND, "AGE55", EXEMPTED, true), CHECK);
        when("neglect, not known whether set aside", but(UNPAID, true, EXEMPTED, null), CHECK);
        when("judgment", but(OFFENCE, true), "FOREIGN_LABOUR_JUDGMENT");
        when("judgment unknown", but(OFFENCE, null), CHECK);
        when("35 months since earlier support", but(EARLIER, 35), "THREE_YEARS");
        when("36 months since earlier support", but(EARLIER, 36));
        when("earlier support does not bind work ability", but(EARLIER, 1, GROUND, "WORK_ABILITY"));
        when("in difficulty", but(DIFFICULTY, true), "IN_DIFFICULTY");
        when("in difficulty, de minimis ground", but(DIFFICULTY, true, GROUND, "AGE60"));
        when("in difficulty, no economic activity", but(DIFFICULTY, true, ECONOMIC, false));
        when("difficulty unknown", but(DIFFICULTY, null), CHECK);
        when("difficulty unknown, no economic activity", but(DIFFICULTY, null, ECONOMIC, false));
        when("difficulty and activity unknown", but(DIFFICULTY, null, ECONOMIC, null), CHECK);
        when("dismissals unknown, county, market unknown", but(DISMISSED, null, KIND, "WELLBEING_COUNTY", MARKET, null), CHECK);
        when("in difficulty, activity unknown", but(DIFFICULTY, true, ECONOMIC, null), CHECK);
        when("competition", but(COMPETITION, true), "DISTORTS_COMPETITION");
        when("competition unknown", but(COMPETITION, null), CHECK);
        when("a bar and a missing fact", but(OFFENCE, true, UNPAID, null), "FOREIGN_LABOUR_JUDGMENT", CHECK);
    }
}
