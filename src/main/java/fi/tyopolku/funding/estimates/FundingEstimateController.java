package fi.tyopolku.funding.estimates;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/funding-estimates}, see docs/api.md. Nothing is stored. Who may ask stands in webapp-api.yml. */
@RestController
@RequestMapping("/api/funding-estimates")
class FundingEstimateController {

    private final FundingEstimates estimates;

    FundingEstimateController(FundingEstimates estimates) {
        this.estimates = estimates;
    }

    /** The body is read by hand: the answer to a wrong one names every field, and numbers keep their decimals. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Estimate estimate(@RequestBody String body) {
        return estimates.estimate(EstimateReader.read(body));
    }
}
