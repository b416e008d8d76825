package fi.tyopolku.reporting.camunda;

import fi.tyopolku.messages.Catalogues;
import fi.tyopolku.messages.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** The instances that run in a municipality and what people call the places in them. */
@Component
class RunningWork {

    private static final Set<String> STAGES =
            Stages.ALL.stream().map(Stage::name).collect(Collectors.toUnmodifiableSet());

    private final HistoryService history;
    private final RepositoryService repository;

    RunningWork(HistoryService history, RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    /**
     * @param process key of its definition
     * @param processName as authored, in English
     * @param caseId of the case or other subject; empty where there is none
     * @param caller the instance that called it, null for one that nobody called
     */
    record Instance(String id, String process, String processName, String definitionId, String caseId, String caller) {
    }

    /** By instance id. Asked of the history, which alone knows who called whom. */
    Map<String, Instance> in(String municipality) {
        return history.createHistoricProcessInstanceQuery().tenantIdIn(municipality).unfinished().list().stream()
                .map(RunningWork::instance).collect(Collectors.toMap(Instance::id, Function.identity()));
    }

    private static Instance instance(HistoricProcessInstance each) {
        return new Instance(each.getId(), each.getProcessDefinitionKey(), each.getProcessDefinitionName(),
                each.getProcessDefinitionId(), Objects.toString(each.getBusinessKey(), ""), each.getSuperProcessInstanceId());
    }

    /** The stage of the path that the instance is or was called by; outside of the path the name of the first process. */
    static String stage(Instance instance, Map<String, Instance> all, Locale locale) {
        Instance here = instance;
        while (!STAGES.contains(here.process())) {
            Instance caller = here.caller() == null ? null : all.get(here.caller());
            if (caller == null || caller.process().equals(Stage.PATH)) {
                return Catalogues.in(locale, here.process(), Objects.toString(here.processName(), here.process()));
            }
            here = caller;
        }
        return Texts.in(locale, "reporting.stage." + here.process());
    }

    /** The name of an element of the model; its id where it has none. */
    String step(Instance instance, String activityId, Locale locale) {
        if (activityId == null) {
            return "";
        }
        ModelElementInstance element = repository.getBpmnModelInstance(instance.definitionId()).getModelElementById(activityId);
        String name = element == null ? null : element.getAttributeValue("name");
        return name == null ? activityId : Catalogues.in(locale, instance.process(), name.replaceAll("\\s+", " "));
    }
}
