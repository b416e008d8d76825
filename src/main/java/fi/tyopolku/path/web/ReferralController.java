package fi.tyopolku.path.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.clients.ReferralKeys;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.path.PathStart;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Referrals from other systems: {@code POST /api/referrals} with the fields of the referral form as JSON and a key in
 * {@code Idempotency-Key}. The same key with the same body leads to the same case (HTTP 200 instead of 201).
 */
@RestController
@RequestMapping("/api/referrals")
class ReferralController {

    private final PathStart paths;
    private final ReferralKeys keys;
    private final CallersMunicipality municipality;
    private final ObjectMapper json;

    ReferralController(PathStart paths, ReferralKeys keys, CallersMunicipality municipality, ObjectMapper json) {
        this.paths = paths;
        this.keys = keys;
        this.municipality = municipality;
        this.json = json;
    }

    record Referred(String caseId) {
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    ResponseEntity<Referred> refer(@RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody Map<String, Object> referral) throws JsonProcessingException {
        if (key == null) {
            throw new Refusal("path.keyMissing");
        }
        String body = json.writeValueAsString(new TreeMap<>(referral));
        String here = municipality.current();
        return keys.caseFor(key, here, body)
                .map(known -> ResponseEntity.ok(new Referred(known)))
                .orElseGet(() -> {
                    String caseId = paths.start(referral);
                    keys.remember(key, here, body, caseId);
                    return ResponseEntity.status(HttpStatus.CREATED).body(new Referred(caseId));
                });
    }
}
