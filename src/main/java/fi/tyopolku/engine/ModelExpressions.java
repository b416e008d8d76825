package fi.tyopolku.engine;

import java.beans.FeatureDescriptor;
import java.lang.reflect.AnnotatedElement;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** Expressions that see only the given beans and cannot go from a value to its Java class and from there anywhere. */
class ModelExpressions extends JuelExpressionManager {

    ModelExpressions(Map<Object, Object> beans) {
        super(beans);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new NoReflection());
        resolver.add(super.createElResolver());
        return resolver;
    }

    /** Resolves nothing; refuses what would lead to reflection. */
    private static final class NoReflection extends ELResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            refuse(base, property, "class");
            return null;
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            refuse(base, method, "getClass");
            return null;
        }

        private static void refuse(Object base, Object asked, String wayToClass) {
            boolean reflects = base != null && wayToClass.equals(String.valueOf(asked))
                    || base instanceof AnnotatedElement || base instanceof ClassLoader;
            if (reflects) {
                throw new ELException("An expression must not use reflection");
            }
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return false;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return Collections.emptyIterator();
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return null;
        }
    }
}
