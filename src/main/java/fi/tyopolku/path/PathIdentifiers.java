package fi.tyopolku.path;

import fi.tyopolku.clients.CaseIds;
import fi.tyopolku.clients.PersonalIdentityCode;
import fi.tyopolku.documents.NewCaseIds;
import fi.tyopolku.forms.FieldFormat;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The identifiers that people type into forms, and new ones for new cases. */
@Configuration
class PathIdentifiers {

    private static final Pattern BUSINESS_ID = Pattern.compile("\\d{7}-\\d");
    private static final int[] BUSINESS_ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2};

    @Bean
    NewCaseIds newCaseIds() {
        return CaseIds::next;
    }

    @Bean
    FieldFormat personalIdentityCodeFormat() {
        return format("personalIdentityCode", PersonalIdentityCode::isValid);
    }

    @Bean
    FieldFormat caseIdFormat() {
        return format("caseId", CaseIds::isCaseId);
    }

    @Bean
    FieldFormat businessIdFormat() {
        return format("businessId", PathIdentifiers::isBusinessId);
    }

    /** The check digit of the Business Information System: weighted sum modulo 11, remainder 1 is never given. */
    static boolean isBusinessId(String text) {
        if (!BUSINESS_ID.matcher(text).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < BUSINESS_ID_WEIGHTS.length; i++) {
            sum += BUSINESS_ID_WEIGHTS[i] * (text.charAt(i) - '0');
        }
        int remainder = sum % 11;
        int expected = remainder == 0 ? 0 : 11 - remainder;
        return remainder != 1 && text.charAt(8) - '0' == expected;
    }

    private static FieldFormat format(String name, Predicate<String> accepts) {
        return new FieldFormat() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean accepts(String value) {
                return accepts.test(value);
            }
        };
    }
}
