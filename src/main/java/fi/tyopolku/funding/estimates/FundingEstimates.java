package fi.tyopolku.funding.estimates;

import fi.tyopolku.funding.estimates.EstimateRefused.Fault;
import fi.tyopolku.funding.estimates.SubsidyCaps.Caps;
import java.util.List;
import org.springframework.stereotype.Service;

/** Estimates with the caps of the day. */
@Service
class FundingEstimates {

    private final SubsidyCaps caps;

    FundingEstimates(SubsidyCaps caps) {
        this.caps = caps;
    }

    /** @throws EstimateRefused when no caps are known for the day of the rules */
    Estimate estimate(EstimateRequest request) {
        Caps ofTheDay = caps.on(request.dayOfRules()).orElseThrow(() -> new EstimateRefused(List.of(new Fault(
                request.rulesAsOf() == null ? "start" : "rulesAsOf", "funding.estimate.noCaps"))));
        return FundingEstimator.estimate(request, ofTheDay);
    }
}
