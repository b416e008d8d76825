package fi.tyopolku.forms.camunda;

import fi.tyopolku.forms.FeelConditions;
import java.util.Map;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.impl.JavaValueMapper;
import org.springframework.stereotype.Component;

/** FEEL as the engine's own decision tables speak it. */
@Component
class FeelScalaConditions implements FeelConditions {

    private final FeelEngine feel = new FeelEngine.Builder().customValueMapper(new JavaValueMapper()).build();

    @Override
    public Object evaluate(String expression, Map<String, Object> context) {
        String text = expression.startsWith("=") ? expression.substring(1) : expression;
        var result = feel.evalExpression(text, context);
        return result.isRight() ? result.right().get() : null;
    }
}
