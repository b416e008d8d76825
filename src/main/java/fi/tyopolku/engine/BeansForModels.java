package fi.tyopolku.engine;

import java.util.AbstractMap;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.BeanFactory;

/**
 * The beans that an expression of a model may name: delegates, listeners and the few helpers listed here. Without it an
 * expression would reach every bean of the application, the document store and the database among them. A bean that is
 * no delegate and that models are to call is added to {@link #HELPERS}.
 */
class BeansForModels extends AbstractMap<Object, Object> {

    private static final Set<String> HELPERS = Set.of("deadlines", "trialLimits", "trialPeriods", "trialSheets");
    private static final Set<Class<?>> KINDS = Set.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class);

    private final BeanFactory beans;

    BeansForModels(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String bean && beans.containsBean(bean)
                && (HELPERS.contains(bean) || KINDS.stream().anyMatch(kind -> beans.isTypeMatch(bean, kind)));
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    /** Nothing to list: beans are looked up by name at their first use, when they are there. */
    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
