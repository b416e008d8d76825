package fi.tyopolku.forms;

import java.util.Map;

/** Evaluates the FEEL expressions in a form; implemented with the engine's own FEEL. */
public interface FeelConditions {

    /** @return the value as Java sees it, null where the expression has none */
    Object evaluate(String expression, Map<String, Object> context);

    default boolean isTrue(String expression, Map<String, Object> context) {
        return Boolean.TRUE.equals(evaluate(expression, context));
    }
}
