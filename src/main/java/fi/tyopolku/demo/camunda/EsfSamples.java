package fi.tyopolku.demo.camunda;

import fi.tyopolku.funding.FundingProjects;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A participant of an ESF+ project who goes on, and one whose end has to be recorded now. */
@Component
@Profile("demo")
@Order(35)
class EsfSamples implements PracticeSamples {

    private static final String COACH = "coach";
    private static final String MUNICIPALITY = "kemijarvi";

    private final FundingProjects projects;

    EsfSamples(FundingProjects projects) {
        this.projects = projects;
    }

    @Override
    public void make(CaseSteps steps, LocalDate today, Map<String, String> caseIds) {
        // The one that the samples of Kemi have entered.
        String project = projects.of(MUNICIPALITY).get(0).id();
        start(steps, caseIds.get("Tuula"), project, today.minusWeeks(9), today.minusDays(3), "LONG_TERM_UNEMPLOYED");
        start(steps, caseIds.get("Onni"), project, today.minusWeeks(2), today.plusWeeks(20), "UNEMPLOYED");
        steps.itIs(today);
        steps.settle(caseIds.get("Tuula"));
    }

    private static void start(CaseSteps steps, String caseId, String project, LocalDate startedOn, LocalDate endsOn,
            String labourMarketStatus) {
        steps.itIs(startedOn);
        steps.start(COACH, "esfParticipant", Map.of("caseId", caseId, "esfEndsOn", endsOn.toString(), "esfStart",
                Map.of("project", project, "startedOn", startedOn.toString(), "identityVerifiedOn", startedOn.toString(),
                        "labourMarketStatus", labourMarketStatus, "highestEducation", "ISCED_0_2", "nonDisclosure", "NO",
                        "startNotice", "SELF")));
    }
}
