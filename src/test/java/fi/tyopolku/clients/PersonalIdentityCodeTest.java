package fi.tyopolku.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tyopolku.messages.Refusal;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalIdentityCodeTest {

    @ParameterizedTest
    @CsvSource({
        "131052-308T, 1952-10-13", "010190-900P, 1990-01-01", "010190Y901R, 1990-01-01", "150575X9025, 1975-05-15",
        "311299U915R, 1999-12-31", "290204A903F, 2004-02-29", "010105B904W, 2005-01-01", "240600F910N, 2000-06-24",
        "311265W907P, 1965-12-31", "120388V9085, 1988-03-12", "070780-9991, 1980-07-07"})
    void aCodeGivesTheBirthDate(String code, LocalDate born) {
        assertThat(new PersonalIdentityCode(code).birthDate()).isEqualTo(born);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "010190-900A", "310290-9000", "010190G900P", "290203A903F", "010190-900", "010190-900PP",
        "010190 900P", "٠١٠١٩٠-900P", "010190-9O0P"})
    void whatIsNoCodeIsRefusedWithoutRepeatingIt(String code) {
        assertThatThrownBy(() -> new PersonalIdentityCode(code))
                .isInstanceOf(Refusal.class)
                .hasMessage("clients.identityCode.invalid");
    }

    @Test
    void theRefusalSpeaksThreeLanguages() {
        Refusal refusal = new Refusal("clients.identityCode.invalid");
        assertThat(refusal.in(new Locale("fi"))).startsWith("Henkilötunnus");
        assertThat(refusal.in(new Locale("sv"))).startsWith("Personbeteckningen");
        assertThat(refusal.in(Locale.ENGLISH)).startsWith("The personal identity code");
    }

    @Test
    void theSeparatorIsPartOfTheIdentity() {
        assertThat(new PersonalIdentityCode("010190-900P")).isNotEqualTo(new PersonalIdentityCode("010190Y900P"));
    }

    @Test
    void smallLettersAndSpacesAroundAreForgiven() {
        assertThat(new PersonalIdentityCode(" 290204a903f ")).isEqualTo(new PersonalIdentityCode("290204A903F"));
    }

    @Test
    void theAgeChangesOnTheBirthday() {
        PersonalIdentityCode code = new PersonalIdentityCode("131052-308T");
        assertThat(code.ageOn(LocalDate.of(2012, 10, 12))).isEqualTo(59);
        assertThat(code.ageOn(LocalDate.of(2012, 10, 13))).isEqualTo(60);
    }

    @Test
    void theCodeIsNotShownAsText() {
        assertThat(new PersonalIdentityCode("131052-308T").toString()).doesNotContain("131052", "308T");
    }
}
