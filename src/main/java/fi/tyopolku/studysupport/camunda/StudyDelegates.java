package fi.tyopolku.studysupport.camunda;

import fi.tyopolku.studysupport.GuidanceMaterials;
import fi.tyopolku.studysupport.StudyCase;
import fi.tyopolku.studysupport.StudyCases;
import fi.tyopolku.studysupport.StudyMail;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of special support, educational trial, studies on benefit and guidance material; bean names are API. */
@Configuration
class StudyDelegates {

    /** Sets reviewOn. */
    @Bean
    JavaDelegate addGuidanceMaterial(GuidanceMaterials materials) {
        return execution -> execution.setVariable("reviewOn",
                materials.add(execution.getProcessBusinessKey(), execution.getTenantId()).toString());
    }

    /** Sets reviewOn to the next day of review. */
    @Bean
    JavaDelegate renewGuidanceMaterial(GuidanceMaterials materials) {
        return execution -> execution.setVariable("reviewOn", materials.renew(execution.getProcessBusinessKey()).toString());
    }

    @Bean
    JavaDelegate retireGuidanceMaterial(GuidanceMaterials materials) {
        return execution -> materials.retire(execution.getProcessBusinessKey());
    }

    /** Needs reportedMaterial; brings that material's review forward. */
    @Bean
    JavaDelegate reportMaterialFault(GuidanceMaterials materials, StudyMessages messages) {
        return execution -> {
            String material = (String) execution.getVariable("reportedMaterial");
            materials.reportFault(execution.getProcessBusinessKey(), material, execution.getTenantId());
            messages.materialFaultReported(material);
        };
    }

    /** Sets coach, clientLabel and language, and the dates trialStarts and trialEnds or studiesStart and studiesEnd. */
    @Bean
    JavaDelegate openStudyCase(StudyCases cases) {
        return execution -> {
            boolean isTrial = execution.getProcessDefinitionId().startsWith("educationalTrial:");
            String caseId = execution.getProcessBusinessKey();
            StudyCase found = isTrial ? cases.openTrial(caseId) : cases.openStudies(caseId);
            execution.setVariable("coach", found.coach());
            execution.setVariable("clientLabel", found.clientLabel());
            execution.setVariable("language", found.language());
            execution.setVariable(isTrial ? "trialStarts" : "studiesStart", found.startsOn().toString());
            execution.setVariable(isTrial ? "trialEnds" : "studiesEnd", found.endsOn().toString());
        };
    }

    /** The special support of the case, if it waits, assesses the need again. */
    @Bean
    JavaDelegate tellStudyStageChanged(StudyMessages messages) {
        return execution -> messages.studyStageChanged(execution.getProcessBusinessKey());
    }

    /**
     * Needs the input parameters template, recipient and kinds (codes joined by commas), and key or keyOf: the kind of
     * the sheet whose version tells one pass from the next.
     */
    @Bean
    JavaDelegate sendStudyMaterial(StudyMail mail) {
        return execution -> {
            String caseId = execution.getProcessBusinessKey();
            String key = execution.hasVariableLocal("key") ? input(execution, "key")
                    : mail.keyOf(caseId, input(execution, "keyOf"));
            mail.send(caseId, execution.getTenantId(), input(execution, "template"), input(execution, "recipient"),
                    input(execution, "kinds"), key);
        };
    }

    @Bean
    ExecutionListener newSupportSession(StudyCases cases) {
        return freshSheet(cases, "specialSupportSession");
    }

    @Bean
    ExecutionListener newSupportReferral(StudyCases cases) {
        return freshSheet(cases, "specialSupportReferral");
    }

    @Bean
    ExecutionListener newSupportClosing(StudyCases cases) {
        return freshSheet(cases, "specialSupportClosing");
    }

    @Bean
    ExecutionListener newWorkplaceVisit(StudyCases cases) {
        return freshSheet(cases, "workplaceVisit");
    }

    @Bean
    ExecutionListener newStudyTalk(StudyCases cases) {
        return freshSheet(cases, "benefitStudyTalk");
    }

    @Bean
    ExecutionListener newStudiesClosing(StudyCases cases) {
        return freshSheet(cases, "benefitStudiesClosing");
    }

    private static ExecutionListener freshSheet(StudyCases cases, String kind) {
        return execution -> cases.putAside(execution.getProcessBusinessKey(), kind);
    }

    private static String input(DelegateExecution execution, String name) {
        return (String) execution.getVariableLocal(name);
    }
}
