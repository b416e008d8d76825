package fi.tyopolku.documents;

import fi.tyopolku.engine.OpenForm;
import java.util.Set;

/** Values that a module offers to forms by name, such as the groups with free places; asked only where a form uses them. */
public interface ShownValues {

    Set<String> names();

    /**
     * @return anything that can be written as JSON; null for nothing. Under the name of a document it goes before the
     *     stored one, so that a form can be opened filled in
     */
    Object value(String name, OpenForm form);
}
