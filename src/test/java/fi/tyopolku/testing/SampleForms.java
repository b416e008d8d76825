package fi.tyopolku.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;

/** Forms as people fill them in, right in every field; tests change what they are about. */
public final class SampleForms {

    private SampleForms() {
    }

    /** @param identityCode one that no other open case of the test has */
    public static Map<String, Object> referral(String identityCode) {
        Map<String, Object> referral = new HashMap<>(Map.of(
                "personalIdentityCode", identityCode, "givenName", "Aino", "familyName", "Koskela",
                "email", "aino@example.fi", "phone", "+358401234567", "language", "fi",
                "homeMunicipality", "Kemijärvi", "source", "REHABILITATIVE_WORK",
                "referrerName", "Kuntouttava työtoiminta", "referrerEmail", "lahettaja@example.fi"));
        referral.put("reason", "Wants to work with wood and people.");
        referral.put("registeredOn", "2026-11-02");
        return new HashMap<>(Map.of("referral", referral));
    }

    public static Map<String, Object> with(Map<String, Object> form, String document, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(form);
        @SuppressWarnings("unchecked")
        Map<String, Object> content = new HashMap<>((Map<String, Object>) form.getOrDefault(document, Map.of()));
        content.put(field, value);
        changed.put(document, content);
        return changed;
    }

    public static JsonNode json(Object content) {
        return new ObjectMapper().valueToTree(content);
    }
}
