package fi.tyopolku.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import fi.tyopolku.messages.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewReferralTest {

    @Test
    void aMissingNameIsRefusedByItsField() {
        assertThatThrownBy(() -> referral(" ", "aino@example.org", "fi"))
                .isInstanceOfSatisfying(Refusal.class, refusal ->
                        assertThat(refusal.in(Locale.ENGLISH)).isEqualTo("Please fill in the field \"givenName\"."));
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> referral("A".repeat(101), "aino@example.org", "fi"))
                .hasMessage("clients.referral.tooLong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aino", "aino@", "a@b", "aino@example.org\nBcc: other@example.org", "a b@example.org",
        "a@example.org,b@example.org"})
    void whatIsNoEmailAddressIsRefused(String email) {
        assertThatThrownBy(() -> referral("Aino", email, "fi")).hasMessage("clients.referral.email");
    }

    @Test
    void aFourthLanguageIsRefused() {
        assertThatThrownBy(() -> referral("Aino", null, "de")).hasMessage("clients.referral.language");
        assertThatThrownBy(() -> referral("Aino", null, null)).hasMessage("clients.referral.language");
    }

    @Test
    void aReferralShownAsTextNamesNobody() {
        assertThat(referral("Aino", "aino@example.org", "fi").toString())
                .doesNotContain("Aino", "Korhonen", "@", "131052");
    }

    private static NewReferral referral(String givenName, String email, String language) {
        return new NewReferral("kemijarvi", new PersonalIdentityCode("131052-308T"), givenName, "Korhonen", email, null,
                language, null, ReferralSource.WALK_IN, null, null, LocalDate.of(2026, 11, 1));
    }
}
