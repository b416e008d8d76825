package fi.tyopolku.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fi.tyopolku.messages.Refusal;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects a refusal that has a sentence of its own in each language. */
public final class Refusals {

    private Refusals() {
    }

    public static Refusal assertRefused(String key, ThrowingCallable action) {
        Refusal refusal = catchThrowableOfType(Refusal.class, action);
        assertThat(refusal).as("refusal %s", key).isNotNull();
        assertThat(refusal.key()).isEqualTo(key);
        String finnish = refusal.in(Locale.forLanguageTag("fi"));
        String swedish = refusal.in(Locale.forLanguageTag("sv"));
        String english = refusal.in(Locale.ENGLISH);
        assertThat(new String[] {finnish, swedish, english}).doesNotContain(key).doesNotHaveDuplicates();
        assertThat(finnish + swedish + english).doesNotContain("{");
        return refusal;
    }
}
