package fi.tyopolku;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleBoundariesTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("fi.tyopolku");

    @Test
    void modulesUseOnlyEachOthersPublicFacesAndNeverInACircle() {
        ApplicationModules.of(TyopolkuApplication.class).verify();
    }

    @Test
    void onlyTheEngineModuleAndTheCamundaSubPackagesKnowTheEngine() {
        noClasses().that().resideOutsideOfPackages("..engine..", "..camunda..")
                .should().dependOnClassesThat().resideInAnyPackage("org.camunda..")
                .because("the move to a living fork must stay a rename").check(PRODUCT);
    }

    @Test
    void onlyTheEngineModuleTouchesTheEnginesInternals() {
        noClasses().that().resideOutsideOfPackage("fi.tyopolku.engine..")
                .should().dependOnClassesThat().resideInAnyPackage("org.camunda.bpm.engine.impl..")
                .because("internals change without notice").check(PRODUCT);
    }

    @Test
    void theEngineModuleKnowsNoOtherModuleButTheSharedMessages() {
        noClasses().that().resideInAPackage("fi.tyopolku.engine..")
                .should().dependOnClassesThat().resideInAnyPackage("fi.tyopolku.access..", "fi.tyopolku.calendar..",
                        "fi.tyopolku.clients..", "fi.tyopolku.decisions..", "fi.tyopolku.documents..",
                        "fi.tyopolku.forms..", "fi.tyopolku.funding..", "fi.tyopolku.models..",
                        "fi.tyopolku.network..", "fi.tyopolku.notifications..", "fi.tyopolku.path..",
                        "fi.tyopolku.trainingdays..").check(PRODUCT);
    }
}
