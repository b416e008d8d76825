package fi.tyopolku.demo.camunda;

import java.time.LocalDate;
import java.util.Map;

/** Shows one system of the practices alive in the demo, after the sample cases of the path have been made. */
interface PracticeSamples {

    /**
     * @param today the day on which the demo starts; steps may be taken on earlier days
     * @param caseIds the sample cases by given name
     */
    void make(CaseSteps steps, LocalDate today, Map<String, String> caseIds);
}
