package fi.tyopolku.funding.estimates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.clients.CaseIds;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.funding.MunicipalTerms;
import fi.tyopolku.funding.MunicipalTermsRegister;
import fi.tyopolku.testing.ApplicationTest;
import fi.tyopolku.testing.PathDriver;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

@ApplicationTest
class EstimateTextsTest {

    private static final LocalDate FROM = LocalDate.of(2045, 1, 1);

    @Autowired
    private EstimateTexts texts;
    @Autowired
    private MunicipalTermsRegister register;
    @Autowired
    private DocumentStore documents;
    @Autowired
    private ObjectMapper json;

    @BeforeEach
    void termsAreInForce() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        if (register.on(FROM, PathDriver.KEMIJARVI, "FOUNDATION").isEmpty()) {
            register.approve(terms("FOUNDATION", 100), "funding-officer", "manager");
            register.approve(terms("RELIGIOUS_COMMUNITY", 50), "funding-officer", "manager");
        }
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    /** 50 % of 2 500 = 1 250, so 1 250 are left: 500 a month, 5 x 500 under the subsidy and 5 x 500 after it. */
    @Test
    void theDecisionShowsTheSumOfTheInterfaceWithinTheTermsOfTheMunicipality() {
        assertThat(shown("FOUNDATION", "SKILLS")).contains("5,000.00 € in all", "at most 500.00 € a month for 10 months",
                "1.1.2045–31.5.2045: 500.00 € a month for 5.00 months (2,500.00 €)", "Can be paid in full");
    }

    @Test
    void whatTheTermsOrTheActBarIsNotEstimated() {
        // Half of the wage costs may be covered, and the subsidy covers them.
        assertThat(shown("RELIGIOUS_COMMUNITY", "SKILLS")).contains("cannot be paid", "Other support already covers");
        assertThat(shown("FOUNDATION", "AGE55")).contains("cannot be paid", "55+ support");
        assertThat(shown("NATURAL_PERSON", "SKILLS")).contains("no terms");
    }

    @Test
    void withoutACalculationNothingIsShown() {
        assertThat(texts.value("municipalSupplementEstimate", form(CaseIds.next()))).isNull();
    }

    private String shown(String employerKind, String ground) {
        String caseId = CaseIds.next();
        Map<String, Object> application = new HashMap<>(Map.of("employerKind", employerKind, "monthlyPayEuros", 2500,
                "otherWageSupport", false, "weeklyHours", 37.5, "fieldFullTimeWeeklyHours", 37.5,
                "jobStart", FROM.toString(), "jobEnd", "2045-12-31"));
        documents.save(caseId, "jobApplication", json.valueToTree(application), 0, "coach");
        documents.save(caseId, "subsidyCalculation", json.valueToTree(Map.of("percent", 50, "ground", ground,
                "from", FROM.toString(), "to", "2045-05-31")), 0, "system");
        return String.valueOf(texts.value("municipalSupplementEstimate", form(caseId)));
    }

    private static OpenForm form(String caseId) {
        return new OpenForm("subsidisedJob", "userTask_decideFunding", caseId, "task", "", "funding-officer",
                List.of("funding-officer"), PathDriver.KEMIJARVI, Map.of());
    }

    private static MunicipalTerms terms(String kind, int stateAidPercent) {
        return new MunicipalTerms(PathDriver.KEMIJARVI, FROM, null, 500_00, 10, 80, true, stateAidPercent, 75, Set.of(kind));
    }
}
