package fi.tyopolku.reporting.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.messages.Texts;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
            "Mail 'plan-approved' was not handed to the mail server (MailSendException); it can be repeated,mail,plan-approved",
            "Mail 'plan-approved' was not handed to the mail server (MailAuthenticationException); it can be repeated,mailLogin,plan-approved",
            "no processes deployed with key 'workTrial': processDefinition is null,noProcess,workTrial",
            "\"no decision definition deployed with key 'deadlines', and tenant\",noDecision,deadlines",
            "Unknown property used in expression: ${x}. Cause: Cannot resolve identifier 'x',model,\"\"",
            "funding.datesReversed,refusal,funding.datesReversed",
            "Could not open JDBC Connection for transaction,database,\"\"",
            "Read timed out,timeOut,\"\"",
            "Aino Koskela 131052-308T,unknown,\"\"",
            "\"\",unknown,\"\""})
    void aTechnicalMessageBecomesAKnownTroubleOrAnHonestUnknown(String message, String code, String detail) {
        Trouble trouble = Trouble.of("failedJob", message);

        assertThat(trouble).isEqualTo(new Trouble(code, detail));
        for (String language : Texts.LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            assertThat(Texts.in(locale, "reporting.trouble." + code)).doesNotContain("reporting.");
            assertThat(Texts.in(locale, "reporting.remedy." + code)).doesNotContain("reporting.");
        }
    }
}
