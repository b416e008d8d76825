package fi.tyopolku.forms;

/**
 * A format that a form field can ask for by the custom property {@code format}. The sentence for a wrong value has
 * the key {@code forms.format.<name>}.
 */
public interface FieldFormat {

    String name();

    boolean accepts(String value);
}
